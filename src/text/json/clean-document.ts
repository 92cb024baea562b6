import type { PathSegment, Place, PlacePart, TextDocument } from '../document.js';
import { decodeUtf8 } from '../utf8.js';
import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './bytes.js';
import { closingQuote } from './closing-quote.js';
import { keyText } from './json-document.js';
import { parseJson } from './parse-json.js';

/** Where in the bytes a text stands, and the offset of the first of the bytes in the file. */
export interface CleanSpan {
  readonly start: number;
  readonly end: number;
  readonly base: number;
}

/**
 * Makes the document of a text of which nothing is wrong, and of which the value is known: JSON in valid UTF-8, without
 * a key given twice. It is the one that {@link parseJson} makes, but a place is searched for when it is asked for: most
 * never are. It is good for as long as the bytes are.
 */
export function cleanDocument(bytes: Uint8Array, span: CleanSpan, value: unknown): TextDocument {
  const { start, end, base } = span;
  let read: TextDocument | undefined;
  return {
    start: start + base,
    end: end + base,
    value,
    problems: [],
    textAt: (from, to) => decodeUtf8(bytes.subarray(from - base, to - base)),
    place(path, part) {
      const found = find(bytes, behindBlank(bytes, start), path);
      if (found === undefined) return undefined;
      return placeOf(bytes, found, part, base);
    },
    pathAt(byteOffset) {
      read ??= parseJson(bytes, span);
      return read.pathAt(byteOffset);
    },
    damaged: () => false,
  };
}

/** Where a value begins, and where its key does, if it has one. */
interface Found {
  readonly at: number;
  readonly keyStart: number;
  readonly keyEnd: number;
}

function placeOf(bytes: Uint8Array, { at, keyStart, keyEnd }: Found, part: PlacePart, base: number): Place {
  if (part === 'key' && keyStart >= 0) return { start: keyStart + base, end: keyEnd + base, scalar: true };
  const scalar = !opens(bytes[at]);
  const end = part === 'open' && !scalar ? at + 1 : behindValue(bytes, at);
  return { start: at + base, end: end + base, scalar };
}

function find(bytes: Uint8Array, start: number, path: readonly PathSegment[]): Found | undefined {
  let found: Found | undefined = { at: start, keyStart: -1, keyEnd: -1 };
  for (const segment of path) {
    const at: number = found.at;
    if (typeof segment === 'number') found = bytes[at] === OPEN_ARRAY ? item(bytes, at, segment) : undefined;
    else found = bytes[at] === OPEN_OBJECT ? field(bytes, at, segment) : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}

function item(bytes: Uint8Array, list: number, index: number): Found | undefined {
  let at = behindBlank(bytes, list + 1);
  if (bytes[at] === CLOSE_ARRAY) return undefined;
  for (let passed = 0; passed < index; passed++) {
    at = behindBlank(bytes, behindValue(bytes, at));
    if (bytes[at] !== COMMA) return undefined;
    at = behindBlank(bytes, at + 1);
  }
  return { at, keyStart: -1, keyEnd: -1 };
}

function field(bytes: Uint8Array, object: number, key: string): Found | undefined {
  let at = behindBlank(bytes, object + 1);
  while (bytes[at] === QUOTE) {
    const keyStart = at;
    const keyEnd = behindString(bytes, at);
    at = behindBlank(bytes, keyEnd);
    if (bytes[at] === COLON) at = behindBlank(bytes, at + 1);
    if (keyText(bytes.subarray(keyStart, keyEnd)) === key) return { at, keyStart, keyEnd };
    at = behindBlank(bytes, behindValue(bytes, at));
    if (bytes[at] === COMMA) at = behindBlank(bytes, at + 1);
  }
  return undefined;
}

function behindBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at]! <= 0x20) at++;
  return at;
}

/** The byte behind the string whose quote is at `start`. */
function behindString(bytes: Uint8Array, start: number): number {
  const quote = closingQuote(bytes, start + 1);
  return quote < 0 ? bytes.length : quote + 1;
}

/** The byte behind the value that begins at `start`. */
function behindValue(bytes: Uint8Array, start: number): number {
  if (bytes[start] === QUOTE) return behindString(bytes, start);
  let at = start;
  if (!opens(bytes[start])) {
    while (isInWord(bytes[at])) at++;
    return at;
  }
  for (let depth = 0; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte === QUOTE) at = behindString(bytes, at);
    else {
      at++;
      if (opens(byte)) depth++;
      else if (closes(byte) && --depth === 0) return at;
    }
  }
  return at;
}

const opens = (byte: number | undefined): boolean => byte === OPEN_OBJECT || byte === OPEN_ARRAY;

const closes = (byte: number | undefined): boolean => byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;

/** Whether a byte is one of a number or a word. */
const isInWord = (byte: number | undefined): boolean =>
  byte !== undefined && byte > 0x20 && byte !== COMMA && !closes(byte);
