import { DAY, daysFromCivil, daysToMonth } from '../calendar.js';
import type { FuzzyPoint } from './parsed.js';

/** Whose seasons are meant; `unknown` covers both halves of the Earth. */
export type Hemisphere = 'north' | 'south' | 'unknown';

/** Milliseconds to the first day of a month, counted from January of the year 0. */
export const monthStart = (months: number): number => daysToMonth(months) * DAY;

/** Minutes that an offset is ahead of UTC. */
export const minutesOf = (offset: string): number =>
  Number(offset.slice(0, 3)) * 60 + Number(offset.slice(0, 1) + offset.slice(4)) || 0;

/**
 * The first moments of what a point means and of what follows it, on its own clock, in milliseconds, and whether that
 * is more than the period that the text names.
 */
export function localRange(
  { year, unspecifiedYearDigits, season, month, day, time, approximate }: FuzzyPoint,
  hemisphere: Hemisphere = 'north',
): [first: number, next: number, vague: boolean] {
  let startOf = monthStart;
  let first = year * 12;
  let length = 12 * 10 ** unspecifiedYearDigits;
  if (season !== undefined) {
    // Spring begins in March, or half a year later; summer in June, or half a year later.
    const month = season * 3 - 61;
    first += hemisphere === 'unknown' ? month % 6 : hemisphere === 'south' ? (month + 6) % 12 : month;
    length = hemisphere === 'unknown' ? 9 : 3;
  } else if (typeof month === 'number') {
    first += month - 1;
    length = 1;
    if (typeof day === 'number') {
      first = daysFromCivil(year, month, day) * DAY;
      length = DAY;
      startOf = Number;
      if (time !== undefined) {
        const { hour, minute, second, fraction = '' } = time;
        first += ((hour * 60 + minute) * 60 + second) * 1000 + Number(`${fraction}00`.slice(0, 3));
        length = 10 ** Math.max(3 - fraction.length, 0);
      }
    }
  }
  const vague =
    approximate ||
    unspecifiedYearDigits > 0 ||
    month === 'unspecified' ||
    day === 'unspecified' ||
    (season !== undefined && hemisphere === 'unknown');
  const wide = approximate ? length : 0;
  return [startOf(first - wide), startOf(first + length + wide), vague];
}
