import { createByteWindow } from '../byte-window.js';
import type { PathSegment } from '../document.js';
import { linesFrom } from '../line-cursor.js';
import { type Lines, type TextPlace, textStart } from '../lines.js';
import { defaultMaxBytes, type TextStream, type TextTaker, tooLong } from '../text-stream.js';
import { createWindowLines } from '../window-lines.js';
import { createJsonReader } from './json-reader.js';

/** How a JSON text that comes in pieces is read. */
export interface JsonStreamOptions {
  /** The longest element, or text that is no list, in bytes. */
  readonly maxBytes?: number | undefined;
  readonly maxValues?: number | undefined;
  /** Where the JSON text begins in the file; at its start by default. */
  readonly from?: TextPlace | undefined;
}

/** A part of the text outside of the list, which is kept. */
interface Outside {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  readonly lines: Lines;
}

/**
 * Reads a JSON text that comes in pieces. The elements of the root array, or of the array under `records` in a root
 * object, are taken one by one and then forgotten; anything else is one document and read whole.
 */
export function createJsonStream(taker: TextTaker, options: JsonStreamOptions = {}): TextStream {
  const { maxBytes = defaultMaxBytes, maxValues, from = textStart } = options;
  const window = createByteWindow(from.byteOffset);
  const windowLines = createWindowLines(window, from);
  const outsides: Outside[] = [];
  /** Where the last part outside of a list begins. */
  let outsideFrom = from.byteOffset;
  let inList = false;
  let done = false;
  /** How many bytes must be there before it is worth reading on: a token that was cut is begun again. */
  let enough = 0;

  const outsideAt = (offset: number): Outside | undefined =>
    outsides.find(({ start, end }) => start <= offset && offset <= end);
  /** The lines of a part of the window, and of everything outside of the list in front of it. */
  const linesOf = (start: number, end: number): Lines => {
    const lines = windowLines.of(start, end);
    return {
      position: (offset) => (offset >= start ? lines : (outsideAt(offset)?.lines ?? lines)).position(offset),
    };
  };

  const reader = createJsonReader({
    start: from.byteOffset,
    maxValues,
    elements: {
      open(path: readonly PathSegment[], offset: number) {
        const bytes = window.copy(outsideFrom, offset);
        const lines = linesFrom(bytes, windowLines.placeOf(outsideFrom));
        outsides.push({ start: outsideFrom, end: offset, bytes, lines });
        inList = true;
        taker.list(path);
      },
      element(document, index) {
        let { end } = document;
        for (const problem of document.problems) end = Math.max(end, problem.end);
        taker.element(document, linesOf(document.start, end), index);
      },
      between(problem) {
        taker.between(problem, linesOf(problem.start, problem.end));
      },
      close(offset) {
        inList = false;
        outsideFrom = offset;
      },
      shortcut: taker.shortcut
        ? (start, index) => {
            const lines = linesOf(start, window.reached);
            return taker.shortcut!(window, { start, end: window.reached, isLine: false }, lines, index);
          }
        : undefined,
      bytesAt(start, end) {
        const outside = outsideAt(start);
        return outside
          ? outside.bytes.subarray(start - outside.start, end - outside.start)
          : new Uint8Array();
      },
    },
  });

  const finish = (): void => {
    done = true;
    taker.document(reader.document(), linesOf(windowLines.reached(), window.reached), 0);
  };

  const needed = (): number => (inList ? reader.needed() : outsideFrom);

  return {
    write(piece) {
      for (let at = 0; !done && at < piece.length; ) {
        // Never more than the longest value, so that how the text is cut does not decide what is too long.
        const room = maxBytes - (window.reached - needed());
        if (room <= 0) {
          const suggestion = inList ? undefined : 'write records as a list, or as NDJSON';
          reader.stop(tooLong(maxBytes, needed(), suggestion));
          finish();
          break;
        }
        const part = piece.subarray(at, at + room);
        window.add(part);
        at += part.length;
        if (part.length < room && window.reached - reader.position() < enough) continue;
        if (!reader.read(window, false)) {
          finish();
          break;
        }
        enough = 2 * (window.reached - reader.position());
        windowLines.release(needed());
      }
      window.settle();
      return !done;
    },
    end(cut = false) {
      if (done) return;
      if (!reader.read(window, !cut) || !cut) finish();
      done = true;
    },
  };
}
