import { DAY, momentIn } from '../calendar.js';
import type { FuzzyPoint } from './parsed.js';

/** Whose seasons are meant; `unknown` covers both halves of the Earth. */
export type Hemisphere = 'north' | 'south' | 'unknown';

/** Minutes that an offset is ahead of UTC; none at all is not. */
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
  let startOf: (count: number) => number = momentIn;
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
      const { hour, minute, second, fraction = '' } = time ?? {};
      first = momentIn(first, day, hour, minute, second, Number(`${fraction}00`.slice(0, 3)));
      length = time ? 10 ** Math.max(3 - fraction.length, 0) : DAY;
      startOf = Number;
    }
  }
  const vague =
    approximate ||
    unspecifiedYearDigits > 0 ||
    month === 'unspecified' ||
    day === 'unspecified' ||
    length === 9;
  const wide = approximate ? length : 0;
  return [startOf(first - wide), startOf(first + length + wide), vague];
}
