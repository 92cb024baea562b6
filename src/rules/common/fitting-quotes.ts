import { cutsWord } from '../../primitives/quote/cuts-word.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';

const surrogate = /[\ud800-\udfff]/;

/** Characters between any two of which a grapheme ends, whatever stands around them; there are many more. */
const plain =
  /^[\n\x20-\x7e\u00a0-\u024f\u0370-\u03ff\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u205e\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;

/**
 * Makes a quick look at a text: whether an anchor's words stand where its offsets say, with the context it gives, and do
 * not begin inside a word. There is then nothing to say of it. Where the answer is no, nothing is known.
 */
export function createFitCheck(text: string): (anchor: TextAnchor) => boolean {
  const toUtf16 = surrogate.test(text) ? counter(text) : (offset: number) => offset;
  return ({ exact, prefix, suffix, start, end }) => {
    if (start === undefined || end === undefined || exact === '') return false;
    const from = toUtf16(start);
    const to = from + exact.length;
    return (
      text.startsWith(exact, from) &&
      toUtf16(end) === to &&
      (prefix === undefined || text.slice(Math.max(0, from - prefix.length), from) === prefix) &&
      (suffix === undefined || text.startsWith(suffix, to)) &&
      isPlainBoundary(text, from) &&
      isPlainBoundary(text, to) &&
      !cutsWord(text, from)
    );
  };
}

/** Counts code points on from the last place that was asked for, or from the start. */
function counter(text: string): (offset: number) => number {
  let points = 0;
  let units = 0;
  return (offset) => {
    if (offset < points) points = units = 0;
    for (; points < offset && units < text.length; points++)
      units += text.codePointAt(units)! > 0xffff ? 2 : 1;
    return points === offset ? units : Number.POSITIVE_INFINITY;
  };
}

/** Whether an offset certainly cuts no grapheme. */
function isPlainBoundary(text: string, at: number): boolean {
  const isPlain = (index: number): boolean => index < 0 || index >= text.length || plain.test(text[index]!);
  return isPlain(at - 1) && isPlain(at);
}
