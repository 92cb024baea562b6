import { codePointToUtf16 } from '../code-points.js';
import { OffsetError } from '../offset-error.js';
import type { TextAnchor } from '../text-anchor.js';
import { cutsWord } from './cuts-word.js';
import { findAll } from './find-all.js';
import { isUnitBoundary } from './fold-text.js';
import { locateQuote, unitsWithin } from './locate-quote.js';
import { type PreparedText, type TextIndex, textIndexOf } from './prepared-text.js';

/** How an anchor is made. */
export interface CreateAnchorOptions {
  /** The most code points of context on either side; 100 by default. */
  readonly maxContext?: number | undefined;
  /** Whether the offsets stand in the anchor even where its words tell the place; `true` by default. */
  readonly offsets?: boolean | undefined;
}

/** Words around an anchor. */
type Context = Pick<TextAnchor, 'prefix' | 'suffix'>;

/**
 * Makes the anchor of a span of a text, in code points, the end exclusive: the words that stand there, and as little of
 * the words around them as tells the place from every other where the same words stand, in whatever typography, filled
 * up to whole words. `locateQuote(text, anchor.exact, anchor)` finds the span again. Where no
 * context of `maxContext` code points on either side is enough, as in a text that repeats itself, there is none: the
 * offsets decide alone, and stand in the anchor even when they were not asked for.
 *
 * @throws OffsetError when the span is empty, does not lie in the text or cuts through a grapheme.
 *
 * @example
 * ```ts
 * import { createAnchor } from 'newsdomain';
 *
 * const text = 'Moscow denied it. Kyiv denied it too.';
 * createAnchor(text, 23, 29); // => { exact: 'denied', prefix: 'Kyiv ', start: 23, end: 29 }
 * createAnchor(text, 0, 6, { offsets: false }); // => { exact: 'Moscow' }
 * createAnchor('ha '.repeat(500), 600, 602, { offsets: false }); // => { exact: 'ha', start: 600, end: 602 }
 * createAnchor('🇻🇳', 0, 1); // throws OffsetError
 * ```
 */
export function createAnchor(
  text: string | PreparedText,
  start: number,
  end: number,
  options: CreateAnchorOptions = {},
): TextAnchor {
  const index = textIndexOf(text);
  const from = codePointToUtf16(index.text, start);
  const to = codePointToUtf16(index.text, end);
  if (to <= from) {
    throw to < from
      ? new OffsetError('order', end, `The end ${end} comes before the start ${start}.`)
      : new OffsetError('empty', end, `Nothing stands between ${start} and ${end}: the end is exclusive.`);
  }
  for (const [offset, utf16] of [
    [start, from],
    [end, to],
  ] as const) {
    if (index.isBoundary(utf16)) continue;
    const message = `The offset ${offset} cuts through what a reader sees as one character.`;
    throw new OffsetError('inside-grapheme', offset, message);
  }
  const exact = index.text.slice(from, to);
  const context = contextOf(index, from, to, options.maxContext ?? 100);
  if (context !== undefined && options.offsets === false) return { exact, ...context };
  return { exact, ...context, start, end };
}

/** The words around a span that tell it from every other place of its words; `undefined` when none do. */
function contextOf(index: TextIndex, from: number, to: number, most: number): Context | undefined {
  const { text } = index;
  const exact = text.slice(from, to);
  const edges = leastContext(haystackOf(index, from, to), most);
  if (edges === undefined) return undefined;
  const context: Context = {
    ...(edges[0] < from ? { prefix: text.slice(edges[0], from) } : {}),
    ...(edges[1] > to ? { suffix: text.slice(to, edges[1]) } : {}),
  };
  // What is cut out of a text may fold otherwise than within it: at its end, dashes before a number.
  const found = locateQuote(index, exact, context);
  return found.status === 'exact' && found.utf16Start === from && found.context !== 'differs'
    ? context
    : undefined;
}

/** What an anchor must be unique in: the folded text, or the text itself where the span cuts a unit of folding. */
interface Haystack {
  readonly text: string;
  /** The span, in UTF-16 units of `text`. */
  readonly from: number;
  readonly to: number;
  /** Everywhere else that the same words stand. */
  readonly others: readonly (readonly [start: number, end: number])[];
  isBoundary(offset: number): boolean;
  /** Where a context that begins at an offset begins in the text that is anchored, in UTF-16 units. */
  startOf(offset: number): number;
  /** Where a context that ends at an offset ends in the text that is anchored, in UTF-16 units. */
  endOf(offset: number): number;
  /** Code points between two offsets of the text that is anchored. */
  lengthOf(utf16Start: number, utf16End: number): number;
}

function haystackOf(index: TextIndex, utf16From: number, utf16To: number): Haystack {
  const { folding, toCodePoint } = index;
  const exact = index.text.slice(utf16From, utf16To);
  const lengthOf: Haystack['lengthOf'] = (start, end) => toCodePoint(end) - toCodePoint(start);
  const written = findAll(index.text, exact).filter(
    (at) => at !== utf16From && index.isBoundary(at) && index.isBoundary(at + exact.length),
  );
  const [from, to] = unitsWithin(folding, utf16From, utf16To);
  if (from >= to || folding.starts[from]! < utf16From || folding.ends[to - 1]! > utf16To) {
    return {
      text: index.text,
      from: utf16From,
      to: utf16To,
      others: written.map((at) => [at, at + exact.length]),
      isBoundary: index.isBoundary,
      startOf: (offset) => offset,
      endOf: (offset) => offset,
      lengthOf,
    };
  }
  const isBoundary = (offset: number): boolean => isUnitBoundary(folding, offset);
  const others = findAll(folding.folded, folding.folded.slice(from, to))
    .map((at) => [at, at + to - from] as const)
    .filter(([start, end]) => isBoundary(start) && isBoundary(end));
  for (const at of written) others.push(unitsWithin(folding, at, at + exact.length));
  return {
    text: folding.folded,
    from,
    to,
    others: others.filter(([start]) => start !== from),
    isBoundary,
    startOf: (offset) => folding.starts[offset]!,
    endOf: (offset) => folding.ends[offset - 1]!,
    lengthOf,
  };
}

/** How far a context is filled up to whole words; beyond, it is no word that a reader would know. */
const LONGEST_WORD = 32;

/** The least context that tells the span from all others, filled up to whole words: where it begins and ends. */
function leastContext(haystack: Haystack, most: number): readonly [number, number] | undefined {
  const { text, from, to, others, startOf, endOf, lengthOf } = haystack;
  const [start, end] = [startOf(from), endOf(to)];
  /** Where a context can begin and end, from the nearest. */
  const starts = edges(haystack, from, -1, (offset) => lengthOf(startOf(offset), start) <= most);
  const ends = edges(haystack, to, 1, (offset) => lengthOf(end, endOf(offset)) <= most);
  const [farthestStart, farthestEnd] = [starts.at(-1)!, ends.at(-1)!];
  /** By length of context before the span: how much of what follows is shared with a place that shares it too. */
  const shared = new Array<number>(from - farthestStart + 1).fill(-1);
  for (const [otherFrom, otherTo] of others) {
    let before = 0;
    while (before < from - farthestStart && isSame(text, from - before - 1, otherFrom - before - 1)) before++;
    let after = 0;
    while (after < farthestEnd - to && isSame(text, to + after, otherTo + after)) after++;
    shared[before] = Math.max(shared[before]!, after);
  }
  for (let before = shared.length - 2; before >= 0; before--) {
    shared[before] = Math.max(shared[before]!, shared[before + 1]!);
  }
  let least: readonly [number, number] | undefined;
  for (const [i, contextStart] of starts.entries()) {
    const j = ends.findIndex((contextEnd) => contextEnd - to > shared[from - contextStart]!);
    if (j !== -1 && (least === undefined || i + j < least[0] + least[1])) least = [i, j];
  }
  if (least === undefined) return undefined;
  const first = wholeWords(text, starts, least[0], 0);
  const last = wholeWords(text, ends, least[1], -1);
  return [first === from ? start : startOf(first), last === to ? end : endOf(last)];
}

/** The boundaries from an offset on in one direction, that offset first, as long as they are near enough. */
function edges(
  { text, isBoundary }: Haystack,
  offset: number,
  step: 1 | -1,
  isNear: (offset: number) => boolean,
): readonly number[] {
  const found = [offset];
  for (let at = offset + step; at >= 0 && at <= text.length; at += step) {
    if (!isBoundary(at)) continue;
    if (!isNear(at)) break;
    found.push(at);
  }
  return found;
}

const isSame = (text: string, one: number, other: number): boolean =>
  other >= 0 && other < text.length && text.charCodeAt(one) === text.charCodeAt(other);

/**
 * Moves from the edge numbered `i` on to the end of a word, if there is one within reach. White space, which stands at
 * `outermost` from the edge, is no word.
 */
function wholeWords(text: string, edges: readonly number[], i: number, outermost: 0 | -1): number {
  const reach = edges.slice(i, i + LONGEST_WORD);
  const isEnd = (offset: number): boolean =>
    !cutsWord(text, offset) && !/\s/.test(text[offset + outermost] ?? '');
  return (i === 0 ? undefined : reach.find(isEnd)) ?? edges[i]!;
}
