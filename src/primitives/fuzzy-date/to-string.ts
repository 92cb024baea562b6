import { FuzzyDateError } from './error.js';
import { assertFuzzyDate, type FuzzyDate } from './parse.js';
import type { FuzzyInterval, FuzzyPoint, FuzzyRange } from './parsed.js';
import { type FuzzyDateLike, partsOf } from './span.js';

/** The parts of a point that say something; what is absent is not known. */
export type FuzzyDateParts = Partial<Omit<FuzzyPoint, 'kind' | 'precision' | 'year'>> &
  Pick<FuzzyPoint, 'year'>;

const twoDigits = (part: number | string): string =>
  part === 'unspecified' ? 'XX' : String(part).padStart(2, '0');

function pointText(point: FuzzyDateParts): string {
  const {
    year,
    unspecifiedYearDigits = 0,
    season,
    day,
    month = season ?? (day && 'unspecified'),
    time,
  } = point;
  const digits = String(Math.abs(year)).padStart(4, '0');
  const date = [
    unspecifiedYearDigits > 0 ? digits.slice(0, 4 - unspecifiedYearDigits).padEnd(4, 'X') : digits,
    month,
    day,
  ];
  let text = (digits.length > 4 ? 'Y' : '') + (year < 0 ? '-' : '');
  text += date
    .filter((part) => part !== undefined)
    .map(twoDigits)
    .join('-');
  if (time) {
    text += `T${[time.hour, time.minute, time.second].map(twoDigits).join(':')}`;
    if (time.fraction) text += `.${time.fraction}`;
    text += time.offset ?? '';
  }
  return text + (point.uncertain ? (point.approximate ? '%' : '?') : point.approximate ? '~' : '');
}

export function partText(part: FuzzyPoint | FuzzyInterval | FuzzyRange): string {
  if (part.kind === 'point') return pointText(part);
  const [sign, open] = part.kind === 'interval' ? ['/', '..'] : ['..', ''];
  return [part.start, part.end]
    .map((edge) => (typeof edge === 'object' ? pointText(edge) : edge === 'open' ? open : ''))
    .join(sign);
}

/**
 * Writes a fuzzy date in its canonical form, which differs from other forms in one thing: an offset has minutes.
 *
 * @throws FuzzyDateError when the text, or what the parts would give, is no fuzzy date.
 *
 * @example
 * ```ts
 * import { fuzzyDateToString, parseFuzzyDate } from 'newsdomain';
 *
 * fuzzyDateToString(parseFuzzyDate('[..1983-12,1985~]')); // => '[..1983-12,1985~]'
 * fuzzyDateToString('2024-06-19T09:30:00+07'); // => '2024-06-19T09:30:00+07:00'
 * ```
 */
export function fuzzyDateToString(date: FuzzyDateLike): FuzzyDate {
  const parts = partsOf(date);
  const text: string = parts.kind === 'set' ? `[${parts.members.map(partText)}]` : partText(parts);
  assertFuzzyDate(text);
  return text;
}

/**
 * Makes a fuzzy date of a year and what else is known: month and day, season, time, doubt.
 *
 * @throws FuzzyDateError when there is no such date.
 *
 * @example
 * ```ts
 * import { fuzzyDateFromParts } from 'newsdomain';
 *
 * fuzzyDateFromParts({ year: 2024, month: 6, approximate: true }); // => '2024-06~'
 * fuzzyDateFromParts({ year: 2024, season: 23 }); // => '2024-23'
 * fuzzyDateFromParts({ year: 2023, month: 2, day: 29 }); // throws FuzzyDateError
 * ```
 */
export function fuzzyDateFromParts(parts: FuzzyDateParts): FuzzyDate {
  const text: string = pointText(parts);
  const { month, season } = parts;
  // A month above 12 would be read as a season, a season below 21 as a month.
  if ((month as number) > 12 || (season as number) < 21 || (month && season))
    throw new FuzzyDateError('no-such-date', 0);
  assertFuzzyDate(text);
  return text;
}
