import type { Branded } from '../branded.js';
import { hasDay } from '../calendar.js';
import type { SafeParseResult } from '../result.js';
import { FuzzyDateError, type FuzzyDateErrorCode, type FuzzyDateFeature } from './error.js';
import { localRange, minutesOf } from './local-range.js';
import type {
  FuzzyEdge,
  FuzzyInterval,
  FuzzyPoint,
  FuzzyRange,
  FuzzySeason,
  FuzzySet,
  FuzzyTime,
  ParsedFuzzyDate,
} from './parsed.js';

/**
 * A date that keeps its doubt: EDTF (ISO 8601-2:2019) of level 0 or 1, or a one-of set.
 *
 * A point or a set means some time within; `a/b` is an extent.
 */
export type FuzzyDate = Branded<'FuzzyDate'>;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One point: a long year; or a year, what follows it as far as it goes, and a qualifier. */
const pointShape =
  /Y(-?[1-9]\d{4,14})|(-?(?:\d{4}|XXXX(?!-\d)|(?:\d{3}X|\d\dXX|\dXXX)(?!-)))(?:-(\d\d|XX(?!-\d))(?:-(\d\d|XX(?!T))(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d(?::\d\d)?)?)?)?)?([?~%])?/y;

/** What of level 2 has a shape that no level below has. */
const level2Shapes: readonly (readonly [RegExp, FuzzyDateFeature])[] = [
  [/^\{/, 'sets of all members'],
  [/E(?=\d)/, 'exponential years'],
  [/S(?=\d)/, 'significant digits'],
  [/[?~%](?=-?[\dX])/, 'partial qualification'],
  [/^-?\d{2,3}[?~%]?$/, 'centuries and decades'],
  [/X-?\d|\dX+-|-\dX/, 'unspecified digits elsewhere'],
];

function fail(code: FuzzyDateErrorCode, position: number, feature?: FuzzyDateFeature): never {
  throw new FuzzyDateError(code, position, feature);
}

/** A text that does not have the shape of a fuzzy date, from `at` on. */
function misshapen(text: string, at: number): never {
  if (/^[-\dXYESTZ/.?~%[\]{},:+]+$/.test(text))
    for (const [shape, feature] of level2Shapes) {
      const found = text.search(shape);
      if (found >= 0) fail('level-2', found, feature);
    }
  fail('syntax', at);
}

/** The point that is the text from `at` up to `to`. */
function readPoint(text: string, at: number, to: number): FuzzyPoint {
  pointShape.lastIndex = at;
  const match = pointShape.exec(text) ?? misshapen(text, at);
  if (pointShape.lastIndex < to) misshapen(text, pointShape.lastIndex);
  const [, long, digits = '', monthText, dayText, hourText, minuteText, secondText, fraction, offset, mark] =
    match;
  const x = digits.includes('X') ? digits.length - digits.indexOf('X') : 0;
  let year = Number(long ?? (x ? digits.replaceAll('X', '0') : digits));
  if (digits.startsWith('-')) {
    year -= 10 ** x - 1;
    if (year === 0) fail('no-such-date', at);
  }
  // What is absent or XX is NaN, which is neither more nor less than anything.
  const month = Number(monthText);
  const day = Number(dayText);
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  const monthAt = at + digits.length + 1;
  if (month < 1 || (month > 12 && month < 21) || month > 41) fail('no-such-date', monthAt);
  if (month > 24) fail('level-2', monthAt, 'sub-year groupings');
  if (month > 12 && mark) fail('level-2', to - 1, 'qualified seasons');
  if (dayText && (month > 12 || (day >= 0 && !hasDay(year, month, day)))) fail('no-such-date', monthAt + 3);
  if (hour > 23) fail('no-such-time', monthAt + 6);
  if (minute > 59) fail('no-such-time', monthAt + 9);
  if (second > 59) fail('no-such-time', monthAt + 12);
  if (hourText && mark) fail('syntax', to - 1);
  const point: Mutable<FuzzyPoint> = {
    kind: 'point',
    precision: hourText ? 'time' : dayText ? 'day' : month > 12 ? 'season' : monthText ? 'month' : 'year',
    year,
    unspecifiedYearDigits: x,
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
  if (month > 12) point.season = month as FuzzySeason;
  else if (monthText) point.month = month || 'unspecified';
  if (dayText) point.day = day || 'unspecified';
  if (hourText) {
    const time: Mutable<FuzzyTime> = { hour, minute, second };
    if (fraction) time.fraction = fraction;
    if (offset) {
      time.offset = offset.length === 3 ? `${offset}:00` : offset;
      const minutes = minutesOf(time.offset);
      if (offset.slice(4) > '59' || minutes > 840 || minutes < -720) fail('offset-range', to - offset.length);
    }
    point.time = time;
  }
  return point;
}

/** Where the second of two ends is over before the first begins, or -1: a fault only of a text that has no other. */
let disorder = -1;

/** One end of an interval, or of a range in a set, that is the text from `at` up to `to`. */
function readEdge(text: string, at: number, to: number, inSet: boolean): FuzzyEdge {
  const part = text.slice(at, to);
  // Only the first member of a set has no beginning, only the last one no end.
  if (inSet ? part === '' && (at === 1 || to === text.length - 1) : part === '..') return 'open';
  if (!inSet && part === '') return 'unknown';
  const point = readPoint(text, at, to);
  if (inSet && /[X?~%]/.test(part)) fail('mixed-precision', at);
  // Long years and unspecified digits stand alone.
  if (!inSet && part.includes('X')) fail('level-2', at, 'unspecified digits elsewhere');
  if (!inSet && part.startsWith('Y')) fail('syntax', at);
  return point;
}

/** A point, or two with a sign between them, that is the text from `at` up to `to`. */
function readPart(
  text: string,
  at: number,
  to: number,
  sign: '/' | '..',
): FuzzyPoint | FuzzyInterval | FuzzyRange {
  const found = text.slice(at, to).indexOf(sign);
  if (found < 0) return readPoint(text, at, to);
  const inSet = sign === '..';
  const second = at + found + sign.length;
  const start = readEdge(text, at, at + found, inSet);
  const end = readEdge(text, second, to, inSet);
  if (typeof start === 'object' && typeof end === 'object') {
    if (inSet && start.precision !== end.precision) fail('mixed-precision', second);
    // An offset on one side alone leaves the order open by as much as offsets differ.
    const slack = !start.time?.offset === !end.time?.offset ? 0 : 26 * 3_600_000;
    // Wherever on Earth either is meant.
    if (disorder < 0 && localRange(start, 'unknown')[0] >= localRange(end, 'unknown')[1] + slack)
      disorder = second;
  }
  if (inSet && start === end) fail('syntax', at);
  return { kind: inSet ? 'range' : 'interval', start, end } as FuzzyInterval | FuzzyRange;
}

/** A one-of set that is the whole text. */
function readSet(text: string): FuzzySet {
  if (!text.endsWith(']')) misshapen(text, text.length);
  let end = 0;
  const members = text
    .slice(1, -1)
    .split(',')
    .map((part) => {
      const at = end + 1;
      end = at + part.length;
      return readPart(text, at, end, '..') as FuzzyPoint | FuzzyRange;
    });
  return { kind: 'set', members };
}

/**
 * Reads a fuzzy date into its parts: plain JSON.
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
  if (typeof value !== 'string') fail('type', 0);
  disorder = -1;
  const date = value.startsWith('[')
    ? readSet(value)
    : (readPart(value, 0, value.length, '/') as FuzzyPoint | FuzzyInterval);
  if (disorder >= 0) fail('order', disorder);
  return date;
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
 * safeParseFuzzyDate('XXXX-06-19').error?.feature; // => 'unspecified digits elsewhere'
 * ```
 */
export function safeParseFuzzyDate(value: unknown): SafeParseResult<ParsedFuzzyDate, FuzzyDateError> {
  try {
    return { success: true, data: parseFuzzyDate(value) };
  } catch (error) {
    return { success: false, error: error as FuzzyDateError };
  }
}

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
export const isFuzzyDate = (value: unknown): value is FuzzyDate => safeParseFuzzyDate(value).success;

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
  parseFuzzyDate(value);
}
