/** The nodes of one JSON text in document order: where each value and its key stands, and where its subtree ends. */
export interface NodeTable {
  /** How many nodes there are; also the index that the next one gets. */
  count(): number;
  /** Adds a node and answers its index. Its end and its subtree are set when it is closed. */
  open(parent: number, start: number, keyStart: number, keyEnd: number): number;
  close(node: number, end: number, scalar: boolean): void;
  start(node: number): number;
  end(node: number): number;
  /** Whether the node is a single token, and no object or array. */
  scalar(node: number): boolean;
  /** The node of the container, or -1 at the root. */
  parent(node: number): number;
  /** Where the key in front of the value starts; in arrays `~index`, which is negative; -1 at the root. */
  keyStart(node: number): number;
  keyEnd(node: number): number;
  /** The index after the last node inside this one. */
  after(node: number): number;
  /** Forgets all nodes. Those to come stand at or behind `origin`. */
  clear(origin: number): void;
}

const COLUMNS = 6;
const LARGEST = 0x7fff_ffff;

/** Makes an empty table, which grows by doubling: six numbers a node. */
export function createNodeTable(): NodeTable {
  let cells: Int32Array | Float64Array = new Int32Array(16 * COLUMNS);
  let count = 0;
  let origin = 0;

  const grow = (): void => {
    const larger = cells instanceof Int32Array ? Int32Array : Float64Array;
    const grown = new larger(cells.length * 2);
    grown.set(cells);
    cells = grown;
  };
  /** An offset as it is stored. Beyond 2 GB, which 32 bits do not hold, the table takes twice the memory. */
  const stored = (offset: number): number => {
    const relative = offset - origin;
    if (relative > LARGEST && cells instanceof Int32Array) cells = Float64Array.from(cells);
    return relative;
  };

  return {
    count: () => count,
    open(parent, start, keyStart, keyEnd) {
      const at = count * COLUMNS;
      if (at + COLUMNS > cells.length) grow();
      const begin = stored(start);
      cells[at] = begin;
      cells[at + 1] = begin;
      cells[at + 2] = keyStart < 0 ? keyStart : stored(keyStart);
      cells[at + 3] = keyStart < 0 ? keyEnd : stored(keyEnd);
      cells[at + 5] = parent;
      return count++;
    },
    close(node, end, scalar) {
      const stop = stored(end);
      cells[node * COLUMNS + 1] = stop;
      cells[node * COLUMNS + 4] = scalar ? ~count : count;
    },
    start: (node) => cells[node * COLUMNS]! + origin,
    end: (node) => cells[node * COLUMNS + 1]! + origin,
    scalar: (node) => cells[node * COLUMNS + 4]! < 0,
    keyStart(node) {
      const start = cells[node * COLUMNS + 2]!;
      return start < 0 ? start : start + origin;
    },
    keyEnd: (node) => cells[node * COLUMNS + 3]! + origin,
    parent: (node) => cells[node * COLUMNS + 5]!,
    after(node) {
      const after = cells[node * COLUMNS + 4]!;
      return after < 0 ? ~after : after;
    },
    clear(from) {
      count = 0;
      origin = from;
    },
  };
}
