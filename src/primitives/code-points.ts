const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

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
  let count = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) count++;
  return count;
}

/**
 * Turns an offset in code points into one in UTF-16 units; offsets beyond the end give the end.
 *
 * @example
 * ```ts
 * import { codePointToUtf16 } from 'newsdomain';
 *
 * codePointToUtf16('🇻🇳 visit', 3); // => 5
 * codePointToUtf16('visit', 99); // => 5
 * ```
 */
export function codePointToUtf16(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left--) at += unitsAt(text, at);
  return at;
}

/**
 * Turns an offset in UTF-16 units into one in code points; an offset between the halves of a code point gives
 * the code point's beginning, offsets beyond the end give the end.
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
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    at += unitsAt(text, at);
    if (at > offset) break;
  }
  return count;
}

/**
 * Cuts the part between two offsets in code points out of a text, the end exclusive.
 *
 * @example
 * ```ts
 * import { sliceCodePoints } from 'newsdomain';
 *
 * sliceCodePoints('🇻🇳 visit', 3, 8); // => 'visit'
 * ```
 */
export function sliceCodePoints(text: string, start: number, end: number = Number.POSITIVE_INFINITY): string {
  const from = codePointToUtf16(text, start);
  let to = from;
  for (let left = end - Math.max(start, 0); left > 0 && to < text.length; left--) to += unitsAt(text, to);
  return text.slice(from, to);
}

let segmenter: Intl.Segmenter | undefined;

/** Building a segmenter is slow, and only grapheme offsets need one. */
const graphemes = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

/**
 * Counts the graphemes of a text: what a reader sees as characters (Unicode UAX #29).
 *
 * @example
 * ```ts
 * import { graphemeLength } from 'newsdomain';
 *
 * graphemeLength('Hà Nội 🇻🇳'); // => 8
 * ```
 */
export function graphemeLength(text: string): number {
  let count = 0;
  for (const _ of graphemes(text)) count++;
  return count;
}

/**
 * Turns an offset in code points into one in graphemes; an offset inside a grapheme gives the grapheme's
 * beginning, offsets beyond the end give the end.
 *
 * @example
 * ```ts
 * import { codePointToGrapheme } from 'newsdomain';
 *
 * codePointToGrapheme('🇻🇳 visit', 3); // => 2
 * codePointToGrapheme('🇻🇳 visit', 1); // => 0
 * ```
 */
export function codePointToGrapheme(text: string, offset: number): number {
  const stop = codePointToUtf16(text, offset);
  let count = 0;
  for (const { index, segment } of graphemes(text)) {
    if (index + segment.length > stop) break;
    count++;
  }
  return count;
}

/**
 * Turns an offset in graphemes into one in code points; offsets beyond the end give the end.
 *
 * @example
 * ```ts
 * import { graphemeToCodePoint } from 'newsdomain';
 *
 * graphemeToCodePoint('🇻🇳 visit', 2); // => 3
 * ```
 */
export function graphemeToCodePoint(text: string, offset: number): number {
  let count = 0;
  let codePoints = 0;
  for (const { segment } of graphemes(text)) {
    if (count >= offset) break;
    codePoints += codePointLength(segment);
    count++;
  }
  return codePoints;
}
