import { type CodePointCounter, codePointCounter } from '../code-points.js';
import { isSurelyBoundary, visitGraphemes } from '../graphemes.js';
import { type FoldedText, foldText } from './fold-text.js';

/** A text that is searched more than once: what searching needs of it is worked out once, when it is first needed. */
export interface PreparedText {
  readonly text: string;
}

/** What searching needs of a text. */
export interface TextIndex extends PreparedText {
  readonly folding: FoldedText;
  readonly toCodePoint: CodePointCounter;
  /** Whether a UTF-16 offset lies between two graphemes. */
  isBoundary(offset: number): boolean;
}

const indexes = new WeakMap<PreparedText, TextIndex>();

/**
 * Prepares a text in which many quotes will be looked for; `locateQuote` and `createAnchor` take it in place of the
 * string.
 *
 * @example
 * ```ts
 * import { locateQuote, prepareText } from 'newsdomain';
 *
 * const text = prepareText('“The dates are set,” she said.');
 * ['"The dates', 'she said', 'it said'].map((quote) => locateQuote(text, quote).status); // => ['folded', 'exact', 'missing']
 * ```
 */
export function prepareText(text: string): PreparedText {
  const prepared: PreparedText = Object.freeze({ text });
  indexes.set(prepared, indexText(text));
  return prepared;
}

/** What searching needs of a text, prepared or not. */
export function textIndexOf(text: string | PreparedText): TextIndex {
  if (typeof text === 'string') return indexText(text);
  const known = indexes.get(text);
  return known !== undefined && known.text === text.text ? known : indexText(text.text);
}

function indexText(text: string): TextIndex {
  let folding: FoldedText | undefined;
  let counter: CodePointCounter | undefined;
  let boundaries: Uint8Array | undefined;
  return {
    text,
    get folding() {
      folding ??= foldText(text);
      return folding;
    },
    get toCodePoint() {
      counter ??= codePointCounter(text);
      return counter;
    },
    isBoundary(offset) {
      if (isSurelyBoundary(text, offset)) return true;
      boundaries ??= boundariesOf(text);
      return boundaries[offset] === 1;
    },
  };
}

function boundariesOf(text: string): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  boundaries[0] = 1;
  visitGraphemes(text, (_, end) => {
    boundaries[end] = 1;
  });
  return boundaries;
}
