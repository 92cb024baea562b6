import { codePointLength, codePointToUtf16 } from './code-points.js';
import { assertCount, beyondEnd } from './offset-error.js';

/**
 * What a UTF-16 unit does to grapheme boundaries (UAX #29), as far as it can be told from the unit alone. `PLAIN` units
 * are joined to nothing but marks that follow; a `CONTROL` stands alone, but for CR LF; the rest, 0, is left to the
 * segmenter of the platform, which takes some hundred times as long.
 */
const PLAIN = 1;
const MARK = 2;
const CONTROL = 3;

const plainRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  // Greek, Cyrillic and Armenian
  [0x370, 0x482],
  [0x48a, 0x58f],
  // letters of Hebrew, Arabic and Thai
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x660, 0x669],
  [0x671, 0x6d3],
  [0xe01, 0xe30],
  // Latin and Greek with marks
  [0x1e00, 0x1fff],
  // spaces, dashes, quotation marks, currency signs
  [0x2000, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x2070, 0x20c0],
  [0x2100, 0x2bff],
  // Chinese, Japanese and Korean
  [0x3000, 0x3029],
  [0x3030, 0x3098],
  [0x309b, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xfb00, 0xfb06],
  [0xff01, 0xff9d],
];

const controlRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
];

const CR = 0x0d;
const LF = 0x0a;

let kinds: Uint8Array | undefined;

function kindsOfUnits(): Uint8Array {
  if (kinds !== undefined) return kinds;
  kinds = new Uint8Array(0x10000);
  for (const [first, last] of plainRanges) kinds.fill(PLAIN, first, last + 1);
  for (const [first, last] of controlRanges) kinds.fill(CONTROL, first, last + 1);
  return kinds.fill(MARK, 0x300, 0x370);
}

let segmenter: Intl.Segmenter | undefined;

/** Calls `visit` for every grapheme of a text in order, with its UTF-16 offsets, the end exclusive. */
export function visitGraphemes(text: string, visit: (start: number, end: number) => void): void {
  const kindOf = kindsOfUnits();
  const length = text.length;
  for (let at = 0; at < length; ) {
    const kind = kindOf[text.charCodeAt(at)];
    let end = at + 1;
    if (kind === CONTROL) {
      if (text.charCodeAt(at) === CR && text.charCodeAt(end) === LF) end++;
      visit(at, end);
      at = end;
      continue;
    }
    if (kind === PLAIN) {
      while (end < length && kindOf[text.charCodeAt(end)] === MARK) end++;
      const next = end === length ? CONTROL : kindOf[text.charCodeAt(end)];
      if (next === PLAIN || next === CONTROL) {
        visit(at, end);
        at = end;
        continue;
      }
    }
    for (let before: number | undefined = kind; end < length; end++) {
      const next = kindOf[text.charCodeAt(end)];
      if (next === CONTROL || (next === PLAIN && (before === PLAIN || before === MARK))) break;
      before = next;
    }
    // Building a segmenter is slow, and most texts need none.
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (const { index, segment } of segmenter.segment(text.slice(at, end))) {
      visit(at + index, at + index + segment.length);
    }
    at = end;
  }
}

/** Whether a UTF-16 offset lies between two graphemes, as far as its neighbours tell by themselves. */
export function isSurelyBoundary(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  const kindOf = kindsOfUnits();
  const after = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (kindOf[before] === CONTROL || kindOf[after] === CONTROL) return !(before === CR && after === LF);
  return kindOf[after] === PLAIN && kindOf[before] === PLAIN;
}

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
  visitGraphemes(text, () => count++);
  return count;
}

/**
 * Turns an offset in code points into one in graphemes; an offset inside a grapheme gives the grapheme's beginning.
 *
 * @throws OffsetError when the offset is no whole number from 0 to the length of the text.
 *
 * @example
 * ```ts
 * import { codePointToGrapheme } from 'newsdomain';
 *
 * codePointToGrapheme('🇻🇳 visit', 3); // => 2
 * codePointToGrapheme('🇻🇳 visit', 1); // => 0
 * codePointToGrapheme('visit', 6); // throws OffsetError
 * ```
 */
export function codePointToGrapheme(text: string, offset: number): number {
  const stop = codePointToUtf16(text, offset);
  let count = 0;
  visitGraphemes(text, (_, end) => {
    if (end <= stop) count++;
  });
  return count;
}

/**
 * Turns an offset in graphemes into one in code points.
 *
 * @throws OffsetError when the offset is no whole number from 0 to the text's number of graphemes.
 *
 * @example
 * ```ts
 * import { graphemeToCodePoint } from 'newsdomain';
 *
 * graphemeToCodePoint('🇻🇳 visit', 2); // => 3
 * graphemeToCodePoint('🇻🇳 visit', 8); // throws OffsetError
 * ```
 */
export function graphemeToCodePoint(text: string, offset: number): number {
  assertCount(offset, 'graphemes');
  let count = 0;
  let stop = 0;
  visitGraphemes(text, (_, end) => {
    if (count < offset) stop = end;
    count++;
  });
  if (offset > count) throw beyondEnd(offset, count, 'graphemes');
  return codePointLength(text.slice(0, stop));
}
