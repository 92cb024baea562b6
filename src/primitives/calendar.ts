/** Days before each month of a common year, with the whole year's length at index 12. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** Whether a year of the proleptic Gregorian calendar, counted astronomically, has a 29 February. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, which is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days from 1970-01-01 to a date, exact for every year whose day count a double holds (about ±2 × 10¹³);
 * `Date` itself ends at the year 275760.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const dayOfYear = (daysBeforeMonth[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;
  return past * 365 + leapDays + dayOfYear - 719_162;
}
