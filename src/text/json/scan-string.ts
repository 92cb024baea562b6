import { decodeUtf8, sequenceLength } from '../utf8.js';

/** What was found wrong inside one string. */
export interface StringFault {
  readonly kind: 'escape' | 'control' | 'encoding' | 'lone-surrogate';
  readonly start: number;
  readonly end: number;
}

/** One string token. `end` is after the closing quote, or where the text stopped. */
export interface ScannedString {
  readonly value: string;
  readonly end: number;
  readonly closed: boolean;
  /** At most one fault of each kind, so that a broken encoding is one mistake and not one a letter. */
  readonly faults: readonly StringFault[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const noFaults: readonly StringFault[] = [];

const simpleEscapes = new Map<number, string>([
  [QUOTE, '"'],
  [BACKSLASH, '\\'],
  [0x2f, '/'],
  [0x62, '\b'],
  [0x66, '\f'],
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
]);

/** Reads the string whose opening quote stands at `start`. Never reads past `limit`. */
export function scanString(bytes: Uint8Array, start: number, limit: number): ScannedString {
  const quote = bytes[start]!;
  let at = start + 1;
  while (at < limit) {
    const byte = bytes[at]!;
    if (byte === quote) {
      return { value: asciiSlice(bytes, start + 1, at), end: at + 1, closed: true, faults: noFaults };
    }
    if (byte === BACKSLASH || byte < 0x20 || byte >= 0x80) break;
    at++;
  }
  return scanSlowly(bytes, start, at, limit, quote);
}

function scanSlowly(
  bytes: Uint8Array,
  start: number,
  from: number,
  limit: number,
  quote: number,
): ScannedString {
  const faults: StringFault[] = [];
  const fault = (kind: StringFault['kind'], faultStart: number, faultEnd: number): void => {
    if (!faults.some((known) => known.kind === kind)) faults.push({ kind, start: faultStart, end: faultEnd });
  };
  const pieces: string[] = [];
  let plain = start + 1;
  let at = from;
  let closed = false;
  const flush = (): void => {
    if (at > plain) pieces.push(decodeUtf8(bytes, plain, at));
  };

  while (at < limit) {
    const byte = bytes[at]!;
    if (byte === quote) {
      closed = true;
      break;
    }
    if (byte >= 0x80) {
      const length = sequenceLength(bytes, at, limit);
      if (length < 0) fault('encoding', at, at + -length);
      at += Math.abs(length);
    } else if (byte < 0x20) {
      if ((byte === 10 || byte === 13) && quoteIsLost(bytes, at, limit)) break;
      fault('control', at, at + 1);
      at++;
    } else if (byte === BACKSLASH) {
      if (at + 1 >= limit) {
        flush();
        at = limit;
        plain = limit;
        break;
      }
      flush();
      const simple = simpleEscapes.get(bytes[at + 1]!);
      if (simple !== undefined) {
        pieces.push(simple);
        at += 2;
      } else if (bytes[at + 1] === 0x75) {
        const unit = hexUnit(bytes, at + 2, limit);
        if (unit < 0) {
          // A truncated text is its own finding, not a bad escape.
          if (at + 6 > limit && allHex(bytes, at + 2, limit)) {
            at = limit;
            plain = limit;
            break;
          }
          fault('escape', at, Math.min(at + 2, limit));
          pieces.push('\\u');
          at += 2;
        } else if (unit >= 0xd800 && unit <= 0xdbff) {
          const escaped = bytes[at + 6] === BACKSLASH && bytes[at + 7] === 0x75;
          const low = escaped ? hexUnit(bytes, at + 8, limit) : -1;
          if (low >= 0xdc00 && low <= 0xdfff) {
            pieces.push(String.fromCharCode(unit, low));
            at += 12;
          } else {
            // A second half that is no escape at all is told as that.
            if (!escaped || low >= 0) fault('lone-surrogate', at, at + 6);
            pieces.push(String.fromCharCode(unit));
            at += 6;
          }
        } else {
          if (unit >= 0xdc00 && unit <= 0xdfff) fault('lone-surrogate', at, at + 6);
          pieces.push(String.fromCharCode(unit));
          at += 6;
        }
      } else {
        const next = bytes[at + 1]!;
        const length = next < 0x20 ? 2 : 1 + Math.abs(sequenceLength(bytes, at + 1, limit));
        fault('escape', at, at + length);
        pieces.push(decodeUtf8(bytes, at + 1, at + length));
        at += length;
      }
      plain = at;
    } else {
      at++;
    }
  }
  flush();
  return { value: pieces.join(''), end: closed ? at + 1 : at, closed, faults };
}

/**
 * Whether a line end inside a string means that its closing quote is missing: the next line then starts with
 * a string of its own or a closing bracket. Otherwise the text goes on over the line end.
 */
function quoteIsLost(bytes: Uint8Array, lineEnd: number, limit: number): boolean {
  let at = lineEnd;
  while (at < limit && (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32 || bytes[at] === 9)) at++;
  const next = bytes[at];
  return at >= limit || next === QUOTE || next === 0x7d || next === 0x5d;
}

/** Short strings are cheaper to put together than to hand to a decoder. */
function asciiSlice(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 48) return decodeUtf8(bytes, start, end);
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function hexUnit(bytes: Uint8Array, start: number, limit: number): number {
  if (start + 4 > limit) return -1;
  let unit = 0;
  for (let at = start; at < start + 4; at++) {
    const digit = hexDigit(bytes[at]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function allHex(bytes: Uint8Array, start: number, limit: number): boolean {
  for (let at = start; at < limit; at++) if (hexDigit(bytes[at]) < 0) return false;
  return true;
}
