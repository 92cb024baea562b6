import { assertCount, beyondEnd, OffsetError } from './offset-error.js';

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const surrogate = /[\ud800-\udfff]/;

/**
 * Whether a text has surrogates, in pairs or alone. An engine finds one many times as fast as a loop does, and knows of
 * most texts that there is none.
 */
export const hasSurrogates = (text: string): boolean => surrogate.test(text);

/** UTF-16 units of the code point at `at`; a surrogate without its other half is a code point of its own. */
const unitsAt = (text: string, at: number): 1 | 2 =>
  isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;

/**
 * Counts the Unicode code points of a text; a lone surrogate counts as one.
 *
 * @example
 * ```ts
 * import { codePointLength } from 'newsdomain';
 *
 * codePointLength('Hà Nội 🇻🇳'); // => 9
 * codePointLength('\ud83d'); // => 1
 * ```
 */
export function codePointLength(text: string): number {
  if (!hasSurrogates(text)) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) count++;
  return count;
}

/**
 * Turns an offset in code points into one in UTF-16 units.
 *
 * @throws OffsetError when the offset is no whole number from 0 to the length of the text.
 *
 * @example
 * ```ts
 * import { codePointToUtf16 } from 'newsdomain';
 *
 * codePointToUtf16('🇻🇳 visit', 3); // => 5
 * codePointToUtf16('visit', 99); // throws OffsetError
 * ```
 */
export function codePointToUtf16(text: string, offset: number): number {
  assertCount(offset, 'code points');
  return unitsFrom(text, 0, offset, offset);
}

/** The UTF-16 offset `count` code points after `from`; `offset` is what the caller was asked for. */
function unitsFrom(text: string, from: number, count: number, offset: number): number {
  let at = from;
  for (let left = count; left > 0; left--) {
    if (at >= text.length) throw beyondEnd(offset, offset - left, 'code points');
    at += unitsAt(text, at);
  }
  return at;
}

/**
 * Turns an offset in UTF-16 units into one in code points; an offset between the halves of a code point gives
 * the code point's beginning.
 *
 * @throws OffsetError when the offset is no whole number from 0 to the length of the text.
 *
 * @example
 * ```ts
 * import { utf16ToCodePoint } from 'newsdomain';
 *
 * utf16ToCodePoint('🇻🇳 visit', 5); // => 3
 * utf16ToCodePoint('🇻🇳 visit', 1); // => 0
 * ```
 */
export function utf16ToCodePoint(text: string, offset: number): number {
  assertCount(offset, 'UTF-16 units');
  if (offset > text.length) throw beyondEnd(offset, text.length, 'UTF-16 units');
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    at += unitsAt(text, at);
    if (at > offset) break;
  }
  return count;
}

/**
 * Cuts the part between two offsets in code points out of a text: the end is exclusive, and that of the text by
 * default.
 *
 * @throws OffsetError when an offset is no whole number from 0 to the length of the text, or the end comes before the
 * start.
 *
 * @example
 * ```ts
 * import { sliceCodePoints } from 'newsdomain';
 *
 * sliceCodePoints('🇻🇳 visit', 3, 6); // => 'vis'
 * sliceCodePoints('🇻🇳 visit', 3); // => 'visit'
 * sliceCodePoints('🇻🇳 visit', 3, 2); // throws OffsetError
 * ```
 */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  assertCount(start, 'code points');
  if (end === undefined) return text.slice(unitsFrom(text, 0, start, start));
  assertCount(end, 'code points');
  if (end < start) {
    throw new OffsetError('order', end, `The end ${end} comes before the start ${start}.`);
  }
  const from = unitsFrom(text, 0, start, start);
  return text.slice(from, unitsFrom(text, from, end - start, end));
}

/** Turns offsets in UTF-16 units into code points, many for one text, whatever their order. */
export type CodePointCounter = (utf16: number) => number;

/**
 * Prepares a text for the turning of many offsets: one pass over the text, then a search among its code points of two
 * units. The offsets lie in the text and between code points.
 */
export function codePointCounter(text: string): CodePointCounter {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (utf16) => utf16;
  const pairs: number[] = [];
  for (let at = 0; at < text.length; ) {
    const units = unitsAt(text, at);
    if (units === 2) pairs.push(at);
    at += units;
  }
  return (utf16) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < utf16) low = middle + 1;
      else high = middle;
    }
    return utf16 - low;
  };
}
