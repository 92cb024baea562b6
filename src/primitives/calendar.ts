// The proleptic Gregorian calendar; years are counted astronomically, 0 being the year before 1.

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * Days from 1970-01-01 to the first day of a month, which is counted from January of the year 0; exact for every year
 * whose day count a double holds (about ±2 × 10¹³), while `Date` itself ends at the year 275760.
 */
export function daysToMonth(months: number): number {
  // Years that begin in March have their leap day at the end, and months of 153 days in every five.
  const year = Math.floor((months - 2) / 12);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor(((months - 2 - year * 12) * 153 + 2) / 5) - 719_468;
}

/** Days from 1970-01-01 to a date, whose month is 1 to 12; see {@link daysToMonth}. */
export const daysFromCivil = (year: number, month: number, day: number): number =>
  daysToMonth(year * 12 + month - 1) + day - 1;

/** Whether a month, which is 1 to 12, has such a day. */
export const hasDay = (year: number, month: number, day: number): boolean =>
  day > 0 && (day < 29 || daysFromCivil(year, month, day) < daysToMonth(year * 12 + month));
