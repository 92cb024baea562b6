import { DAY, momentIn } from '../../primitives/calendar.js';

/** Milliseconds of an average year. */
const YEAR = 365.2425 * DAY;

/**
 * Writes a moment as EDTF: a date-time with `Z`, or without offset where the clock floats; beyond the years that EDTF
 * can write a date-time of, the year. An infinite moment has no text.
 */
export function momentText(milliseconds: number, floating: boolean): string | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const year = yearOf(milliseconds);
  if (Math.abs(year) > 9999) return `Y${year}`;
  const written = new Date(milliseconds).toISOString().replace(/^-00/, '-').replace('.000Z', 'Z');
  return floating ? written.slice(0, -1) : written;
}

function yearOf(milliseconds: number): number {
  let year = Math.floor(milliseconds / YEAR) + 1970;
  while (momentIn(year * 12) > milliseconds) year--;
  while (momentIn(year * 12 + 12) <= milliseconds) year++;
  return year;
}
