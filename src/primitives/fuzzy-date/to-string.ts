import { FuzzyDateError } from './error.js';
import { assertFuzzyDate, type FuzzyDate } from './parse.js';
import type { FuzzyEdge, FuzzyPoint, FuzzyRange } from './parsed.js';
import { type FuzzyDateLike, partsOf } from './span.js';

/** The parts of a point that say something; what is absent is not known. */
export type FuzzyDateParts = Partial<Omit<FuzzyPoint, 'kind' | 'precision' | 'year'>> &
  Pick<FuzzyPoint, 'year'>;

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

const partText = (part: number | 'unspecified'): string =>
  part === 'unspecified' ? '-XX' : `-${padded(part)}`;

function pointText(point: FuzzyDateParts): string {
  const { year, unspecifiedYearDigits = 0, season, month = season, day, time } = point;
  const digits = padded(Math.abs(year), 4);
  let text = (digits.length > 4 ? 'Y' : '') + (year < 0 ? '-' : '');
  text += digits.slice(0, digits.length - unspecifiedYearDigits) + 'X'.repeat(unspecifiedYearDigits);
  if (month !== undefined || day !== undefined) text += partText(month ?? 'unspecified');
  if (day !== undefined) text += partText(day);
  if (time !== undefined) {
    text += `T${padded(time.hour)}:${padded(time.minute)}:${padded(time.second)}`;
    if (time.fraction !== undefined) text += `.${time.fraction}`;
    text += time.offset ?? '';
  }
  return text + (point.uncertain ? (point.approximate ? '%' : '?') : point.approximate ? '~' : '');
}

function memberText(member: FuzzyEdge | FuzzyRange): string {
  if (member === 'unknown') return '';
  if (member === 'open') return '..';
  if (member.kind === 'point') return pointText(member);
  const { start, end } = member;
  return `${start === 'open' ? '' : pointText(start)}..${end === 'open' ? '' : pointText(end)}`;
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
  const text: string =
    parts.kind === 'set'
      ? `[${parts.members.map(memberText).join(',')}]`
      : parts.kind === 'interval'
        ? `${memberText(parts.start)}/${memberText(parts.end)}`
        : pointText(parts);
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
  if (Number(month) > 12 || Number(season) < 21 || (month !== undefined && season !== undefined))
    throw new FuzzyDateError('no-such-date', text.indexOf('-', 1) + 1);
  assertFuzzyDate(text);
  return text;
}
