import { type Hemisphere, localRange } from './local-range.js';
import type { FuzzyEdge, FuzzyInterval, FuzzyPoint, FuzzyRange } from './parsed.js';
import { type FuzzyDateLike, partsOf } from './span.js';
import { partText } from './to-string.js';
import { LIMIT } from './zone.js';

/** The words around dates; `{0}` and `{1}` stand for dates. */
export interface FuzzyDateWords {
  /** For `~`. */
  readonly about: string;
  /** For `?`. */
  readonly uncertain: string;
  /** For some time within. */
  readonly between: string;
  /** For an extent. */
  readonly extent: string;
  /** For an extent without end. */
  readonly from?: string | undefined;
  /** For an extent without beginning. */
  readonly until?: string | undefined;
  /** For a member of a set that has no beginning. */
  readonly earlier?: string | undefined;
  /** For a member of a set that has no end. */
  readonly later?: string | undefined;
  /** For a date of which nothing is known. */
  readonly unknown: string;
  /** Spring, summer, autumn, winter; without them seasons are told by their months. */
  readonly seasons?: readonly string[] | undefined;
}

/** How a fuzzy date is to be written. */
export interface FormatFuzzyDateOptions {
  /** The language of dates, as `Intl` takes it: `-u-hc-h12` at its end, say, asks for a.m. and p.m. `en-GB` when absent. */
  readonly locale?: string | undefined;
  /** Whose seasons are meant, where they are told by their months. `north` when absent. */
  readonly hemisphere?: Hemisphere | undefined;
  /** Words of one's own. There are English ones; other languages get signs, since `Intl` has no such words. */
  readonly words?: Partial<FuzzyDateWords> | undefined;
}

const english: FuzzyDateWords = {
  about: 'around {0}',
  uncertain: '{0}, uncertain',
  between: 'between {0} and {1}',
  extent: 'from {0} to {1}',
  from: 'from {0}',
  until: 'until {0}',
  earlier: '{0} or earlier',
  later: '{0} or later',
  unknown: 'an unknown date',
  seasons: ['spring', 'summer', 'autumn', 'winter'],
};

const signs: FuzzyDateWords = {
  about: '≈ {0}',
  uncertain: '{0} (?)',
  between: '{0} – {1}',
  extent: '{0} – {1}',
  unknown: '?',
};

const fill = (template: string, first: string, second = ''): string =>
  template.replace('{0}', () => first).replace('{1}', () => second);

/**
 * Writes a fuzzy date for readers, through `Intl`: in English with words, in other languages with signs, unless
 * the caller has words.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { formatFuzzyDate } from 'newsdomain';
 *
 * formatFuzzyDate('2024-06-19'); // => '19 June 2024'
 * formatFuzzyDate('2024-06~'); // => 'around June 2024'
 * formatFuzzyDate('[2024-06-19..2024-06-21]'); // => 'between 19 June 2024 and 21 June 2024'
 * formatFuzzyDate('2024-06?', { locale: 'fr' }); // => 'juin 2024 (?)'
 * ```
 */
export function formatFuzzyDate(date: FuzzyDateLike, options?: FormatFuzzyDateOptions): string {
  const { locale = 'en-GB', hemisphere } = options ?? {};
  const words = { ...(/^en\b/i.test(locale) ? english : signs), ...options?.words };

  /** `Intl` for as much of a date as a point tells, in the Gregorian calendar and in no zone. */
  const formatterOf = ({ year, season, month, day, time }: FuzzyPoint): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, {
      calendar: 'gregory',
      timeZone: 'UTC',
      year: 'numeric',
      era: year < 1 ? 'short' : undefined,
      month: typeof month === 'number' || season ? 'long' : undefined,
      day: typeof day === 'number' ? 'numeric' : undefined,
      hour: time && '2-digit',
      minute: time && '2-digit',
      second: time && '2-digit',
    });

  const edge = (from: FuzzyEdge): string => {
    if (from === 'open') return '…';
    if (from === 'unknown') return words.unknown;
    const { year, unspecifiedYearDigits, season, time } = from;
    const [first, next] = localRange({ ...from, approximate: false }, hemisphere);
    const formatter = formatterOf(from);
    const name = season && words.seasons?.[season - 21];
    const offset = time?.offset;
    let text =
      Math.abs(first) > LIMIT
        ? String(year)
        : unspecifiedYearDigits > 3
          ? words.unknown
          : unspecifiedYearDigits > 0
            ? fill(words.between, formatter.format(first), formatter.format(next - 1))
            : name
              ? `${name} ${year}`
              : season
                ? formatter.formatRange(first, next - 1)
                : formatter.format(first) + (offset ? ` UTC${offset.replace('Z', '')}` : '');
    if (from.approximate) text = fill(words.about, text);
    if (from.uncertain) text = fill(words.uncertain, text);
    return text;
  };

  const part = (date: FuzzyPoint | FuzzyInterval | FuzzyRange): string => {
    if (date.kind === 'point') return edge(date);
    const { kind, start, end } = date;
    const [both, from, until] =
      kind === 'interval'
        ? [words.extent, words.from, words.until]
        : [words.between, words.later, words.earlier];
    if (from && end === 'open') return fill(from, edge(start));
    if (until && start === 'open') return fill(until, edge(end));
    // From day to day, as `Intl` shortens it.
    const isPlain = /^[-\d]{10}\/[-\d]{10}$/.test(partText(date));
    const [first, last] = (isPlain ? [start, end] : []) as [FuzzyPoint?, FuzzyPoint?];
    return first && last
      ? formatterOf(first).formatRange(localRange(first)[0], localRange(last)[0])
      : fill(both, edge(start), edge(end));
  };

  const parts = partsOf(date);
  return parts.kind === 'set'
    ? new Intl.ListFormat(locale, { type: 'disjunction' }).format(parts.members.map(part))
    : part(parts);
}
