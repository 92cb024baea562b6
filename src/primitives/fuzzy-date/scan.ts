import { DAY, daysFromCivil, daysInMonth } from '../calendar.js';
import type { FuzzyDateErrorCode, FuzzyDateFeature } from './error.js';

/** An unspecified month or day in {@link scanned}. */
export const UNSPECIFIED = -1;

/**
 * The point that was scanned last. One object for all scans, so that judging a text allocates nothing; the scanner
 * never calls out while it is needed, but through `emit`, which copies it.
 */
export const scanned = {
  year: 0,
  unspecifiedYearDigits: 0,
  /** 0 when absent, 21 to 24 for a season. */
  month: 0,
  /** 0 when absent. */
  day: 0,
  /** Where the time begins, after its `T`; 0 when absent. */
  time: 0,
  /** Where the fraction begins and ends; equal when absent. */
  fraction: 0,
  fractionEnd: 0,
  /** Where the offset begins; the end of the point when absent. */
  offset: 0,
  /** Where the time and its offset end. */
  end: 0,
  hour: 0,
  minute: 0,
  second: 0,
  /** Minutes that local time is ahead of UTC. */
  offsetMinutes: 0,
  /** The character code of `?`, `~` or `%`, or 0. */
  qualifier: 0,
};

/** Why and where the last scan failed. */
export const fault: { code: FuzzyDateErrorCode; position: number; feature: FuzzyDateFeature | undefined } = {
  code: 'syntax',
  position: 0,
  feature: undefined,
};

/** What the scanner finds, in order. Ranges in sets are told by `TO` between, before or after points. */
export type Token = typeof POINT | typeof OPEN | typeof UNKNOWN | typeof TO;
export const POINT = 0;
export const OPEN = 1;
export const UNKNOWN = 2;
export const TO = 3;

type Emit = ((token: Token) => void) | undefined;

const DASH = 45;
const X = 88;

function fail(code: FuzzyDateErrorCode, position: number, feature?: FuzzyDateFeature): -1 {
  fault.code = code;
  fault.position = position;
  fault.feature = feature;
  return -1;
}

const level2 = (position: number, feature: FuzzyDateFeature): -1 => fail('level-2', position, feature);

const isQualifier = (unit: number): boolean => unit === 63 || unit === 126 || unit === 37;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Two digits at `at`, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** A year of more than four digits; the index after it, or -1. */
function scanLongYear(text: string, start: number): number {
  const negative = text.charCodeAt(start + 1) === DASH;
  const first = start + (negative ? 2 : 1);
  let at = first;
  let year = 0;
  for (; isDigit(text.charCodeAt(at)); at++) year = year * 10 + text.charCodeAt(at) - 48;
  if (text.charCodeAt(at) === 69 && at > first) return level2(at, 'exponential years');
  if (text.charCodeAt(at) === 83 && at > first) return level2(at, 'significant digits');
  if (at - first < 5 || text.charCodeAt(first) === 48) return fail('syntax', first);
  if (year > Number.MAX_SAFE_INTEGER) return fail('year-range', first);
  scanned.year = negative ? -year : year;
  return at;
}

/** A year of four digits, the last of which may be unspecified; the index after it, or -1. */
function scanYear(text: string, start: number): number {
  const first = text.charCodeAt(start) === DASH ? start + 1 : start;
  const end = first + 4;
  let year = 0;
  let unspecified = 0;
  for (let at = first; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      if (unspecified > 0) return level2(at - 1, 'unspecified digits before specified ones');
      year = year * 10 + unit - 48;
    } else if (unit === X) {
      unspecified++;
      year *= 10;
    } else {
      if (isQualifier(unit) && at === first && at + 1 < text.length)
        return level2(at, 'partial qualification');
      const stops = at === text.length || isQualifier(unit);
      return stops && at > first + 1 ? level2(first, 'centuries and decades') : fail('syntax', at);
    }
  }
  if (first > start && year === 0 && unspecified === 0) return fail('no-such-date', start);
  // The earliest year that the digits allow: -2099 for -20XX.
  scanned.year = first > start ? -(year + 10 ** unspecified - 1) : year;
  scanned.unspecifiedYearDigits = unspecified;
  return text.charCodeAt(end) === 83 ? level2(end, 'significant digits') : end;
}

/** What stands where a month or a day of two characters should: its value, or -2 and a fault. */
function scanPart(text: string, at: number): number {
  const value = twoDigits(text, at);
  if (value !== -1) return value;
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  if (tens === X && ones === X) return UNSPECIFIED;
  if ((tens === X && isDigit(ones)) || (isDigit(tens) && ones === X))
    level2(at, 'unspecified digits before specified ones');
  else if (isQualifier(tens)) level2(at, 'partial qualification');
  else fail('syntax', isDigit(tens) || tens === X ? at + 1 : at);
  return -2;
}

/** The time after a `T`, with its offset; the index after it, or -1. */
function scanTime(text: string, start: number): number {
  const hour = twoDigits(text, start);
  const minute = twoDigits(text, start + 3);
  const second = twoDigits(text, start + 6);
  if (hour === -1) return fail('syntax', start);
  if (minute === -1 || text.charCodeAt(start + 2) !== 58) return fail('syntax', start + 2);
  if (second === -1 || text.charCodeAt(start + 5) !== 58) return fail('syntax', start + 5);
  if (hour > 23) return fail('no-such-time', start);
  if (minute > 59) return fail('no-such-time', start + 3);
  if (second > 59) return fail('no-such-time', start + 6);
  let at = start + 8;
  scanned.time = start;
  scanned.hour = hour;
  scanned.minute = minute;
  scanned.second = second;
  scanned.fraction = scanned.fractionEnd = at;
  if (text.charCodeAt(at) === 46) {
    scanned.fraction = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === scanned.fraction) return fail('syntax', at);
    scanned.fractionEnd = at;
  }
  scanned.offset = at;
  scanned.offsetMinutes = 0;
  const sign = text.charCodeAt(at);
  if (sign === 90) return at + 1;
  if (sign !== 43 && sign !== DASH) return at;
  const offsetHour = twoDigits(text, at + 1);
  if (offsetHour === -1) return fail('syntax', at + 1);
  let minutes = offsetHour * 60;
  at += 3;
  if (text.charCodeAt(at) === 58) {
    const offsetMinute = twoDigits(text, at + 1);
    if (offsetMinute === -1) return fail('syntax', at + 1);
    if (offsetMinute > 59) return fail('offset-range', at + 1);
    minutes += offsetMinute;
    at += 3;
  }
  if (minutes > (sign === 43 ? 840 : 720)) return fail('offset-range', scanned.offset);
  scanned.offsetMinutes = sign === 43 ? minutes : -minutes;
  return at;
}

/** What may follow a year: month or season, day, time and qualifier; the index after it, or -1. */
function scanAfterYear(text: string, start: number): number {
  let at = start;
  const unspecified = scanned.unspecifiedYearDigits;
  if (text.charCodeAt(at) === DASH) {
    const month = scanPart(text, at + 1);
    if (month === -2) return -1;
    if (month === 0 || (month > 12 && month < 21) || month > 41) return fail('no-such-date', at + 1);
    if (month > 24) return level2(at + 1, 'sub-year groupings');
    if (unspecified > 0 && (unspecified < 4 || month !== UNSPECIFIED))
      return level2(at - unspecified, 'unspecified digits before specified ones');
    scanned.month = month;
    at += 3;
    if (text.charCodeAt(at) === DASH) {
      if (month > 12) return fail('syntax', at);
      const day = scanPart(text, at + 1);
      if (day === -2) return -1;
      if (day !== UNSPECIFIED) {
        if (month === UNSPECIFIED) return level2(at - 2, 'unspecified digits before specified ones');
        if (day === 0 || day > daysInMonth(scanned.year, month)) return fail('no-such-date', at + 1);
      }
      scanned.day = day;
      at += 3;
      if (day > 0 && text.charCodeAt(at) === 84) return scanTime(text, at + 1);
    }
  }
  const qualifier = text.charCodeAt(at);
  if (!isQualifier(qualifier)) return at;
  if (scanned.month > 12) return level2(at, 'qualified seasons');
  const next = text.charCodeAt(at + 1);
  if (next === DASH || isDigit(next)) return level2(at, 'partial qualification');
  scanned.qualifier = qualifier;
  return at + 1;
}

/** One point from `start` on; the index after it, or -1. */
function scanPoint(text: string, start: number): number {
  scanned.month = scanned.day = scanned.time = scanned.qualifier = scanned.unspecifiedYearDigits = 0;
  if (text.charCodeAt(start) === 89) {
    const end = scanLongYear(text, start);
    scanned.end = end;
    return end;
  }
  const year = scanYear(text, start);
  if (year === -1) return -1;
  const end = scanAfterYear(text, year);
  scanned.end = end;
  return end;
}

/** The precisions, as far as ranges and orders tell them apart. */
function precision(): number {
  if (scanned.time > 0) return 4;
  if (scanned.day !== 0) return 3;
  return scanned.month > 12 ? 2 : scanned.month === 0 ? 0 : 1;
}

/**
 * The first millisecond of the scanned point as it stands, for comparing the two ends of an interval. A season has
 * two candidates, by hemisphere: `late` picks the later one.
 */
function lowerEnd(late: boolean): number {
  let { month } = scanned;
  if (month > 20) {
    const northern = (month - 20) * 3;
    const southern = northern > 6 ? northern - 6 : northern + 6;
    month = late ? Math.max(northern, southern) : Math.min(northern, southern);
  }
  const days = daysFromCivil(scanned.year, Math.max(month, 1), Math.max(scanned.day, 1));
  if (scanned.time === 0) return days * DAY;
  const minutes = scanned.hour * 60 + scanned.minute - scanned.offsetMinutes;
  return days * DAY + minutes * 60_000 + scanned.second * 1000;
}

const hasOffset = (): boolean => scanned.time > 0 && scanned.offset < scanned.end;

/** What is kept of the first of two points, to compare it with the second. */
const first = { lower: 0, precision: 0, month: 0, year: 0, offset: false };

function keepFirst(): void {
  first.lower = lowerEnd(false);
  first.precision = precision();
  first.month = scanned.month;
  first.year = scanned.year;
  first.offset = hasOffset();
}

/** Whether the point scanned now begins before the one kept. */
function comesBefore(): boolean {
  if (first.precision === 2 && precision() === 2)
    return scanned.year < first.year || (scanned.year === first.year && scanned.month < first.month);
  // An offset on one side alone leaves their order open by as much as offsets differ.
  const slack =
    (first.precision === 4 || scanned.time > 0) && first.offset !== hasOffset() ? 14 * 3_600_000 : 0;
  return lowerEnd(true) + slack < first.lower;
}

/** One edge of an interval; the index after it, or -1. */
function scanEdge(text: string, at: number, emit: Emit): number {
  const unit = text.charCodeAt(at);
  if (unit === 47 || at === text.length) {
    scanned.end = -1;
    emit?.(UNKNOWN);
    return at;
  }
  if (unit === 46 && text.charCodeAt(at + 1) === 46) {
    scanned.end = -1;
    emit?.(OPEN);
    return at + 2;
  }
  const end = scanPoint(text, at);
  if (end !== -1) emit?.(POINT);
  return end;
}

const hasUnspecified = (): boolean =>
  scanned.unspecifiedYearDigits > 0 || scanned.month === UNSPECIFIED || scanned.day === UNSPECIFIED;

/** EDTF has long years by themselves, not as edges of an interval. */
const opensLongYear = (text: string, at: number): boolean => text.charCodeAt(at) === 89;

/** A point or an interval that is the whole text. */
function scanPointOrInterval(text: string, emit: Emit): number {
  let at = scanEdge(text, 0, emit);
  if (at === -1) return -1;
  const startIsPoint = scanned.end !== -1;
  if (at === text.length) return startIsPoint ? at : fail('syntax', at);
  if (text.charCodeAt(at) !== 47) return fail('syntax', at);
  if (startIsPoint) {
    if (hasUnspecified()) return level2(0, 'unspecified digits in an interval');
    if (opensLongYear(text, 0)) return fail('syntax', 0);
    keepFirst();
  }
  const second = at + 1;
  at = scanEdge(text, second, emit);
  if (at === -1) return -1;
  if (at < text.length) return fail('syntax', at);
  if (scanned.end === -1) return at;
  if (hasUnspecified()) return level2(second, 'unspecified digits in an interval');
  if (opensLongYear(text, second)) return fail('syntax', second);
  return startIsPoint && comesBefore() ? fail('order', second) : at;
}

/** Whether the scanned point can end a range: plainly one date. */
const isPlain = (): boolean => scanned.qualifier === 0 && !hasUnspecified();

const isTo = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 46 && text.charCodeAt(at + 1) === 46;

/** A one-of set that is the whole text. */
function scanSet(text: string, emit: Emit): number {
  let at = 1;
  let more = true;
  while (more) {
    const open = isTo(text, at);
    // Only the first member has no beginning, only the last one no end.
    if (open && at > 1) return fail('syntax', at);
    if (open) emit?.(TO);
    const start = open ? at + 2 : at;
    at = scanPoint(text, start);
    if (at === -1) return -1;
    emit?.(POINT);
    if (open && !isPlain()) return fail('mixed-precision', start);
    if (isTo(text, at)) {
      if (open) return fail('syntax', at);
      if (!isPlain()) return fail('mixed-precision', start);
      emit?.(TO);
      at += 2;
      if (text.charCodeAt(at) !== 93) {
        keepFirst();
        const second = at;
        at = scanPoint(text, second);
        if (at === -1) return -1;
        emit?.(POINT);
        if (!isPlain() || precision() !== first.precision) return fail('mixed-precision', second);
        if (comesBefore()) return fail('order', second);
      } else if (at + 1 !== text.length) return fail('syntax', at + 1);
    }
    more = text.charCodeAt(at) === 44;
    if (more) at++;
  }
  if (text.charCodeAt(at) !== 93) return fail('syntax', at);
  return at + 1 === text.length ? at + 1 : fail('syntax', at + 1);
}

/** Whether a text is a fuzzy date; if it is not, {@link fault} says why. `emit` is told every part in order. */
export function scan(text: string, emit?: Emit): boolean {
  const opening = text.charCodeAt(0);
  if (opening === 91) return scanSet(text, emit) !== -1;
  if (opening === 123) return level2(0, 'sets of all members') !== -1;
  return text !== '' ? scanPointOrInterval(text, emit) !== -1 : fail('syntax', 0) !== -1;
}
