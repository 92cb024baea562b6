import type { PathSegment, Place, PlacePart, TextDocument } from '../document.js';
import type { TextProblem } from '../problem.js';
import { decodeUtf8 } from '../utf8.js';
import { APOSTROPHE, QUOTE } from './bytes.js';
import type { NodeTable } from './node-table.js';
import { scanString } from './scan-string.js';

/** A value that was read, with everything that is known about where it stands. Offsets are those of the file. */
export interface ReadValue {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  readonly nodes: NodeTable;
  /** Nodes whose end is a guess. */
  readonly unfinished: ReadonlySet<number>;
  /** Where the syntax broke in parts of the value that the table does not hold. */
  readonly breaks?: readonly number[] | undefined;
  /** Some of the bytes that the value and its keys stand in. */
  bytesAt(start: number, end: number): Uint8Array;
}

/** Makes the document of a value. It is good for as long as the table and the bytes are. */
export function jsonDocument(read: ReadValue): TextDocument {
  const { nodes, problems, unfinished } = read;
  // Children are looked up by a map made once for each container: many findings in one long array stay cheap.
  const maps = new Map<number, Map<PathSegment, number>>();
  const segmentOf = (node: number): PathSegment => {
    const keyStart = nodes.keyStart(node);
    return keyStart < 0 ? ~keyStart : keyText(read.bytesAt(keyStart, nodes.keyEnd(node)));
  };
  const begin = (node: number): number => {
    const keyStart = nodes.keyStart(node);
    return keyStart < 0 ? nodes.start(node) : keyStart;
  };
  const childrenOf = (node: number): Map<PathSegment, number> => {
    let children = maps.get(node);
    if (!children) {
      children = new Map();
      const last = nodes.after(node);
      for (let child = node + 1; child < last; child = nodes.after(child)) {
        children.set(segmentOf(child), child);
      }
      maps.set(node, children);
    }
    return children;
  };
  const find = (path: readonly PathSegment[]): number | undefined => {
    let node: number | undefined = nodes.count() > 0 ? 0 : undefined;
    for (const segment of path) {
      if (node === undefined) return undefined;
      node = childrenOf(node).get(segment);
    }
    return node;
  };
  let sorted: readonly number[] | undefined;
  const breaks = (): readonly number[] => {
    sorted ??= [
      ...(read.breaks ?? []),
      ...problems.filter((problem) => problem.scope === 'structure').map((problem) => problem.start),
    ].sort((a, b) => a - b);
    return sorted;
  };

  return {
    start: read.start,
    end: read.end,
    value: read.value,
    problems,
    textAt: (start, end) => decodeUtf8(read.bytesAt(start, end)),
    place(path: readonly PathSegment[], part: PlacePart): Place | undefined {
      const node = find(path);
      if (node === undefined) return undefined;
      const start = nodes.start(node);
      const scalar = nodes.scalar(node);
      if (part === 'key') {
        const keyStart = nodes.keyStart(node);
        if (keyStart >= 0) return { start: keyStart, end: nodes.keyEnd(node), scalar: true };
      }
      if (part === 'open' && !scalar) return { start, end: start + 1, scalar: false };
      return { start, end: nodes.end(node), scalar };
    },
    pathAt(byteOffset) {
      // Nodes stand in the order of their first bytes: the last that begins at or before the byte, or one around it.
      let low = 0;
      let high = nodes.count() - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (begin(middle) <= byteOffset) low = middle;
        else high = middle - 1;
      }
      const path: PathSegment[] = [];
      let node = nodes.count() > 0 ? low : -1;
      while (
        node > 0 &&
        (nodes.end(node) < byteOffset || (nodes.end(node) === byteOffset && !unfinished.has(node)))
      ) {
        node = nodes.parent(node);
      }
      for (; node > 0; node = nodes.parent(node)) path.push(segmentOf(node));
      return path.reverse();
    },
    damaged(path) {
      const node = find(path);
      if (node === undefined) return breaks().length > 0;
      if (unfinished.has(node)) return true;
      // A scalar that more text follows was never meant to be the whole.
      if (node === 0 && nodes.scalar(node)) return breaks().length > 0;
      const next = breaks()[countBelow(breaks(), nodes.start(node))];
      return next !== undefined && next < nodes.end(node);
    },
  };
}

/** The text of a key, in quotes or without. */
export function keyText(bytes: Uint8Array): string {
  return bytes[0] === QUOTE || bytes[0] === APOSTROPHE
    ? scanString(bytes, 0, bytes.length).value
    : decodeUtf8(bytes);
}

/** How many numbers of a rising list are smaller than the value. */
function countBelow(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
