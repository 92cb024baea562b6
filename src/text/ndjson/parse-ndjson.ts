import type { TextDocument } from '../document.js';
import { parseJson } from '../json/parse-json.js';
import { foreignEncoding } from '../utf8.js';

const LF = 0x0a;

/** After so many lines that are not the beginning of a longer value, the rest are not tried any more. */
const MOST_PROBES = 3;

/** What is known of a line before it is parsed: its bytes without the line feed. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads NDJSON: one JSON value a line, lines ended by `\n`, blank lines skipped. Every value is read when it is
 * asked for, and a line that fails does not stop the next. A value written over several lines is one mistake,
 * told at its first line.
 */
export function* parseNdjson(bytes: Uint8Array): Generator<TextDocument, void, undefined> {
  if (foreignEncoding(bytes) !== undefined && bytes.length > 1) {
    yield parseJson(bytes);
    return;
  }
  let probes = 0;
  let at = 0;
  for (;;) {
    const line = nextLine(bytes, at);
    if (line === undefined) return;
    at = line.end + 1;
    const document = parseJson(bytes, line);
    const unfinished = document.problems.some(({ code }) => code === 'syntax/truncated');
    if (unfinished && probes < MOST_PROBES && nextLine(bytes, at) !== undefined) {
      const whole = parseJson(bytes, { start: line.start, probe: true });
      if (whole.problems.length === 0) {
        at = whole.end;
        yield spread(whole);
        continue;
      }
      probes++;
    }
    yield document;
  }
}

/** The next line from `from` on that holds more than white space. */
function nextLine(bytes: Uint8Array, from: number): Line | undefined {
  let start = from;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return { start, end };
    }
    start = end + 1;
  }
  return undefined;
}

/** A value that is right but for being written over several lines. */
function spread(document: TextDocument): TextDocument {
  const start = document.place([], 'open')?.start ?? document.start;
  const isArray = Array.isArray(document.value);
  return {
    ...document,
    problems: [
      {
        code: 'syntax/invalid',
        scope: 'structure',
        start,
        end: start + 1,
        message: isArray
          ? 'NDJSON has one record a line, and this is a JSON array'
          : 'NDJSON has one record a line, and this one goes on over several',
        expected: 'one record on this line',
        received: isArray ? 'a JSON array' : 'a value of several lines',
        suggestion: isArray ? 'name the file .json' : 'write each record on one line',
      },
    ],
    damaged: (path) => path.length === 0 && isArray,
  };
}
