import { decodeUtf8, sequenceLength } from '../utf8.js';

/** What was found wrong inside one string. */
export interface StringFault {
  readonly kind: 'escape' | 'control' | 'encoding' | 'lone-surrogate';
  readonly start: number;
  readonly end: number;
}

/**
 * One string token. `end` is after the closing quote; at the line end where the quote was forgotten; at the limit
 * where the text stops inside the string.
 */
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
      // A character that the end of the text cuts is no mistake of its own.
      if (length < 0 && !(at - length === limit && isLead(byte))) fault('encoding', at, at - length);
      at += Math.abs(length);
    } else if (byte < 0x20) {
      if (byte === 10 || byte === 13) {
        const next = nextVisible(bytes, at, limit);
        if (next === limit) {
          flush();
          at = limit;
          plain = limit;
          break;
        }
        // The next line starts with a string of its own or a closing bracket: the quote was forgotten.
        if (bytes[next] === QUOTE || bytes[next] === 0x7d || bytes[next] === 0x5d) break;
      }
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
          const escaped = at + 7 < limit && bytes[at + 6] === BACKSLASH && bytes[at + 7] === 0x75;
          const low = escaped ? hexUnit(bytes, at + 8, limit) : -1;
          if (low < 0 && at + 12 > limit && escapeBegins(bytes, at + 6, limit)) {
            at = limit;
            plain = limit;
            break;
          }
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

/** The first byte from `at` on that is no white space, or the limit. */
function nextVisible(bytes: Uint8Array, at: number, limit: number): number {
  let next = at;
  while (
    next < limit &&
    (bytes[next] === 10 || bytes[next] === 13 || bytes[next] === 32 || bytes[next] === 9)
  ) {
    next++;
  }
  return next;
}

/** Whether a byte begins a character of several bytes. */
const isLead = (byte: number): boolean => byte >= 0xc2 && byte <= 0xf4;

/** Whether what stands before the limit is the beginning of a Unicode escape, or nothing. */
function escapeBegins(bytes: Uint8Array, at: number, limit: number): boolean {
  if (at < limit && bytes[at] !== BACKSLASH) return false;
  if (at + 1 < limit && bytes[at + 1] !== 0x75) return false;
  return allHex(bytes, at + 2, limit);
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
