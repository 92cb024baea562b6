import type { FuzzyEdge, FuzzyPoint, FuzzyRange } from './parsed.js';
import { type FuzzyDateLike, partsOf } from './span.js';

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
  readonly from: string;
  /** For an extent without beginning. */
  readonly until: string;
  /** For a member of a set that has no beginning. */
  readonly earlier: string;
  /** For a member of a set that has no end. */
  readonly later: string;
  /** For a date of which nothing is known. */
  readonly unknown: string;
  /** Spring, summer, autumn, winter, separated by commas; without them seasons are told by their months. */
  readonly seasons: string;
}

/** How a fuzzy date is to be written. */
export interface FormatFuzzyDateOptions {
  /** The language of dates, as `Intl` takes it. `en-GB` when absent. */
  readonly locale?: string | undefined;
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
  seasons: 'spring,summer,autumn,winter',
};

const signs: FuzzyDateWords = {
  about: '≈ {0}',
  uncertain: '{0} (?)',
  between: '{0} – {1}',
  extent: '{0} – {1}',
  from: '{0} – …',
  until: '… – {0}',
  earlier: '≤ {0}',
  later: '≥ {0}',
  unknown: '?',
  seasons: '',
};

/** Years that `Date` holds at both ends. */
const LIMIT = 270_000;

const fill = (template: string, first: string, second = ''): string =>
  template.replace(/\{[01]\}/g, (place) => (place === '{0}' ? first : second));

/** The point's own clock as if it were UTC. */
function dateOf({ year, season = 21, month = season * 3 - 60, day, time }: FuzzyPoint): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, typeof month === 'number' ? month - 1 : 0, typeof day === 'number' ? day : 1);
  if (time !== undefined) date.setUTCHours(time.hour, time.minute, time.second);
  return date;
}

/** `Intl` for as much of a date as a point tells, in the Gregorian calendar and in no zone. */
function formatterOf(point: FuzzyPoint, locale: string): Intl.DateTimeFormat {
  const { year, season, month, day, time } = point;
  const clock = time && ({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(year < 1 && { era: 'short' }),
    ...((typeof month === 'number' || season) && { month: 'long' }),
    ...(typeof day === 'number' && { day: 'numeric' }),
    ...clock,
  });
}

const isPlain = ({
  uncertain,
  approximate,
  unspecifiedYearDigits,
  season,
  time,
  year,
}: FuzzyPoint): boolean =>
  !(uncertain || approximate || unspecifiedYearDigits || season || time || Math.abs(year) > LIMIT);

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
  const locale = options?.locale ?? 'en-GB';
  const words = { ...(/^en\b/i.test(locale) ? english : signs), ...options?.words };

  const nominal = (point: FuzzyPoint): string => {
    const { year, unspecifiedYearDigits, season, time } = point;
    if (Math.abs(year) > LIMIT) return new Intl.NumberFormat(locale, { useGrouping: false }).format(year);
    if (unspecifiedYearDigits > 3) return words.unknown;
    const formatter = formatterOf(point, locale);
    const start = dateOf(point);
    if (unspecifiedYearDigits > 0) {
      const last = { ...point, year: year + 10 ** unspecifiedYearDigits - 1 };
      return fill(words.between, formatter.format(start), formatterOf(last, locale).format(dateOf(last)));
    }
    if (season !== undefined) {
      const name = words.seasons.split(',')[season - 21];
      if (name) return `${name} ${formatterOf({ ...point, season: undefined }, locale).format(start)}`;
      const end = new Date(start);
      end.setUTCMonth(end.getUTCMonth() + 2);
      return formatter.formatRange(start, end);
    }
    const zone = time?.offset === undefined ? '' : ` UTC${time.offset === 'Z' ? '' : time.offset}`;
    return formatter.format(start) + zone;
  };

  const edge = (from: FuzzyEdge): string => {
    if (from === 'open') return '…';
    if (from === 'unknown') return words.unknown;
    const text = from.approximate ? fill(words.about, nominal(from)) : nominal(from);
    return from.uncertain ? fill(words.uncertain, text) : text;
  };

  const member = (one: FuzzyPoint | FuzzyRange): string => {
    if (one.kind === 'point') return edge(one);
    const [start, end] = [edge(one.start), edge(one.end)];
    if (one.start === 'open') return fill(words.earlier, end);
    return one.end === 'open' ? fill(words.later, start) : fill(words.between, start, end);
  };

  const parts = partsOf(date);
  if (parts.kind === 'point') return edge(parts);
  if (parts.kind === 'set')
    return new Intl.ListFormat(locale, { type: 'disjunction' }).format(parts.members.map(member));
  const { start, end } = parts;
  if (typeof start === 'object' && typeof end === 'object') {
    if (isPlain(start) && isPlain(end) && start.precision === end.precision)
      return formatterOf(start, locale).formatRange(dateOf(start), dateOf(end));
  } else if (typeof start === 'object' && end === 'open') return fill(words.from, edge(start));
  else if (start === 'open' && typeof end === 'object') return fill(words.until, edge(end));
  return fill(words.extent, edge(start), edge(end));
}
