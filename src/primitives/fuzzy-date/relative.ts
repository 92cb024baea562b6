import { DAY, momentIn } from '../calendar.js';
import { instantAt } from './instant-range.js';
import { assertFuzzyDate, type FuzzyDate } from './parse.js';
import { type FuzzyDateLike, type FuzzyDateOptions, partsOf, spanOf } from './span.js';

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

/** Of how many days or months a unit is made, how much of an ISO date tells it, and whether it is made of months. */
const units = {
  day: [1, 10, false],
  week: [7, 0, false],
  month: [1, 7, true],
  year: [12, 4, true],
} as const;

/** The ISO text of a moment, where its year has four digits. */
function isoOf(moment: number): string {
  const text = instantAt(moment);
  if (text === undefined) throw new RangeError('The anchor is open or too far.');
  return text;
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
  const { bounds, uncertain } = spanOf(partsOf(anchor), { hemisphere: options?.hemisphere });
  const [low, , , high] = bounds;
  const { unit, amount, within, month, weekday, direction } = relative as Partial<RelativeCount> &
    RelativeName;
  const past = direction === 'past';
  const [size, length, months] = unit ? units[unit] : month ? [12, 7, true] : [7, 10, false];
  // Months are counted from January of the year 0, days from a Monday.
  const [from, to] = [low, high].map((moment) => {
    const [y, m] = isoOf(moment).split('-', 2).map(Number) as [number, number];
    return months ? y * 12 + m - 1 : Math.floor(moment / DAY) + 3;
  }) as [number, number];
  const dayOf = (index: number): number => (months ? momentIn(index) / DAY : index - 3);
  const shifted = (index: number, cycles: number): number => (Math.floor(index / size) + cycles) * size;
  const indexes: number[] = [];
  let range = true;
  if (unit) {
    const words: Readonly<Record<string, Quantity>> = { ...relativeQuantities, ...options?.quantities };
    const [least, most] = Object.hasOwn(words, amount!)
      ? (words[amount!] as Quantity)
      : ([Number(amount), Number(amount)] as const);
    if (!(least >= 0 && most >= least && [least, most].every(Number.isInteger)))
      throw new RangeError(`There is no such amount: ${amount}`);
    indexes.push(shifted(from, past ? -most : least), shifted(to, past ? -least : most));
  } else {
    // A name comes back every year or week, and "last September" may be the latest one or the one of last year: each
    // year from the one before is a candidate, as far as its September is past.
    const place = (month ?? weekday ?? 0) - 1;
    if (!(place >= 0 && place < size && Number.isInteger(place)))
      throw new RangeError('There is no such month or day.');
    for (let index = shifted(from, -1) + place; index <= shifted(to, 1) + place; index += size)
      if (past ? index < to : index > from) indexes.push(index);
    range = indexes.length > 12;
  }
  let days = indexes.map(dayOf);
  if (range) days = [days[0]!, days.at(-1)!];
  // A week, and what lies between a day and a unit, is told by its first and its last day.
  if (!length || within) days[1] = dayOf(indexes[1]! + size) - 1;
  if (within) days[past ? 1 : 0] = Math.floor((past ? high : low) / DAY);
  const dates = days.map((day) => isoOf(day * DAY).slice(0, (!within && length) || 10));
  const first = dates[0] as string;
  const last = dates.at(-1) as string;
  let text = first === last ? first : `[${dates.join(range ? '..' : ',')}]`;
  if (uncertain) {
    // EDTF cannot mark a range as uncertain: what is left are the digits of the year that all dates share.
    if (first !== last) for (text = first.slice(0, 4); !last.startsWith(text); ) text = text.slice(0, -1);
    text = `${text.padEnd(4, 'X')}?`;
  }
  assertFuzzyDate(text);
  return text;
}
