import type { PathSegment, Place, PlacePart, TextDocument } from '../document.js';
import type { TextProblem } from '../problem.js';
import { decodeUtf8 } from '../utf8.js';
import { APOSTROPHE, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './bytes.js';
import type { NodeTable } from './node-table.js';
import { scanString } from './scan-string.js';

/** Makes the document of a text that was read: its value, and the places that the node table holds. */
export function jsonDocument(
  bytes: Uint8Array,
  span: { start: number; end: number },
  value: unknown,
  problems: readonly TextProblem[],
  nodes: NodeTable,
  unfinished: ReadonlySet<number>,
): TextDocument {
  // Children are looked up by a map made once for each container: many findings in one long array stay cheap.
  const maps = new Map<number, Map<PathSegment, number>>();
  const segmentOf = (node: number): PathSegment => {
    const keyStart = nodes.keyStart(node);
    return keyStart < 0 ? ~keyStart : keyText(bytes, keyStart, nodes.keyEnd(node));
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
  const breaks = problems
    .filter((problem) => problem.scope === 'structure')
    .map((problem) => problem.start)
    .sort((a, b) => a - b);

  return {
    start: span.start,
    end: span.end,
    value,
    problems,
    place(path: readonly PathSegment[], part: PlacePart): Place | undefined {
      const node = find(path);
      if (node === undefined) return undefined;
      const start = nodes.start(node);
      const first = bytes[start];
      const scalar = first !== OPEN_OBJECT && first !== OPEN_ARRAY;
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
      if (node === undefined) return breaks.length > 0;
      if (unfinished.has(node)) return true;
      const start = nodes.start(node);
      const stop = nodes.end(node);
      // A scalar that more text follows was never meant to be the whole.
      const first = bytes[start];
      if (node === 0 && first !== OPEN_OBJECT && first !== OPEN_ARRAY) return breaks.length > 0;
      const next = breaks[countBelow(breaks, start)];
      return next !== undefined && next < stop;
    },
  };
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

/** The text of a key, in quotes or without. */
export function keyText(bytes: Uint8Array, start: number, end: number): string {
  const quote = bytes[start];
  return quote === QUOTE || quote === APOSTROPHE
    ? scanString(bytes, start, end).value
    : decodeUtf8(bytes, start, end);
}
