import { hasDay } from './calendar.js';

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const weekday = '(?:SU|MO|TU|WE|TH|FR|SA)';

/** A comma-separated list of numbers whose size lies from `least` to `most`, signed where `signed`. */
function numbers(least: number, most: number, signed = false): (value: string) => boolean {
  const form = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/;
  return (value) =>
    value.split(',').every((item) => {
      const size = Math.abs(Number(item));
      return form.test(item) && size >= least && size <= most;
    });
}

const positive = (value: string): boolean => /^\d{1,9}$/.test(value) && Number(value) > 0;

/** The rule parts of RFC 5545, section 3.3.10, and what each may hold. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => frequencies.includes(value),
  UNTIL: isDateOrDateTime,
  COUNT: positive,
  INTERVAL: positive,
  BYSECOND: numbers(0, 60),
  BYMINUTE: numbers(0, 59),
  BYHOUR: numbers(0, 23),
  BYDAY: (value) => value.split(',').every((item) => byDay.test(item)),
  BYMONTHDAY: numbers(1, 31, true),
  BYYEARDAY: numbers(1, 366, true),
  BYWEEKNO: numbers(1, 53, true),
  BYMONTH: numbers(1, 12),
  BYSETPOS: numbers(1, 366, true),
  WKST: (value) => new RegExp(`^${weekday}$`).test(value),
};
const byDay = new RegExp(`^(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?${weekday}$`);

function isDateOrDateTime(value: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)Z?)?$/.exec(value);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  return month >= 1 && month <= 12 && hasDay(year, month, day);
}

/** The longest rule that is looked at, in UTF-16 code units. */
const LONGEST = 4096;

/**
 * Tells whether a value is a recurrence rule as RFC 5545, section 3.3.10, writes it: the value alone, without
 * `RRULE:`. Every part stands once, `FREQ` is required, `UNTIL` and `COUNT` exclude each other.
 *
 * @example
 * ```ts
 * import { isRecurrenceRule } from 'newsdomain';
 *
 * isRecurrenceRule('FREQ=MONTHLY;BYDAY=-1FR;COUNT=6'); // => true
 * isRecurrenceRule('every Friday'); // => false
 * ```
 */
export function isRecurrenceRule(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST) return false;
  const seen = new Set<string>();
  for (const part of value.split(';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, equals);
    if (equals < 0 || seen.has(name) || !Object.hasOwn(parts, name)) return false;
    if (!parts[name]!(part.slice(equals + 1))) return false;
    seen.add(name);
  }
  const frequency = /(?:^|;)FREQ=(\w+)/.exec(value)?.[1];
  if (frequency === undefined || (seen.has('UNTIL') && seen.has('COUNT'))) return false;
  return allowedTogether(frequency, seen, value);
}

/** The limits of RFC 5545 on which parts go with which frequency. */
function allowedTogether(frequency: string, seen: ReadonlySet<string>, value: string): boolean {
  if (seen.has('BYWEEKNO') && frequency !== 'YEARLY') return false;
  if (seen.has('BYYEARDAY') && ['DAILY', 'WEEKLY', 'MONTHLY'].includes(frequency)) return false;
  if (seen.has('BYMONTHDAY') && frequency === 'WEEKLY') return false;
  const numbered = /BYDAY=[^;]*\d/.test(value);
  if (numbered && !['MONTHLY', 'YEARLY'].includes(frequency)) return false;
  if (numbered && seen.has('BYWEEKNO')) return false;
  return !seen.has('BYSETPOS') || [...seen].some((name) => name.startsWith('BY') && name !== 'BYSETPOS');
}
