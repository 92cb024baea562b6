import type { ByteWindow } from './byte-window.js';
import { createLineCursor, linesFrom } from './line-cursor.js';
import { type Lines, type TextPlace, textStart } from './lines.js';

/** The lines of a text of which only a window is in memory. */
export interface WindowLines {
  /** The lines of a part of the window. The parts that are asked for move on through the text. */
  of(start: number, end: number): Lines;
  /** Where an offset in the window stands that lies behind all parts asked for so far. */
  placeOf(byteOffset: number): TextPlace;
  /** Says that a line begins at an offset, and the next at another: where lines were counted up to it, it is passed. */
  passLine(start: number, next: number): void;
  /** Up to where lines were counted. */
  reached(): number;
  /** Lets the window go up to an offset, which is the start of a token or the end of the window. */
  release(offset: number): void;
}

const CR = 13;

/** Counts the lines of a window as it moves. Nothing is counted before somebody asks or the bytes go. */
export function createWindowLines(window: ByteWindow, from = textStart): WindowLines {
  const cursor = createLineCursor(from);
  const placeOf = (offset: number): TextPlace => {
    cursor.advance(window.bytes, window.base, offset);
    return cursor.place;
  };
  return {
    of(start, end) {
      let place: TextPlace | undefined;
      let lines: Lines | undefined;
      return {
        position(byteOffset) {
          place ??= placeOf(start);
          // which is all that is asked of a record that is right
          if (byteOffset === place.byteOffset) return { line: place.line, column: place.column };
          if (!lines) {
            const { bytes, base } = window;
            // One byte more tells whether a carriage return at the end stands alone.
            const stop = Math.min(end - base + 1, window.end);
            lines = linesFrom(bytes.subarray(place.byteOffset - base, stop), place);
          }
          return lines.position(byteOffset);
        },
      };
    },
    placeOf,
    passLine(start, next) {
      if (cursor.place.byteOffset !== start) return;
      cursor.advanceLine(window.bytes, window.base, next, window.version);
    },
    reached: () => cursor.place.byteOffset,
    release(offset) {
      const { bytes, base, reached } = window;
      const half = offset === reached && bytes[offset - base - 1] === CR;
      const to = half ? offset - 1 : offset;
      placeOf(to);
      window.release(to);
    },
  };
}
