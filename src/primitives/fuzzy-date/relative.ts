import type { FuzzyDate } from './parse.js';
import { assertFuzzyDate } from './parse.js';
import { type FuzzyDateLike, type FuzzyDateOptions, partsOf, spanOf } from './span.js';
import { fuzzyDateFromParts, fuzzyDateToString } from './to-string.js';

/** How many a word stands for: the least and the most. */
export type Quantity = readonly [least: number, most: number];

/** What the words of quantity mean unless the caller says otherwise. */
export const relativeQuantities = {
  couple: [2, 3],
  few: [2, 5],
  several: [3, 7],
} as const satisfies Record<string, Quantity>;

/** So many days, weeks, months or years before or after: "three weeks ago", "in a few days", "next month". */
export interface RelativeCount {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** A whole number, or a word of quantity. Nought is the unit of the anchor itself. */
  readonly amount: number | string;
  readonly direction: 'past' | 'future';
  /** Some time from the anchor up to the amount, "within three days", rather than at it. */
  readonly within?: boolean | undefined;
}

/** A month, or a day of the week, by its name: "last September", "next Tuesday". */
export interface RelativeName {
  /** 1 to 12. */
  readonly month?: number | undefined;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday?: number | undefined;
  readonly direction: 'past' | 'future';
}

export type RelativeDate = RelativeCount | RelativeName;

/** How {@link resolveRelative} reads its anchor and its words. */
export interface RelativeOptions extends FuzzyDateOptions {
  /** What words of quantity mean, over and above {@link relativeQuantities}. */
  readonly quantities?: Readonly<Record<string, Quantity>> | undefined;
}

type Unit = RelativeCount['unit'];

/** Candidates in the order of time, and whether they are the two ends of a range. */
type Candidates = readonly [unit: Unit, days: readonly Date[], range: boolean];

/** Everything beyond years that `Date` or EDTF can write ends up here. */
function dated(date: Date): Date {
  if (Number.isNaN(date.getTime()))
    throw new RangeError('The anchor is open, or too far away to count from.');
  return date;
}

/** The day as a date of a unit. */
function inUnit(date: Date, unit: Unit): FuzzyDate {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  return fuzzyDateFromParts(
    unit === 'year' ? { year } : unit === 'month' ? { year, month } : { year, month, day: date.getUTCDate() },
  );
}

/** Monday is 0. */
const weekdayOf = (date: Date): number => (date.getUTCDay() + 6) % 7;

/** The first day of the unit that is so many units away from the one that a moment lies in. */
function shifted(moment: number, unit: Unit, amount: number): Date {
  const date = new Date(moment);
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + amount, 0, 1);
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + amount, 1);
  else date.setUTCDate(date.getUTCDate() + (unit === 'day' ? amount : amount * 7 - weekdayOf(date)));
  return dated(date);
}

function counted(
  relative: RelativeCount,
  low: number,
  high: number,
  options: RelativeOptions | undefined,
): Candidates {
  const { unit, amount, direction, within } = relative;
  const words: Readonly<Record<string, Quantity>> = { ...relativeQuantities, ...options?.quantities };
  const [least, most] = (typeof amount === 'number' ? [amount, amount] : words[amount]) ?? [-1, -1];
  if (!(least >= 0 && most >= least && Number.isInteger(least + most)))
    throw new RangeError(`Not a quantity: ${amount}`);
  const ahead = direction === 'future';
  const first = shifted(low, within && ahead ? 'day' : unit, ahead ? (within ? 0 : least) : -most);
  // A week, and what lies between a day and a unit, is told by its first and its last day.
  if (unit !== 'week' && !within) return [unit, [first, shifted(high, unit, ahead ? most : -least)], true];
  const last = within && !ahead ? shifted(high, 'day', 1) : shifted(high, unit, (ahead ? most : -least) + 1);
  return ['day', [first, shifted(last.getTime(), 'day', -1)], true];
}

/**
 * A name comes back every year or week, and "last September" may be the latest one or the one of last year: each
 * year from the one before is a candidate, as far as its September is past.
 */
function named({ month, weekday, direction }: RelativeName, low: number, high: number): Candidates {
  const unit = month === undefined ? 'week' : 'year';
  const place = (month ?? weekday ?? 0) - 1;
  if (!(place >= 0 && place < (month === undefined ? 7 : 12) && Number.isInteger(place)))
    throw new RangeError('Neither a month from 1 to 12 nor a weekday from 1 to 7.');
  const placeOf = (moment: number): number => {
    const date = new Date(moment);
    return month === undefined ? weekdayOf(date) : date.getUTCMonth();
  };
  const past = direction === 'past';
  const first = shifted(low, unit, past ? -1 : placeOf(low) < place ? 0 : 1);
  const last = shifted(high, unit, past ? (placeOf(high) > place ? 0 : -1) : 1);
  const days: Date[] = [];
  for (let cycle = first; cycle <= last && days.length < 13; cycle = shifted(cycle.getTime(), unit, 1))
    days.push(shifted(cycle.getTime(), month === undefined ? 'day' : 'month', place));
  const named = month === undefined ? 'day' : 'month';
  if (days.length < 13) return [named, days, false];
  return [named, [days[0] ?? first, shifted(last.getTime(), named, place)], true];
}

/** The years that two dates have in common, as far as digits go: EDTF cannot mark a range as uncertain. */
function commonYears(a: string, b: string): string {
  let same = 0;
  const end = a.indexOf('-', 1);
  while (same < end && a[same] === b[same]) same++;
  return a.slice(0, same).padEnd(end, 'X');
}

/**
 * Resolves a date that is told from another one, such as the day an article was published: "three days ago",
 * "in a few weeks", "last September". What stays open stays open: the answer may be a set, and is uncertain when
 * the anchor is. An anchor with a time counts by its own calendar day; weeks begin on Monday.
 *
 * @throws FuzzyDateError when the anchor is no fuzzy date.
 * @throws RangeError when the anchor is open, or a quantity, month or weekday unknown.
 *
 * @example
 * ```ts
 * import { resolveRelative } from 'newsdomain';
 *
 * resolveRelative({ unit: 'day', amount: 3, direction: 'past' }, '2024-06-19'); // => '2024-06-16'
 * resolveRelative({ unit: 'month', amount: 'few', direction: 'future' }, '2024-06-19'); // => '[2024-08..2024-11]'
 * resolveRelative({ month: 9, direction: 'past' }, '2024-10-05'); // => '[2023-09,2024-09]'
 * ```
 */
export function resolveRelative(
  relative: RelativeDate,
  anchor: FuzzyDateLike,
  options?: RelativeOptions,
): FuzzyDate {
  const local = fuzzyDateToString(anchor).replace(/(T\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|[+-]\d\d:\d\d)/g, '$1');
  const { bounds, uncertain } = spanOf(partsOf(local), { hemisphere: options?.hemisphere }, false);
  const [low, , , high] = bounds;
  const [unit, days, range] =
    'unit' in relative ? counted(relative, low, high, options) : named(relative, low, high);
  const dates = days.map((day) => inUnit(day, unit));
  const first = dates[0] ?? '';
  const last = dates.at(-1) ?? '';
  let text = first === last ? first : `[${dates.join(range ? '..' : ',')}]`;
  if (uncertain) text = first === last ? `${first}?` : `${commonYears(first, last)}?`;
  assertFuzzyDate(text);
  return text;
}
