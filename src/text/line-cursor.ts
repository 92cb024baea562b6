import { createLineIndex, type Lines, type TextPlace, textStart } from './lines.js';
import { hasByteOrderMark, utf16Length } from './utf8.js';

const LF = 10;
const CR = 13;

/** A place in a text that comes in pieces. It only moves on. */
export interface LineCursor {
  readonly place: TextPlace;
  /**
   * Moves on to a byte. The first of `bytes` has the offset `base`; all bytes from the cursor on to that byte are
   * among them, and so is the byte itself, unless the text ends there.
   */
  advance(bytes: Uint8Array, base: number, byteOffset: number): void;
  /**
   * Moves on to the byte behind a line feed, which is the first behind the cursor: where no carriage return stands
   * between, nothing need be searched. `version` is another number whenever other bytes may stand in `bytes`.
   */
  advanceLine(bytes: Uint8Array, base: number, byteOffset: number, version: number): void;
}

/** Makes a cursor at the start of a text, or at a place in it. */
export function createLineCursor(from = textStart): LineCursor {
  let place = from;
  /** The bytes in which the next carriage return was looked for, and the index that it has among them. */
  let seen = -1;
  let nextReturn = -1;

  const hasReturn = (bytes: Uint8Array, start: number, end: number, version: number): boolean => {
    if (version !== seen || nextReturn < start) {
      seen = version;
      const found = bytes.indexOf(CR, start);
      nextReturn = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return nextReturn < end;
  };

  const advance: LineCursor['advance'] = (bytes, base, byteOffset) => {
    if (byteOffset <= place.byteOffset) return;
    const end = byteOffset - base;
    let from = place.byteOffset - base;
    if (place.byteOffset === 0 && hasByteOrderMark(bytes, from)) from = Math.min(from + 3, end);
    const passed = bytes.subarray(from, end);
    // A text without carriage returns, which is nearly every text, is passed by its line feeds alone.
    const plain = !passed.includes(CR);
    let { line, column } = place;
    let lineStart = 0;
    for (;;) {
      const at = plain ? passed.indexOf(LF, lineStart) : nextBreak(bytes, from + lineStart, end) - from;
      if (at < 0) break;
      line++;
      column = 1;
      lineStart = at + 1;
    }
    place = { byteOffset, line, column: column + utf16Length(bytes, from + lineStart, end) };
  };

  return {
    get place() {
      return place;
    },
    advance,
    advanceLine(bytes, base, byteOffset, version) {
      if (hasReturn(bytes, place.byteOffset - base, byteOffset - base, version)) {
        advance(bytes, base, byteOffset);
      } else place = { byteOffset, line: place.line + 1, column: 1 };
    },
  };
}

/** The last byte of the next line end before the end, or -1. The line feed of a CRLF may stand behind the end. */
function nextBreak(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) return at;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Up to how many bytes a place is counted out each time it is asked for, instead of looked up among all lines. */
const FEW = 64 * 1024;

/** Says where bytes stand from a place on, of which the line and the column are known. */
export function linesFrom(bytes: Uint8Array, from: TextPlace): Lines {
  if (bytes.length <= FEW) {
    let cursor = createLineCursor(from);
    return {
      position(byteOffset) {
        // the end of what is told mostly stands behind its start, which was counted to
        if (byteOffset < cursor.place.byteOffset) cursor = createLineCursor(from);
        cursor.advance(bytes, from.byteOffset, Math.min(byteOffset, from.byteOffset + bytes.length));
        const { line, column } = cursor.place;
        return { line, column };
      },
    };
  }
  if (from.byteOffset === 0) return createLineIndex(bytes);
  let index: Lines | undefined;
  return {
    position(byteOffset) {
      if (byteOffset === from.byteOffset) return { line: from.line, column: from.column };
      index ??= createLineIndex(bytes, { continued: true });
      const { line, column } = index.position(byteOffset - from.byteOffset);
      return { line: line + from.line - 1, column: line === 1 ? column + from.column - 1 : column };
    },
  };
}
