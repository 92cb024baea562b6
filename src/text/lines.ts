import { hasByteOrderMark, sequenceLength, utf16Length } from './utf8.js';

/** A place as editors count it: lines and columns from 1, columns in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Says where a byte stands. */
export interface Lines {
  /** The line and column of a byte; a byte inside a character belongs to the place after it. */
  position(byteOffset: number): LineColumn;
}

/** Translates between bytes, UTF-16 units and lines of one text. */
export interface LineIndex extends Lines {
  readonly lineCount: number;
  /** The bytes of a line without its line end. */
  lineSpan(line: number): { start: number; end: number };
  /** The byte at which the n-th UTF-16 unit of the text starts. A byte order mark counts as one unit. */
  byteAt(unit: number): number;
}

/** A byte of a text and where it stands. */
export interface TextPlace extends LineColumn {
  readonly byteOffset: number;
}

/** Where every text begins. */
export const textStart: TextPlace = { byteOffset: 0, line: 1, column: 1 };

const CHECKPOINT = 4096;

/**
 * Indexes a text by its lines. Lines end as the Language Server Protocol says: at `\n`, `\r\n` or a lone
 * `\r`; U+2028 and U+2029 end nothing. A byte order mark at the start takes no column.
 * Work is done at the first question, and a long line costs no more than a short one. What is `continued` is no start
 * of a text, and has no byte order mark.
 */
export function createLineIndex(bytes: Uint8Array, { continued = false } = {}): LineIndex {
  const marked = !continued && hasByteOrderMark(bytes);
  let starts: number[] | undefined;
  let ascii = true;
  // Bytes and units at sequence boundaries, at least every CHECKPOINT bytes; unused where all is ASCII.
  const checkBytes: number[] = [0];
  const checkUnits: number[] = [0];

  const build = (): number[] => {
    if (starts) return starts;
    starts = [0];
    const { length } = bytes;
    for (let at = 0; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === 10) starts.push(at + 1);
      else if (byte === 13 && bytes[at + 1] !== 10) starts.push(at + 1);
      else if (byte >= 0x80) ascii = false;
    }
    if (!ascii) {
      let units = 0;
      let next = CHECKPOINT;
      for (let at = 0; at < length; ) {
        if (at >= next) {
          checkBytes.push(at);
          checkUnits.push(units);
          next = at + CHECKPOINT;
        }
        const size = bytes[at]! < 0x80 ? 1 : sequenceLength(bytes, at, length);
        at += Math.abs(size);
        units += size === 4 ? 2 : 1;
      }
    }
    return starts;
  };

  const unitsAt = (byteOffset: number): number => {
    if (ascii) return byteOffset;
    const index = lastAtMost(checkBytes, byteOffset);
    return checkUnits[index]! + utf16Length(bytes, checkBytes[index]!, byteOffset);
  };

  return {
    get lineCount() {
      return build().length;
    },
    position(byteOffset) {
      const lines = build();
      const offset = Math.min(Math.max(byteOffset, 0), bytes.length);
      const line = lastAtMost(lines, offset);
      let start = lines[line]!;
      if (start === 0 && marked) start = Math.min(3, offset);
      return { line: line + 1, column: unitsAt(offset) - unitsAt(start) + 1 };
    },
    lineSpan(line) {
      const lines = build();
      const start = lines[line - 1];
      if (start === undefined) return { start: bytes.length, end: bytes.length };
      let end = lines[line] ?? bytes.length;
      if (line < lines.length) {
        end--;
        if (bytes[end] === 10 && end > start && bytes[end - 1] === 13) end--;
      }
      return { start: start === 0 && marked ? 3 : start, end };
    },
    byteAt(unit) {
      build();
      if (ascii) return Math.min(unit, bytes.length);
      const index = lastAtMost(checkUnits, unit);
      let at = checkBytes[index]!;
      let units = checkUnits[index]!;
      while (units < unit && at < bytes.length) {
        const size = sequenceLength(bytes, at, bytes.length);
        const width = size === 4 ? 2 : 1;
        if (units + width > unit) break;
        at += Math.abs(size);
        units += width;
      }
      return at;
    },
  };
}

/** The index of the last element that is not greater than the value; the list rises and starts at or below it. */
function lastAtMost(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (list[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
