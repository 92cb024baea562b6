import type { Branded } from '../branded.js';
import type { SafeParseResult } from '../result.js';
import { FuzzyDateError } from './error.js';
import type { FuzzyEdge, FuzzyPoint, FuzzyRange, FuzzySeason, FuzzyTime, ParsedFuzzyDate } from './parsed.js';
import { fault, OPEN, POINT, scan, scanned, TO, type Token, UNSPECIFIED } from './scan.js';

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

/** `+07` is `+07:00`. */
const canonicalOffset = (offset: string): string => (offset.length === 3 ? `${offset}:00` : offset);

function timeOf(text: string): FuzzyTime {
  const { hour, minute, second, fraction, fractionEnd, offset, end } = scanned;
  const time: { -readonly [K in keyof FuzzyTime]: FuzzyTime[K] } = { hour, minute, second };
  if (fractionEnd > fraction) time.fraction = text.slice(fraction, fractionEnd);
  if (end > offset) time.offset = canonicalOffset(text.slice(offset, end));
  return Object.freeze(time);
}

const partOf = (part: number): number | 'unspecified' => (part === UNSPECIFIED ? 'unspecified' : part);

/** The point that was scanned last, as a value of its own. */
function pointOf(text: string): FuzzyPoint {
  const { year, unspecifiedYearDigits, month, day, time, qualifier } = scanned;
  const uncertain = qualifier === 63 || qualifier === 37;
  const approximate = qualifier === 126 || qualifier === 37;
  const common = { kind: 'point', year, unspecifiedYearDigits, uncertain, approximate } as const;
  const point: FuzzyPoint =
    month === 0
      ? { ...common, precision: 'year' }
      : month > 12
        ? { ...common, precision: 'season', season: month as FuzzySeason }
        : day === 0
          ? { ...common, precision: 'month', month: partOf(month) }
          : time === 0
            ? { ...common, precision: 'day', month: partOf(month), day: partOf(day) }
            : { ...common, precision: 'time', month, day, time: timeOf(text) };
  return Object.freeze(point);
}

/** The members of a set from points and the `..` between, before and after them. */
function membersOf(parts: readonly (FuzzyPoint | undefined)[]): readonly (FuzzyPoint | FuzzyRange)[] {
  const members: (FuzzyPoint | FuzzyRange)[] = [];
  for (let i = 0; i < parts.length; i++) {
    const start = parts[i];
    if (start !== undefined && (i + 1 === parts.length || parts[i + 1] !== undefined)) members.push(start);
    else {
      // `..b` comes first, `a..` comes last, anything else is `a..b`.
      const end = start === undefined ? parts[i + 1] : parts[i + 2];
      members.push(Object.freeze({ kind: 'range', start: start ?? 'open', end: end ?? 'open' }));
      i += start === undefined ? 1 : 2;
    }
  }
  return Object.freeze(members);
}

/** Reads a text, or leaves the reason in the scanner's `fault`. */
function read(text: string): ParsedFuzzyDate | undefined {
  const opening = text.charCodeAt(0);
  if (opening === 91) {
    const parts: (FuzzyPoint | undefined)[] = [];
    const good = scan(text, (token) => {
      parts.push(token === TO ? undefined : pointOf(text));
    });
    return good ? Object.freeze({ kind: 'set', members: membersOf(parts) }) : undefined;
  }
  let start: FuzzyEdge | undefined;
  let end: FuzzyEdge | undefined;
  const good = scan(text, (token: Token) => {
    const edge = token === POINT ? pointOf(text) : token === OPEN ? 'open' : 'unknown';
    if (start === undefined) start = edge;
    else end = edge;
  });
  if (!good || start === undefined) return undefined;
  if (end !== undefined) return Object.freeze({ kind: 'interval', start, end });
  return typeof start === 'string' ? undefined : start;
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
  return { success: false, error: new FuzzyDateError(fault.code, fault.position, fault.feature) };
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
