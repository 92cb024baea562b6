import { measuredText } from '../../reasoning/anchors/measured-text.js';
import { hasLength } from '../../reasoning/anchors/text-digest.js';
import type { Article, TextDigest } from '../../records/article.js';
import type { FitCheck } from '../at-hand.js';
import { bodyTextOf } from '../body-text.js';
import { createFitCheck } from './fitting-quotes.js';

/** The text in which the offsets of anchors are counted, and whether it is the one in which they were. */
export interface QuotedText {
  /** Absent where the article has no plain text. */
  readonly text: string | undefined;
  readonly isMeasured: boolean;
  readonly fits: FitCheck;
}

/** Prepares the text of an article, as its body has it, for a quick look at the anchors that quote it. */
export function quotedText(bodyText: string | undefined, textDigest: TextDigest | undefined): QuotedText {
  const article = { body: { text: bodyText }, textDigest } as Pick<Article, 'body' | 'textDigest'>;
  const text = measuredText(article);
  if (text === undefined) {
    const length = textDigest?.codePoints ?? Number.POSITIVE_INFINITY;
    return { text, isMeasured: true, fits: ({ end }) => end === undefined || end <= length };
  }
  const isMeasured = textDigest === undefined || hasLength(text, textDigest);
  return { text, isMeasured, fits: isMeasured ? createFitCheck(text) : () => false };
}

/** Makes a quick look at the anchors of an article that quote itself. `parts` is what is right of it. */
export function createOwnFitCheck(
  record: Readonly<Record<string, unknown>>,
  parts: Readonly<Record<string, unknown>>,
): FitCheck {
  let fits: FitCheck | undefined;
  return (anchor) => {
    fits ??= quotedText(bodyTextOf(record), parts.textDigest as TextDigest | undefined).fits;
    return fits(anchor);
  };
}
