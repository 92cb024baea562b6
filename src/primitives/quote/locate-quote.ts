import { cutsWord } from './cuts-word.js';
import { findAll } from './find-all.js';
import { type FoldedText, foldText, isUnitBoundary } from './fold-text.js';
import { type PreparedText, type TextIndex, textIndexOf } from './prepared-text.js';

/** What tells equal quotations apart. A text anchor can be given as it is. */
export interface LocateQuoteOptions {
  /** Words right before the quote. */
  readonly prefix?: string | undefined;
  /** Words right after the quote. */
  readonly suffix?: string | undefined;
  /** Where the quote is said to begin, in code points. */
  readonly start?: number | undefined;
}

/** A place where a quote stands in a text. */
export interface QuotePlace {
  /** Code points of the text before the place. */
  readonly start: number;
  /** Code points of the text up to the end of the place, exclusive. */
  readonly end: number;
  /** The same in UTF-16 units, the offsets of JavaScript's strings. */
  readonly utf16Start: number;
  /** Exclusive. */
  readonly utf16End: number;
  /** The words that stand there, as the text writes them. */
  readonly words: string;
  /** Whether the place cuts no word: "possible" does not stand in "impossible" as a word. */
  readonly wholeWords: boolean;
}

/** Whether the words around a place are those that were asked for; `none` were. */
export type QuoteContext = 'fits' | 'differs' | 'none';

/** A quote that stands in one place. */
export interface QuoteFound extends QuotePlace {
  /** `exact`: code point for code point. `folded`: the same words in other typography. */
  readonly status: 'exact' | 'folded';
  /** What singles the place out: the quote itself, the words around it, or only the position that was given. */
  readonly decidedBy: 'quote' | 'context' | 'position';
  readonly context: QuoteContext;
}

/** A quote that stands in several places, which nothing tells apart. */
export interface QuoteAmbiguous {
  readonly status: 'ambiguous';
  /** All of them, in the order of the text; they can overlap. */
  readonly places: readonly QuotePlace[];
  /** Whether the quote stands there only in other typography. */
  readonly folded: boolean;
  readonly context: QuoteContext;
}

/** A quote that the text does not have. */
export interface QuoteMissing {
  readonly status: 'missing';
}

/** What became of looking for a quote. */
export type LocatedQuote = QuoteFound | QuoteAmbiguous | QuoteMissing;

/** UTF-16 offsets of a place, the end exclusive. */
type Span = readonly [start: number, end: number];

/**
 * Finds where the words of a quote stand in a text: as they are written (`exact`), or in other typography (`folded`, as
 * `foldTypography` defines it), never by similarity. A place never cuts through a grapheme. Where the quote stands more
 * than once, a place whose context fits beats one whose context does not, then words as they are written beat others,
 * then the place that begins at `start` is taken; what remains is `ambiguous`. The quote is the truth and the rest are
 * hints: a quote that stands in one place alone is found there, whatever the context and `start` say.
 *
 * A quote that is empty, or of which folding leaves nothing, is nowhere in particular: `missing`, unless it stands
 * there as it is written.
 *
 * @example
 * ```ts
 * import { locateQuote } from 'newsdomain';
 *
 * const text = '🇻🇳 “No date,” he said. “No date yet,” she said.';
 * locateQuote(text, 'he said').status; // => 'ambiguous'
 * const found = locateQuote(text, 'he said', { prefix: 'date," ' });
 * [found.status, found.start, found.end, found.decidedBy]; // => ['exact', 14, 21, 'context']
 * const quote = locateQuote(text, '"No date yet," she');
 * [quote.status, quote.words, quote.utf16Start]; // => ['folded', '“No date yet,” she', 25]
 * locateQuote(text, 'a date').status; // => 'missing'
 * ```
 */
export function locateQuote(
  text: string | PreparedText,
  quote: string,
  options: LocateQuoteOptions = {},
): LocatedQuote {
  const missing: QuoteMissing = { status: 'missing' };
  if (quote === '') return missing;
  const index = textIndexOf(text);
  const { prefix = '', suffix = '', start } = options;
  const hasContext = prefix !== '' || suffix !== '';
  if (hasContext) {
    const fitting = placesInContext(index, prefix, quote, suffix);
    if (fitting.length > 0) return choose(index, quote, fitting, 'fits', start);
  }
  const context = hasContext ? 'differs' : 'none';
  const verbatim = verbatimPlaces(index, quote);
  if (verbatim.length > 0) return choose(index, quote, verbatim, context, start);
  const folded = foldedPlaces(index, quote);
  return folded.length > 0 ? choose(index, quote, folded, context, start) : missing;
}

/** Chooses among places that are equal in everything but their position: all verbatim, or all folded. */
function choose(
  index: TextIndex,
  quote: string,
  spans: readonly Span[],
  context: QuoteContext,
  start: number | undefined,
): LocatedQuote {
  const status = isVerbatim(index, quote, spans[0]!) ? 'exact' : 'folded';
  const places = spans.map((span) => placeOf(index, span));
  if (places.length === 1) {
    return { status, ...places[0]!, decidedBy: context === 'fits' ? 'context' : 'quote', context };
  }
  const meant = places.find((place) => place.start === start);
  if (meant !== undefined) return { status, ...meant, decidedBy: 'position', context };
  return { status: 'ambiguous', places, folded: status === 'folded', context };
}

const isVerbatim = ({ text }: TextIndex, quote: string, [start, end]: Span): boolean =>
  end - start === quote.length && text.startsWith(quote, start);

function placeOf({ text, toCodePoint }: TextIndex, [utf16Start, utf16End]: Span): QuotePlace {
  return {
    start: toCodePoint(utf16Start),
    end: toCodePoint(utf16End),
    utf16Start,
    utf16End,
    words: text.slice(utf16Start, utf16End),
    wholeWords: !cutsWord(text, utf16Start) && !cutsWord(text, utf16End),
  };
}

/** Where a quote stands as it is written, with `before` right before and `after` right after it. */
function verbatimPlaces(index: TextIndex, quote: string, before = '', after = ''): readonly Span[] {
  const spans: Span[] = [];
  for (const at of findAll(index.text, before + quote + after)) {
    const start = at + before.length;
    const end = start + quote.length;
    if (index.isBoundary(start) && index.isBoundary(end)) spans.push([start, end]);
  }
  return spans;
}

/** Where a quote stands after folding, with `before` right before and `after` right after it. */
function foldedPlaces({ folding }: TextIndex, quote: string, before = '', after = ''): readonly Span[] {
  // Folded together, for a run of spaces may begin in one and end in the other.
  const wanted = foldText(before + quote + after);
  const [from, to] = unitsWithin(wanted, before.length, before.length + quote.length);
  const spans: Span[] = [];
  if (from >= to) return spans;
  for (const at of findAll(folding.folded, wanted.folded)) {
    if (!isUnitBoundary(folding, at + from) || !isUnitBoundary(folding, at + to)) continue;
    spans.push([folding.starts[at + from]!, folding.ends[at + to - 1]!]);
  }
  return spans;
}

/** The units of folding that a span of the text has a part in, as offsets of the folded text. */
export function unitsWithin({ starts, ends }: FoldedText, start: number, end: number): Span {
  const from = firstWhere(ends.length, (i) => ends[i]! > start);
  return [from, firstWhere(starts.length, (i) => starts[i]! >= end)];
}

/** The first number below `count` of which something holds that also holds of all after it; else `count`. */
function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The places whose context fits: as it is written, else after folding, and of these the words as they are written. */
function placesInContext(index: TextIndex, prefix: string, quote: string, suffix: string): readonly Span[] {
  const verbatim = verbatimPlaces(index, quote, prefix, suffix);
  if (verbatim.length > 0) return verbatim;
  const folded = foldedPlaces(index, quote, prefix, suffix);
  const asWritten = folded.filter((span) => isVerbatim(index, quote, span));
  return asWritten.length > 0 ? asWritten : folded;
}
