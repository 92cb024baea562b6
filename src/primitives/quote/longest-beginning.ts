import { cutsWord } from './cuts-word.js';
import { findAll } from './find-all.js';
import { foldText } from './fold-text.js';
import { type PreparedText, textIndexOf } from './prepared-text.js';

/** How far a text has the words of a quote. */
export interface Beginning {
  /** The words that it has, as it writes them. */
  readonly words: string;
  /** What follows them there. */
  readonly next: string;
}

/** How much of what follows is worth showing, in code points. */
const SHOWN = 40;

/**
 * Finds how far a text has the words of a quote, after folding, where it has that beginning of the quote in one place
 * alone; `undefined` where that is less than two words.
 */
export function longestBeginning(text: string | PreparedText, quote: string): Beginning | undefined {
  const index = textIndexOf(text);
  const { folded, starts, ends } = index.folding;
  const wanted = foldText(quote).folded;
  const placesOf = (length: number): readonly number[] => findAll(folded, wanted.slice(0, length));
  let length = 0;
  for (let tooLong = wanted.length; length + 1 < tooLong; ) {
    const middle = (length + tooLong) >> 1;
    if (placesOf(middle).length > 0) length = middle;
    else tooLong = middle;
  }
  const [place = 0] = placesOf(length);
  const isWithinWord = (): boolean => cutsWord(wanted, length) || cutsWord(folded, place + length);
  while (length > 0 && (wanted[length - 1] === ' ' || isWithinWord())) length--;
  if (!/\S\s+\S/.test(wanted.slice(0, length)) || placesOf(length).length !== 1) return undefined;
  const end = ends[place + length - 1]!;
  const next = Array.from(
    index.text
      .slice(end)
      .trimStart()
      .slice(0, 2 * SHOWN),
  ).slice(0, SHOWN);
  return { words: index.text.slice(starts[place], end), next: next.join('') };
}
