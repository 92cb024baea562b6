/** The nodes of one JSON text in document order: where each value and its key stands, and where its subtree ends. */
export interface NodeTable {
  /** How many nodes there are; also the index that the next one gets. */
  count(): number;
  /** Adds a node and answers its index. Its end and its subtree are set when it is closed. */
  open(parent: number, start: number, keyStart: number, keyEnd: number): number;
  close(node: number, end: number): void;
  start(node: number): number;
  end(node: number): number;
  /** The node of the container, or -1 at the root. */
  parent(node: number): number;
  /** Where the key in front of the value starts; in arrays `~index`, which is negative; -1 at the root. */
  keyStart(node: number): number;
  keyEnd(node: number): number;
  /** The index after the last node inside this one. */
  after(node: number): number;
}

const COLUMNS = 6;

/** Makes an empty table, which grows by doubling: six numbers a node. */
export function createNodeTable(): NodeTable {
  let cells = new Int32Array(16 * COLUMNS);
  let count = 0;
  return {
    count: () => count,
    open(parent, start, keyStart, keyEnd) {
      const at = count * COLUMNS;
      if (at + COLUMNS > cells.length) {
        const larger = new Int32Array(cells.length * 2);
        larger.set(cells);
        cells = larger;
      }
      cells[at] = start;
      cells[at + 1] = start;
      cells[at + 2] = keyStart;
      cells[at + 3] = keyEnd;
      cells[at + 5] = parent;
      return count++;
    },
    close(node, end) {
      cells[node * COLUMNS + 1] = end;
      cells[node * COLUMNS + 4] = count;
    },
    start: (node) => cells[node * COLUMNS]!,
    end: (node) => cells[node * COLUMNS + 1]!,
    keyStart: (node) => cells[node * COLUMNS + 2]!,
    keyEnd: (node) => cells[node * COLUMNS + 3]!,
    parent: (node) => cells[node * COLUMNS + 5]!,
    after: (node) => cells[node * COLUMNS + 4]!,
  };
}
