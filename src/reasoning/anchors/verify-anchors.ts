import {
  type LocatedQuote,
  locateQuote,
  type QuoteContext,
  type QuotePlace,
} from '../../primitives/quote/locate-quote.js';
import { type PreparedText, prepareText } from '../../primitives/quote/prepared-text.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';
import type { Article } from '../../records/article.js';
import type { NewsRecord } from '../../records/news-record.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import { anchorsOf } from './anchors-of.js';
import { measuredText } from './measured-text.js';
import { hasLength } from './text-digest.js';

/** What became of an anchor: what `locateQuote` says, or that the article has no plain text to look in. */
export type AnchorStatus = LocatedQuote['status'] | 'no-text';

/**
 * What became of an anchor's offsets: they are those of the place (`right`), or of another (`wrong`); there is no place
 * to compare them with (`unknown`), or there are no offsets (`none`).
 */
export type AnchorOffsets = 'right' | 'wrong' | 'unknown' | 'none';

/** An anchor, and where its words stand. */
export interface VerifiedAnchor {
  readonly recordId: string;
  readonly recordType: RecordType;
  /** JSON Pointer (RFC 6901) from the root of the record to the anchor. */
  readonly pointer: string;
  readonly anchor: TextAnchor;
  readonly status: AnchorStatus;
  /** Where the words stand: one place, several when that is `ambiguous`, none when they are `missing`. */
  readonly places: readonly QuotePlace[];
  readonly offsets: AnchorOffsets;
  /** Whether the anchor's `prefix` and `suffix` are the words around. */
  readonly context: QuoteContext;
}

/**
 * Looks up every anchor that quotes an article, in the article itself and in other records, in their order: claims, and
 * whatever else has anchors. Anchors of other articles are passed over, and so are those of a claim that names none.
 * Offsets are counted in `measuredText(article)`. Where `textDigest` has another number of code points, they were
 * counted in another text, and do not help to tell equal quotations apart.
 *
 * @example
 * ```ts
 * import { defineArticle, defineClaim, verifyAnchors } from 'newsdomain';
 *
 * const article = defineArticle({ type: 'article', id: 'article:a', body: { text: 'The visit “may” take place in June.' } });
 * const claim = defineClaim({
 *   type: 'claim',
 *   id: 'claim:a',
 *   text: 'The visit may take place in June.',
 *   articleId: 'article:a',
 *   anchors: [{ exact: 'The visit "may" take place', start: 0, end: 26 }],
 *   hedges: [{ exact: 'may', start: 10, end: 13 }, { exact: 'perhaps' }],
 * });
 * const short = ({ pointer, status, offsets }) => [pointer, status, offsets];
 * verifyAnchors(article, [claim]).map(short); // => [['/anchors/0', 'folded', 'right'], ['/hedges/0', 'exact', 'wrong'], ['/hedges/1', 'missing', 'none']]
 * verifyAnchors({ ...article, body: { html: '<p>…</p>' } }, [claim])[0].status; // => 'no-text'
 * ```
 */
export function verifyAnchors(
  article: Article,
  records: Iterable<NewsRecord> = [],
): readonly VerifiedAnchor[] {
  const text = measuredText(article);
  const prepared = text === undefined ? undefined : prepareText(text);
  const isMeasured =
    text === undefined || article.textDigest === undefined || hasLength(text, article.textDigest);
  const verified: VerifiedAnchor[] = [];
  const verifyIn = (record: NewsRecord): void => {
    for (const { anchor, articleId, pointer } of anchorsOf(record)) {
      if (articleId !== article.id) continue;
      verified.push({
        recordId: record.id,
        recordType: record.type,
        pointer,
        anchor,
        ...verifyAnchor(prepared, anchor, isMeasured),
      });
    }
  };
  verifyIn(article);
  for (const record of records) if (record.type !== 'article' || record.id !== article.id) verifyIn(record);
  return verified;
}

type Outcome = Pick<VerifiedAnchor, 'status' | 'places' | 'offsets' | 'context'>;

/** Looks one anchor up. `isMeasured` says that its offsets were counted in this text. */
export function verifyAnchor(
  text: PreparedText | undefined,
  anchor: TextAnchor,
  isMeasured: boolean,
): Outcome {
  const { exact, prefix, suffix, start } = anchor;
  const without = start === undefined ? 'none' : 'unknown';
  if (text === undefined) return { status: 'no-text', places: [], offsets: without, context: 'none' };
  const located = locateQuote(text, exact, { prefix, suffix, start: isMeasured ? start : undefined });
  if (located.status === 'missing')
    return { status: 'missing', places: [], offsets: without, context: 'none' };
  const { status, context } = located;
  if (located.status === 'ambiguous') {
    const { places } = located;
    const isElsewhere = start !== undefined && !places.some((place) => place.start === start);
    return { status, places, offsets: isElsewhere ? 'wrong' : without, context };
  }
  const { decidedBy: _, status: __, context: ___, ...place } = located;
  const offsets = start === undefined ? 'none' : place.start === start ? 'right' : 'wrong';
  return { status, places: [place], offsets, context };
}
