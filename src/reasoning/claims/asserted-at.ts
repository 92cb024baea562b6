import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { TimeZone } from '../../primitives/time-zone.js';
import type { ClaimEvidence, EvidenceBase } from '../evidence/evidence-base.js';

/** Where it is written when a claim was asserted. */
export type AssertionBasis = 'claim' | 'article-instant' | 'article-date' | 'unknown';

/** When a claim was asserted, as far as the dataset says. */
export interface AssertionTime {
  /** When; absent where it is unknown, which means possibly any time. */
  readonly date?: FuzzyDate | undefined;
  /** The time zone in which `date` is meant; without one it floats. */
  readonly timeZone?: TimeZone | undefined;
  /** Whether the claim says so itself, or else which field of its article does. */
  readonly basis: AssertionBasis;
}

/**
 * Finds when a claim was asserted: its `assertedAt`, else its article's `publishedAt`, else the article's
 * `publicationDate`, else unknown.
 *
 * @example
 * ```ts
 * import { assertionTimeOf, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'article', id: 'article:a', publicationDate: { date: '2024-06~' } },
 *   { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
 *   { type: 'claim', id: 'claim:b', text: 'It rained.' },
 * ]);
 * assertionTimeOf(dataset.claims[0], dataset); // => { date: '2024-06~', basis: 'article-date' }
 * assertionTimeOf(dataset.claims[1], dataset); // => { basis: 'unknown' }
 * ```
 */
export function assertionTimeOf(claim: ClaimEvidence, dataset: EvidenceBase): AssertionTime {
  if (claim.assertedAt !== undefined) return { date: claim.assertedAt, basis: 'claim' };
  const article = claim.articleId === undefined ? undefined : dataset.find('article', claim.articleId);
  if (article?.publishedAt !== undefined) {
    // every instant is a fuzzy date: a point with an offset
    return { date: article.publishedAt as string as FuzzyDate, basis: 'article-instant' };
  }
  const published = article?.publicationDate;
  if (published?.date === undefined) return { basis: 'unknown' };
  return published.timeZone === undefined
    ? { date: published.date, basis: 'article-date' }
    : { date: published.date, timeZone: published.timeZone, basis: 'article-date' };
}
