import { createByteWindow } from '../byte-window.js';
import type { TextDocument } from '../document.js';
import { createJsonStream } from '../json/json-stream.js';
import { parseJson } from '../json/parse-json.js';
import { textStart } from '../lines.js';
import type { Span } from '../problem.js';
import { defaultMaxBytes, type TextRange, type TextStream, type TextTaker, tooLong } from '../text-stream.js';
import { foreignEncoding, hasByteOrderMark } from '../utf8.js';
import { createWindowLines } from '../window-lines.js';
import { arrayProblem, spreadRecord } from './spread-record.js';

const LF = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;

/** After so many lines that are not the beginning of a longer value, the rest are not tried any more. */
const MOST_PROBES = 3;

/** The longest value over several lines that is recognised as one, in bytes. */
const LONGEST_SPREAD = 1024 * 1024;

/** How NDJSON that comes in pieces is read. */
export interface NdjsonStreamOptions {
  /** The longest line, in bytes. */
  readonly maxBytes?: number | undefined;
  /** Which part of the text is read, where it is not all of it. */
  readonly range?: TextRange | undefined;
}

/**
 * Reads NDJSON that comes in pieces: one JSON value a line, lines ended by `\n`, blank lines skipped. A line that
 * fails does not stop the next. A value written over several lines is one mistake, told at its first line; where the
 * first line opens an array that goes on, the whole text is taken for that array.
 */
export function createNdjsonStream(taker: TextTaker, options: NdjsonStreamOptions = {}): TextStream {
  const { maxBytes = defaultMaxBytes, range = wholeText } = options;
  const longestSpread = Math.min(LONGEST_SPREAD, maxBytes);
  const window = createByteWindow(range.start);
  const windowLines = createWindowLines(window, { ...textStart, byteOffset: range.start });
  /** The offset of the next line, and the offset up to which its end was looked for. */
  let next = range.start;
  let searched = range.start;
  let index = 0;
  let probes = 0;
  let started = false;
  /** Whether the rest of a line that is too long is being passed over. */
  let passing = false;
  let done = false;
  let array: TextStream | undefined;
  /** Whether a value was cut that may go on behind the part. */
  let isOpen = false;
  let lineEnds = 0;

  const parse = (start: number, end: number, probe = false): TextDocument =>
    parseJson(window.bytes, { start: start - window.base, end: end - window.base, base: window.base, probe });

  const give = (document: TextDocument): void => {
    taker.document(document, windowLines.of(document.start, document.end), index++);
  };

  /** The first offset from one on that holds more than white space; the second where there is none. */
  const visible = (from: number, to: number): number => {
    const { bytes, base } = window;
    for (let at = from; at < to; at++) {
      const byte = bytes[at - base];
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d && byte !== LF) return at;
    }
    return to;
  };

  /** Whether the line opens an array, behind a byte order mark too. */
  const opensArray = ({ start, end }: Span): boolean => {
    const { bytes, base } = window;
    const from = start === 0 && hasByteOrderMark(bytes) ? 3 : start;
    return bytes[visible(from, end) - base] === OPEN_ARRAY;
  };

  /** Whether what stands behind a line, from its first visible byte on, may be more of a value that the line begins. */
  const mayGoOn = (line: Span, from: number): boolean => {
    const { bytes, base } = window;
    if (bytes[from - base] !== OPEN_OBJECT) return true;
    let last = line.end - 1;
    while (last > line.start && visible(last, last + 1) > last) last--;
    const byte = bytes[last - base];
    return byte === COMMA || byte === COLON || byte === OPEN_ARRAY;
  };

  /** Reads the rest of the text, from the line on, as an array. */
  const beginArray = ({ start }: Span): void => {
    const { bytes, base, end } = window;
    array = createJsonStream(
      {
        ...taker,
        document(document, lines, number) {
          const at = document.place([], 'open') ?? document;
          taker.document(
            { ...document, problems: [...document.problems, arrayProblem(at.start)] },
            lines,
            number,
          );
        },
      },
      { maxBytes, from: windowLines.placeOf(start) },
    );
    done = !array.write(bytes.subarray(start - base, end));
  };

  /** Takes a line that is one object without reading it, where that can be done. */
  const takeShortcut = ({ start, end }: Span): boolean => {
    if (!taker.shortcut) return false;
    const lines = windowLines.of(start, end);
    if (taker.shortcut(window, { start, end, isLine: true }, lines, index) === undefined) return false;
    index++;
    return true;
  };

  /** Reads a line that holds something. False where more bytes must be there to tell what it is. */
  const readLine = (line: Span, last: boolean): boolean => {
    if (takeShortcut(line)) return true;
    const document = taker.read?.(window, line) ?? parse(line.start, line.end);
    const cut = document.problems.some(({ code }) => code === 'syntax/truncated');
    if (!cut || probes >= MOST_PROBES) {
      give(document);
      return true;
    }
    const limit = line.start + longestSpread;
    if (window.reached < limit && !last) return false;
    const reached = Math.min(window.reached, limit);
    const more = visible(line.end, reached);
    if (more === window.reached) isOpen = true;
    if (more < reached && mayGoOn(line, more)) {
      if (range.start === 0 && index === 0 && opensArray(line)) {
        beginArray(line);
        return true;
      }
      const whole = parse(line.start, reached, true);
      if (whole.problems.length === 0) {
        next = whole.end;
        give(spreadRecord(whole));
        return true;
      }
      probes++;
    }
    give(document);
    return true;
  };

  /** Reads all lines that are whole; at the end of the text also the one that is not, unless the text is cut. */
  const readLines = (last: boolean, cut = false): void => {
    while (!done && !array && next < window.reached) {
      const { bytes, base, reached } = window;
      const feed = bytes.indexOf(LF, searched - base);
      // Behind the end the memory may hold what was there before.
      const isWhole = feed >= 0 && feed < reached - base;
      if (!isWhole && (!last || cut)) {
        searched = reached;
        return;
      }
      const line = { start: next, end: isWhole ? base + feed : reached };
      next = Math.min(line.end + 1, reached);
      if (!passing && visible(line.start, line.end) < line.end && !readLine(line, last)) {
        next = line.start;
        searched = next;
        return;
      }
      passing = false;
      searched = next;
      // what was read may be more than this line
      if (isWhole && next === line.end + 1) windowLines.passLine(line.start, next);
    }
  };

  /** Looks at the encoding once enough of the text is there. */
  const begin = (last: boolean): boolean => {
    if (started || (window.reached < 4 && !last)) return started;
    started = true;
    if (
      range.start === 0 &&
      window.reached > 1 &&
      foreignEncoding(window.bytes.subarray(0, window.end)) !== undefined
    ) {
      give(parse(0, window.reached));
      done = true;
    }
    return true;
  };

  const refuse = (): void => {
    give({ ...parse(next, next), problems: [tooLong(maxBytes, next)] });
    passing = true;
  };

  return {
    write(piece) {
      for (let from = 0; !done && from < piece.length; ) {
        if (array) {
          done = !array.write(piece.subarray(from));
          return !done;
        }
        // Never more than the longest line and its end, so that how the text is cut does not decide what is too long.
        const most = from + maxBytes + 1 - (window.reached - next);
        // The rest of a line is put behind its start; the lines behind that are read where they lie.
        const isCut = window.reached > next && searched === window.reached;
        const feed = isCut ? piece.indexOf(LF, from) : -1;
        const part = piece.subarray(from, Math.min(most, feed < 0 ? piece.length : feed + 1));
        window.add(part);
        from += part.length;
        if (begin(false)) readLines(false);
        if (array || done) continue;
        if (window.reached - next > maxBytes && !passing) refuse();
        if (passing) next = searched = window.reached;
        windowLines.release(next);
      }
      window.settle();
      return !done;
    },
    end(cut) {
      if (!array && !done) {
        begin(true);
        readLines(true, cut);
      }
      (array as TextStream | undefined)?.end(cut);
      lineEnds = windowLines.placeOf(window.reached).line - 1;
      window.close();
    },
    passed: () => ({
      lines: lineEnds,
      // where nothing came yet, an array may still begin
      isSettled: !(done || array || probes > 0 || isOpen) && (index > 0 || window.reached === range.start),
    }),
  };
}

const wholeText: TextRange = { start: 0, goesOn: false };
