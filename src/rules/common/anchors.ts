import { cutsWord } from '../../primitives/quote/cuts-word.js';
import type { QuotePlace } from '../../primitives/quote/locate-quote.js';
import { type Beginning, longestBeginning } from '../../primitives/quote/longest-beginning.js';
import { type PreparedText, prepareText } from '../../primitives/quote/prepared-text.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';
import { type AnchorUse, anchorsOf } from '../../reasoning/anchors/anchors-of.js';
import { type VerifiedAnchor, verifyAnchor } from '../../reasoning/anchors/verify-anchors.js';
import type { TextDigest } from '../../records/article.js';
import { isPlainObject } from '../../schema/cross-field.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import type { IsSettled, Settles } from '../at-hand.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { Reads } from '../reads.js';
import type { RecordParts } from '../record-parts.js';
import type { DatasetProblem, JudgeContext } from '../rule.js';
import { quotedText } from './own-fit-check.js';

/**
 * Where anchors stand, and what says how their offsets are counted. Written out, for to read it off the schemas takes
 * longer than a small check; a test holds it to them.
 */
export const anchorReads = {
  article: ['textDigest', 'publicationDate.anchors.*', 'mentions.*.anchor'],
  entity: ['roles.*.anchors'],
  claim: [
    'articleId',
    'anchors',
    'attribution.*.cue',
    'attribution.*.quotes',
    'hedges',
    'times.*.anchors',
    'relations.*.anchors',
    'ambiguities.*.anchor',
  ],
  'scheduled-event': [
    'start.anchors',
    'end.anchors',
    'window.anchors',
    'history.*.start.anchors',
    'history.*.end.anchors',
    'history.*.window.anchors',
    'agenda.*.anchor',
    'relations.*.anchors',
  ],
} as const satisfies Reads;

/**
 * An article is at hand with its text, so that its own anchors can be judged without reading it again. Nearly all of
 * an archive are right.
 */
const isRight: IsSettled = (part, { record, fits }) =>
  isPlainObject(part) &&
  typeof part.exact === 'string' &&
  (part.articleId === undefined || part.articleId === record.id) &&
  fits(part as unknown as TextAnchor);

/** The anchors that are settled while the record they stand in is at hand. */
export const anchorSettles: Settles = {
  article: { 'publicationDate.anchors.*': isRight, 'mentions.*.anchor': isRight },
};

/** The keys below which anchors stand. */
const anchorKeys = Object.fromEntries(
  Object.entries(anchorReads).map(([type, paths]) => [
    type,
    paths.filter((path) => !/^(?:articleId|textDigest)$/.test(path)).map((path) => path.split('.')[0]),
  ]),
) as unknown as Readonly<Record<keyof typeof anchorReads, readonly (keyof RecordParts)[]>>;

/** An anchor of which something can be said, and what became of it. */
export interface JudgedAnchor
  extends Pick<VerifiedAnchor, 'anchor' | 'status' | 'places' | 'offsets' | 'context'> {
  readonly record: number;
  readonly path: AnchorUse['path'];
  readonly article: RecordFacts<'article'>;
  /** Of missing words: how far the text has them. */
  readonly beginning: Beginning | undefined;
  /** Where the context is not that of the text: the field, and what the text has there. */
  readonly differing: { readonly key: 'prefix' | 'suffix'; readonly words: string } | undefined;
  /** The word of which the text has only the end, where the quote begins with it. */
  readonly cutWord: string | undefined;
}

/** For how many missing quotes it is found out how far the text has them: that takes longer than to miss them. */
const MOST_BEGINNINGS = 1000;

const judged = new WeakMap<Facts, readonly JudgedAnchor[]>();

/**
 * The anchors of which there is something to say, by article: judged once for all rules that ask, each article read
 * once, and no text kept.
 */
export function judgedAnchors(facts: Facts, context: JudgeContext): readonly JudgedAnchor[] {
  let all = judged.get(facts);
  if (all === undefined) {
    all = judgeAll(facts, context);
    judged.set(facts, all);
  }
  return all;
}

interface Held extends AnchorUse {
  readonly record: number;
}

function judgeAll(facts: Facts, { bodyText, bodyFits }: JudgeContext): readonly JudgedAnchor[] {
  const byArticle = new Map<number, { readonly article: RecordFacts<'article'>; readonly anchors: Held[] }>();
  for (const type of Object.keys(anchorKeys) as (keyof typeof anchorKeys)[]) {
    for (const quoting of facts.records<RecordType>(type, ...anchorKeys[type])) {
      const { record, id, parts } = quoting;
      for (const use of anchorsOf({ ...parts, type, id })) {
        // What an article says of itself is of itself, even where another has its id.
        const isOwn = type === 'article' && use.articleId === id;
        const article = isOwn ? (quoting as RecordFacts<'article'>) : facts.find('article', use.articleId);
        if (article === undefined || use.articleId === undefined) continue;
        const quoted = byArticle.get(article.record);
        if (quoted === undefined) byArticle.set(article.record, { article, anchors: [{ ...use, record }] });
        else quoted.anchors.push({ ...use, record });
      }
    }
  }
  let beginnings = 0;
  return [...byArticle.values()]
    .sort((a, b) => a.article.record - b.article.record)
    .flatMap(({ article, anchors: all }) => {
      // Nearly all anchors of an archive are right, which is seen long before a text is prepared, or even read.
      const quick = bodyFits(article.record);
      const anchors = quick === undefined ? all : all.filter(({ anchor }) => !quick(anchor));
      if (anchors.length === 0) return [];
      const textDigest = article.parts.textDigest as TextDigest | undefined;
      const { text, isMeasured, fits } = quotedText(bodyText(article.record), textDigest);
      if (text === undefined) return textDigest === undefined ? [] : beyondText(anchors, article, textDigest);
      let prepared: PreparedText | undefined;
      return anchors.flatMap(({ record, path, anchor }): JudgedAnchor[] => {
        if (fits(anchor)) return [];
        prepared ??= prepareText(text);
        const { status, places, offsets, context } = verifyAnchor(prepared, anchor, isMeasured);
        const [place] = places;
        const one: JudgedAnchor = {
          record,
          path,
          anchor,
          article,
          status,
          places,
          context,
          // of a text that is not the one they were counted in, all would be wrong for one reason
          offsets: isMeasured || offsets === 'none' ? offsets : 'unknown',
          beginning:
            status === 'missing' && beginnings++ < MOST_BEGINNINGS
              ? longestBeginning(prepared, anchor.exact)
              : undefined,
          differing:
            context === 'differs' && places.length === 1 ? differingContext(text, anchor, place!) : undefined,
          cutWord: places.length === 1 ? cutWordAt(text, place!.utf16Start) : undefined,
        };
        const isRight = status === 'exact' && one.offsets !== 'wrong';
        return isRight && one.differing === undefined && one.cutWord === undefined ? [] : [one];
      });
    });
}

/** The anchors that lie beyond a text of which only the length is known. */
function beyondText(
  anchors: readonly Held[],
  article: JudgedAnchor['article'],
  { codePoints }: TextDigest,
): readonly JudgedAnchor[] {
  return anchors
    .filter(({ anchor }) => anchor.end !== undefined && anchor.end > codePoints)
    .map(({ record, path, anchor }) => ({
      record,
      path,
      anchor,
      article,
      status: 'no-text',
      places: [],
      context: 'none',
      offsets: 'wrong',
      beginning: undefined,
      differing: undefined,
      cutWord: undefined,
    }));
}

function differingContext(
  text: string,
  { exact, prefix, suffix }: TextAnchor,
  { utf16Start, utf16End }: QuotePlace,
): JudgedAnchor['differing'] {
  const around: PreparedText = { text };
  const isWrong = (context: Pick<TextAnchor, 'prefix' | 'suffix'>): boolean =>
    verifyAnchor(around, { exact, ...context }, false).context === 'differs';
  if (prefix !== undefined && isWrong({ prefix })) {
    return { key: 'prefix', words: text.slice(Math.max(0, utf16Start - prefix.length), utf16Start) };
  }
  return { key: 'suffix', words: text.slice(utf16End, utf16End + (suffix ?? '').length) };
}

/** Letters of scripts whose words are not glued to the next, as articles and particles are in others. */
const letter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** The word that a place begins within. */
function cutWordAt(text: string, start: number): string | undefined {
  if (!letter.test(text.slice(start)) || !cutsWord(text, start)) return undefined;
  const before = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]+/u.exec(text.slice(start, start + LONGEST_WORD))?.[0] ?? '';
  return letter.test(before) ? before + after : undefined;
}

/** The most of a word that is shown, on either side of where it is cut. */
const LONGEST_WORD = 40;

/** The text that an anchor quotes, as a related place. */
export const textPlace = ({ article }: JudgedAnchor): NonNullable<DatasetProblem['related']>[number] => ({
  record: article.record,
  path: ['body', 'text'],
  message: 'the text that is quoted',
});

/** How many of many places are listed. */
const MOST_LISTED = 5;

/** Where words stand, for a message: `at 4, 25 and 97`. */
export function listed(places: readonly QuotePlace[]): string {
  const starts = places.slice(0, MOST_LISTED).map(({ start }) => String(start));
  const more = places.length - starts.length;
  if (more > 0) starts.push(`${more} more`);
  const last = starts.pop();
  return starts.length === 0 ? `at ${last}` : `at ${starts.join(', ')} and ${last}`;
}
