import type { Branded } from '../branded.js';
import type { SafeParseResult } from '../result.js';
import { FuzzyDateError } from './error.js';
import type {
  FuzzyEdge,
  FuzzyPoint,
  FuzzyRange,
  FuzzySeason,
  FuzzySet,
  FuzzyTime,
  ParsedFuzzyDate,
} from './parsed.js';
import {
  code,
  day,
  end,
  feature,
  fraction,
  month,
  offset,
  position,
  precision,
  qualifier,
  scan,
  seconds,
  unspecifiedYearDigits,
  year,
} from './scan.js';

/**
 * A date that keeps its doubt: EDTF (ISO 8601-2:2019) of level 0 or 1, or a one-of set.
 *
 * A point or a set means some time within; `a/b` is an extent.
 */
export type FuzzyDate = Branded<'FuzzyDate'>;

/**
 * Tells whether a value is a fuzzy date: EDTF (ISO 8601-2:2019) of level 0 or 1, or a one-of set of such dates.
 *
 * @example
 * ```ts
 * import { isFuzzyDate } from 'newsdomain';
 *
 * isFuzzyDate('2024-06~'); // => true
 * isFuzzyDate('[2023-09,2024-09]'); // => true
 * isFuzzyDate('2023-02-29'); // => false
 * ```
 */
export function isFuzzyDate(value: unknown): value is FuzzyDate {
  return typeof value === 'string' && scan(value);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The time that was scanned last; `+07` becomes `+07:00`. */
function timeOf(text: string): FuzzyTime {
  const time: Mutable<FuzzyTime> = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
  if (offset > fraction) time.fraction = text.slice(fraction + 1, offset);
  if (end > offset) time.offset = text.slice(offset, end) + (end - offset === 3 ? ':00' : '');
  return Object.freeze(time);
}

const partOf = (part: number): number | 'unspecified' => (part < 0 ? 'unspecified' : part);

/** The point that was scanned last, as a value of its own. */
function pointOf(text: string): FuzzyPoint {
  const point: Mutable<FuzzyPoint> = {
    kind: 'point',
    precision: precision(),
    year,
    unspecifiedYearDigits,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
  if (month > 12) point.season = month as FuzzySeason;
  else if (month !== 0) point.month = partOf(month);
  if (day !== 0) point.day = partOf(day);
  if (seconds >= 0) point.time = timeOf(text);
  return Object.freeze(point);
}

/** Reads a text, or leaves the reason with the scanner. */
function read(text: string): ParsedFuzzyDate | undefined {
  const parts: (FuzzyEdge | FuzzyRange)[] = [];
  const good = scan(text, (token) => {
    if (token === 'range') {
      const [start, to] = parts.splice(-2) as [FuzzyRange['start'], FuzzyRange['end']];
      parts.push(Object.freeze({ kind: 'range', start, end: to }));
    } else parts.push(token ?? pointOf(text));
  });
  if (!good) return undefined;
  if (text.startsWith('[')) return Object.freeze({ kind: 'set', members: Object.freeze(parts) } as FuzzySet);
  const [start, to] = parts as [FuzzyEdge, FuzzyEdge?];
  if (to !== undefined) return Object.freeze({ kind: 'interval', start, end: to });
  return start as FuzzyPoint;
}

/**
 * Reads a fuzzy date into its parts, or says where and why a value is none; `position` is in UTF-16 units, and
 * EDTF of level 2 is refused with the name of its `feature`.
 *
 * @example
 * ```ts
 * import { safeParseFuzzyDate } from 'newsdomain';
 *
 * safeParseFuzzyDate('2024-06').data?.kind; // => 'point'
 * safeParseFuzzyDate('2024-06-31').error?.code; // => 'no-such-date'
 * safeParseFuzzyDate('XXXX-06-19').error?.feature; // => 'unspecified digits before specified ones'
 * ```
 */
export function safeParseFuzzyDate(value: unknown): SafeParseResult<ParsedFuzzyDate, FuzzyDateError> {
  if (typeof value !== 'string') return { success: false, error: new FuzzyDateError('type', 0) };
  const data = read(value);
  if (data !== undefined) return { success: true, data };
  return { success: false, error: new FuzzyDateError(code, position, feature) };
}

/**
 * Reads a fuzzy date into its parts: a frozen value of plain JSON.
 *
 * @throws FuzzyDateError when the value is none.
 *
 * @example
 * ```ts
 * import { parseFuzzyDate } from 'newsdomain';
 *
 * parseFuzzyDate('2024-06?'); // => { kind: 'point', precision: 'month', year: 2024, unspecifiedYearDigits: 0, month: 6, uncertain: true, approximate: false }
 * parseFuzzyDate('soon'); // throws FuzzyDateError
 * ```
 */
export function parseFuzzyDate(value: unknown): ParsedFuzzyDate {
  const result = safeParseFuzzyDate(value);
  if (result.success) return result.data;
  throw result.error;
}

/**
 * Asserts that a value is a fuzzy date.
 *
 * @throws FuzzyDateError when it is none.
 *
 * @example
 * ```ts
 * import { assertFuzzyDate } from 'newsdomain';
 *
 * assertFuzzyDate('2024-06-19/..'); // => undefined
 * assertFuzzyDate('19 June 2024'); // throws FuzzyDateError
 * ```
 */
export function assertFuzzyDate(value: unknown): asserts value is FuzzyDate {
  if (!isFuzzyDate(value)) throw safeParseFuzzyDate(value).error;
}
