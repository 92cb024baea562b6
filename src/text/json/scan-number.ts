const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** What a run of number-like bytes is: a JSON number, the beginning of one, or neither. */
export type NumberShape = 'integer' | 'decimal' | 'prefix' | 'invalid';

/** Judges whether the bytes are one number as RFC 8259 writes it. */
export function numberShape(bytes: Uint8Array, start: number, end: number): NumberShape {
  let at = start;
  if (bytes[at] === MINUS) at++;
  if (at >= end) return 'prefix';
  if (!isDigit(bytes[at])) return 'invalid';
  if (bytes[at] === 0x30) at++;
  else while (at < end && isDigit(bytes[at])) at++;
  if (at === end) return 'integer';
  if (bytes[at] === DOT) {
    at++;
    if (at === end) return 'prefix';
    if (!isDigit(bytes[at])) return 'invalid';
    while (at < end && isDigit(bytes[at])) at++;
    if (at === end) return 'decimal';
  }
  if (bytes[at] !== 0x65 && bytes[at] !== 0x45) return 'invalid';
  at++;
  if (bytes[at] === PLUS || bytes[at] === MINUS) at++;
  if (at >= end) return 'prefix';
  while (at < end && isDigit(bytes[at])) at++;
  return at === end ? 'decimal' : 'invalid';
}
