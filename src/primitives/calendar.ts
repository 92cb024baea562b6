// The proleptic Gregorian calendar; years are counted astronomically, 0 being the year before 1.

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** Milliseconds of 400 years, after which the calendar begins anew. */
const ERA = 146_097 * DAY;

/**
 * `Date.UTC` for every year: the milliseconds from 1970-01-01T00:00:00Z to a moment of a month, which is counted from
 * January of the year 0. Exact as far as a double is, while `Date` itself ends at the year 275760.
 */
export function momentIn(months: number, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  const era = Math.floor(months / 4800);
  return Date.UTC(2000, months - era * 4800, day, hour, minute, second, millisecond) + (era - 5) * ERA;
}

/** Whether a month, which is 1 to 12, has such a day. */
export const hasDay = (year: number, month: number, day: number): boolean =>
  day > 0 && (day < 29 || momentIn(year * 12 + month - 1, day) < momentIn(year * 12 + month));
