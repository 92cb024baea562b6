import { hasSurrogates } from '../../primitives/code-points.js';
import { cutsWord } from '../../primitives/quote/cuts-word.js';
import type { FitCheck } from '../at-hand.js';
import { lastUpTo } from '../last-up-to.js';

/** Characters between any two of which a grapheme ends, whatever stands around them; there are many more. */
const plain =
  /^[\n\x20-\x7e\u00a0-\u024f\u0370-\u03ff\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u205e\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\u{1f300}-\u{1f3fa}\u{1f400}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}]$/u;

/**
 * Makes a quick look at a text: whether an anchor's words stand where its offsets say, with the context it gives, and do
 * not begin inside a word. There is then nothing to say of it. Where the answer is no, nothing is known.
 */
export function createFitCheck(text: string): FitCheck {
  const toUtf16 = hasSurrogates(text) ? counter(text) : (offset: number) => offset;
  return ({ exact, prefix, suffix, start, end }) => {
    if (start === undefined || end === undefined || exact === '') return false;
    const from = toUtf16(start);
    const to = from + exact.length;
    return (
      text.startsWith(exact, from) &&
      toUtf16(end) === to &&
      (prefix === undefined || text.slice(Math.max(0, from - prefix.length), from) === prefix) &&
      (suffix === undefined || text.startsWith(suffix, to)) &&
      isSoundBoundary(pointBefore(text, from), pointAt(text, from), true) &&
      isSoundBoundary(pointBefore(text, to), pointAt(text, to), false)
    );
  };
}

const pointAt = (text: string, index: number): number => text.codePointAt(index) ?? -1;

/** The code point that ends at an index; -1 at the start of the text. */
function pointBefore(text: string, index: number): number {
  if (index <= 0) return -1;
  return isSecondHalf(text, index - 1) ? text.codePointAt(index - 2)! : text.charCodeAt(index - 1);
}

/** Whether a UTF-16 unit is the second half of a surrogate pair. */
const isSecondHalf = (text: string, unit: number): boolean =>
  text.charCodeAt(unit) >>> 10 === 0x37 && unit > 0 && text.charCodeAt(unit - 1) >>> 10 === 0x36;

/** Every so many UTF-16 units it is kept how many code points there are before, so that no text is counted again. */
const STEP = 512;

/** Tells of code points by their numbers at which unit they begin. */
function counter(text: string): (offset: number) => number {
  const before = [0];

  const countOn = (): void => {
    const end = before.length * STEP;
    let points = before.at(-1)!;
    for (let unit = end - STEP; unit < end; unit++) if (!isSecondHalf(text, unit)) points++;
    before.push(points);
  };

  return (offset) => {
    while (before.at(-1)! < offset && before.length * STEP <= text.length) countOn();
    let unit = STEP * lastUpTo(before, offset);
    let points = before[unit / STEP]!;
    for (; unit < text.length; unit++) {
      if (isSecondHalf(text, unit)) continue;
      if (points === offset) break;
      points++;
    }
    return points === offset ? unit : Number.POSITIVE_INFINITY;
  };
}

/**
 * Whether a quotation may certainly begin, or end, between two code points: no grapheme is cut there, nor a word where
 * it begins. -1 stands for the start or the end of the text.
 */
export function isSoundBoundary(before: number, after: number, begins: boolean): boolean {
  return isPlain(before) && isPlain(after) && !(begins && cutsWordBetween(before, after));
}

/** Whether a grapheme certainly ends before and behind a code point; so it does where the text does. */
function isPlain(point: number): boolean {
  if (point < 0x7f) return point >= 0x20 || point === 0x0a || point < 0;
  return plain.test(String.fromCodePoint(point));
}

function cutsWordBetween(before: number, after: number): boolean {
  if (before < 0 || after < 0) return false;
  if ((before < 0x80 && !isLetterOrDigit(before)) || (after < 0x80 && !isLetterOrDigit(after))) return false;
  return cutsWord(String.fromCodePoint(before, after), before > 0xffff ? 2 : 1);
}

/** Whether an ASCII character is one. */
function isLetterOrDigit(char: number): boolean {
  const small = char | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (char >= 0x30 && char <= 0x39);
}
