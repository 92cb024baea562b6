const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Decodes bytes to a string; ill-formed sequences become U+FFFD, as the WHATWG Encoding Standard says. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decoder.decode(bytes.subarray(start, end));
}

/** Encodes a string as UTF-8; lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * Measures the sequence that starts at `at`: its length in bytes, negative where it is ill-formed.
 * An ill-formed sequence is the maximal subpart that a decoder replaces with one U+FFFD.
 */
export function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // The second byte rules out overlong forms, surrogates and code points above U+10FFFF.
  const lower = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const upper = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (at + 1 >= end) return -1;
  const second = bytes[at + 1]!;
  if (second < lower || second > upper) return -1;
  for (let index = 2; index < length; index++) {
    if (at + index >= end || (bytes[at + index]! & 0xc0) !== 0x80) return -index;
  }
  return length;
}

/** Finds the first ill-formed sequence in a range of bytes, or -1. */
export function firstIllFormed(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    if (length < 0) return at;
    at += length;
  }
  return -1;
}

/** From how many bytes on it is cheaper to decode them than to look at each. */
const WORTH_DECODING = 64;

/** How many bytes are decoded at once: a string has a longest length. */
const DECODED_AT_ONCE = 1024 * 1024;

/** Counts the UTF-16 units that a decoder makes of a range of bytes. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  let at = start;
  while (end - at >= WORTH_DECODING) {
    const stop = sequenceStart(bytes, at, Math.min(end, at + DECODED_AT_ONCE), end);
    units += decodeUtf8(bytes, at, stop).length;
    at = stop;
  }
  while (at < end) {
    if (bytes[at]! < 0x80) {
      at++;
      units++;
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    at += Math.abs(length);
    units += length === 4 ? 2 : 1;
  }
  return units;
}

/** The last byte up to `at` at which a sequence begins; the end is one. */
function sequenceStart(bytes: Uint8Array, from: number, at: number, end: number): number {
  let byte = at;
  while (byte < end && byte > from && at - byte < 3 && (bytes[byte]! & 0xc0) === 0x80) byte--;
  return byte;
}

/** Recognises UTF-16 and UTF-32, with a byte order mark or by the zero bytes of its first characters. */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (bytes.length < 4) return undefined;
  if (a === 0 && b === 0 && (c !== 0 || d !== 0)) return 'UTF-32BE';
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'UTF-32LE';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'UTF-16LE';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'UTF-16BE';
  return undefined;
}

/** Whether the text starts with the three bytes of a UTF-8 byte order mark. */
export function hasByteOrderMark(bytes: Uint8Array, at = 0): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
