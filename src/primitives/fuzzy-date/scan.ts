import { DAY, daysFromCivil, daysInMonth } from '../calendar.js';
import type { FuzzyDateErrorCode, FuzzyDateFeature } from './error.js';
import type { FuzzyPrecision } from './parsed.js';
import { pointShape } from './pattern.js';

// The point that was scanned last. Module variables, so that judging a text allocates nothing and a bundler can
// shorten their names; the scanner calls nothing but `emit` while they are needed, and `emit` copies them.

/** The year; with unspecified digits, the earliest of the years. */
export let year = 0;
/** How many of the year's last digits are `X`. */
export let unspecifiedYearDigits = 0;
/** 1 to 12, 21 to 24 for a season, {@link UNSPECIFIED}, or 0 when absent. */
export let month = 0;
/** 1 to 31, {@link UNSPECIFIED}, or 0 when absent. */
export let day = 0;
/** The time of day in seconds, or -1 when absent. */
export let seconds = -1;
/** Where the whole second ends, and where the offset begins: between them stands the fraction, with its point. */
export let fraction = 0;
export let offset = 0;
/** Where the point ends. */
export let end = 0;
/** `?`, `~`, `%` or nothing. */
export let qualifier = '';
/** Minutes that the scanned time is ahead of UTC. */
let minutesAhead = 0;

// Why and where the last scan failed.
export let code: FuzzyDateErrorCode = 'syntax';
export let position = 0;
export let feature: FuzzyDateFeature | undefined;

/** An unspecified month or day. */
const UNSPECIFIED = -1;

/**
 * What the scanner tells of a text, in order: nothing for a point, an edge that is none, and `range` after the two
 * ends of a range.
 */
export type Token = 'open' | 'unknown' | 'range' | undefined;
type Emit = ((token?: Token) => void) | undefined;

function fail(reason: FuzzyDateErrorCode, at: number, name?: FuzzyDateFeature): false {
  code = reason;
  position = at;
  feature = name;
  return false;
}

/** What of level 2 has a shape that no level below has. */
const level2Shapes: readonly (readonly [RegExp, FuzzyDateFeature])[] = [
  [/^\{/, 'sets of all members'],
  [/E(?=\d)/, 'exponential years'],
  [/S(?=\d)/, 'significant digits'],
  [/[?~%](?=-?[\dX])/, 'partial qualification'],
  [/^-?\d{2,3}[?~%]?$/, 'centuries and decades'],
  [/X/, 'unspecified digits before specified ones'],
];

/** A text that does not have the shape of a fuzzy date, from `at` on. */
function misshapen(text: string, at: number): false {
  if (/^[-\dXYESTZ/.?~%[\]{},:+]+$/.test(text))
    for (const [shape, name] of level2Shapes) {
      const found = text.search(shape);
      if (found >= 0) return fail('level-2', found, name);
    }
  return fail('syntax', at);
}

const unit = (text: string, at: number): number => text.charCodeAt(at);

/** Two digits as a number, or {@link UNSPECIFIED} for `XX`; the shape is known. */
const pair = (text: string, at: number): number =>
  unit(text, at) === 88 ? UNSPECIFIED : unit(text, at) * 10 + unit(text, at + 1) - 528;

/** The year at `start`, and where it ends; the shape is known. */
function scanYear(text: string, start: number): boolean {
  const negative = unit(text, start) === 45;
  const first = negative ? start + 1 : start;
  end = first + 4;
  let power = 1;
  for (let at = first; at < end; at++) {
    const isX = unit(text, at) === 88;
    year = year * 10 + (isX ? 0 : unit(text, at) - 48);
    if (isX) unspecifiedYearDigits++;
    if (isX) power *= 10;
  }
  if (negative) year = 1 - year - power;
  return !negative || year < 0 || fail('no-such-date', start);
}

/** The month or season and the day after a year; the shape is known. */
function scanMonthAndDay(text: string, stop: number): boolean {
  const misplaced = 'unspecified digits before specified ones';
  const x = unspecifiedYearDigits;
  month = pair(text, end + 1);
  if (month === 0 || (month > 12 && month < 21) || month > 41) return fail('no-such-date', end + 1);
  if (month > 24) return fail('level-2', end + 1, 'sub-year groupings');
  if (x > 0 && (x < 4 || month > 0)) return fail('level-2', end - x, misplaced);
  end += 3;
  if (end === stop || unit(text, end) !== 45) return true;
  day = pair(text, end + 1);
  if (day >= 0 && month < 0) return fail('level-2', end - 2, misplaced);
  if (month > 12 || day === 0 || (day > 0 && day > daysInMonth(year, month)))
    return fail('no-such-date', end + 1);
  end += 3;
  return true;
}

/** The time after a `T`, up to `stop`; the shape is known. */
function scanTime(text: string, stop: number): boolean {
  if (day < 0) return fail('syntax', end);
  seconds = 0;
  for (let at = end + 1, limit = 24; at < end + 9; at += 3, limit = 60) {
    const part = pair(text, at);
    if (part >= limit) return fail('no-such-time', at);
    seconds = seconds * 60 + part;
  }
  fraction = end + 9;
  for (offset = fraction; offset < stop && (unit(text, offset) === 46 || unit(text, offset) > 47); offset++)
    if (unit(text, offset) === 90) break;
  end = stop;
  const sign = unit(text, offset);
  if (offset === stop || sign === 90) return true;
  const minutes = stop - offset > 3 ? pair(text, offset + 4) : 0;
  minutesAhead = pair(text, offset + 1) * 60 + minutes;
  if (minutes > 59 || minutesAhead > (sign === 43 ? 840 : 720)) return fail('offset-range', offset);
  if (sign === 45) minutesAhead = -minutesAhead;
  return true;
}

/** One point from `start` on; afterwards `end` is where it ends. */
function scanPoint(text: string, start: number): boolean {
  year = unspecifiedYearDigits = month = day = minutesAhead = 0;
  seconds = -1;
  qualifier = '';
  pointShape.lastIndex = start;
  if (!pointShape.test(text)) return misshapen(text, start);
  const stop = pointShape.lastIndex;
  if (unit(text, start) === 89) {
    end = stop;
    year = Number(text.slice(start + 1, stop));
    return Number.isSafeInteger(year) || fail('year-range', start);
  }
  if (!scanYear(text, start)) return false;
  if (unit(text, end) === 45 && end < stop && !scanMonthAndDay(text, stop)) return false;
  if (end === stop) return true;
  const last = unit(text, stop - 1);
  if (last === 63 || last === 126 || last === 37) {
    if (month > 12) return fail('level-2', end, 'qualified seasons');
    qualifier = text.charAt(stop - 1);
    if (stop - end > 1) return fail('syntax', stop - 1);
    end = stop;
    return true;
  }
  return scanTime(text, stop);
}

/** What the scanned point is written down to. */
export const precision = (): FuzzyPrecision =>
  seconds >= 0 ? 'time' : day !== 0 ? 'day' : month > 12 ? 'season' : month !== 0 ? 'month' : 'year';

/** Whether the scanned point leaves nothing unspecified. */
const isSpecified = (): boolean => unspecifiedYearDigits === 0 && month >= 0 && day >= 0;

const hasOffset = (): boolean => seconds >= 0 && offset < end;

/**
 * The first millisecond of the scanned point as it stands. A season has two, by hemisphere: `late` picks the later.
 */
function firstMoment(late: boolean): number {
  // Spring and autumn begin in March and September, summer and winter in June and December.
  const from = month > 12 ? (month % 2 === 1 ? 3 : 6) + (late ? 6 : 0) : Math.max(month, 1);
  const days = daysFromCivil(year, from, Math.max(day, 1));
  return days * DAY + (seconds < 0 ? 0 : (seconds - minutesAhead * 60) * 1000);
}

// What is kept of the first of two points while the second is scanned.
let keptMoment = 0;
let keptPrecision: FuzzyPrecision = 'year';
let keptSeason = 0;
let keptOffset = false;

function keep(): void {
  keptMoment = firstMoment(false);
  keptPrecision = precision();
  keptSeason = year * 100 + month;
  keptOffset = hasOffset();
}

/** Where two points come in the wrong order, or -1: a fault only of a text that has no other. */
let disorder = -1;

/** Takes note when the point scanned now, at `at`, begins earlier than the one kept. */
function noteOrder(at: number): boolean {
  const early =
    keptPrecision === 'season' && precision() === 'season'
      ? year * 100 + month < keptSeason
      : // An offset on one side alone leaves the order open by as much as offsets differ.
        firstMoment(true) + (keptOffset === hasOffset() ? 0 : 50_400_000) < keptMoment;
  if (early && disorder < 0) disorder = at;
  return true;
}

const isTo = (text: string, at: number): boolean => text.startsWith('..', at);

/** Whether the edge scanned last was a point. */
let isPoint = false;

/** One edge of an interval. */
function scanEdge(text: string, at: number, emit: Emit): boolean {
  end = at;
  isPoint = false;
  if (at === text.length || unit(text, at) === 47) emit?.('unknown');
  else if (isTo(text, at)) {
    end += 2;
    emit?.('open');
  } else {
    isPoint = true;
    if (!scanPoint(text, at)) return false;
    emit?.();
  }
  return true;
}

/** Whether the edge scanned last may stand in an interval: long years and unspecified digits stand alone. */
function fitsInterval(text: string, at: number): boolean {
  if (!isPoint) return true;
  if (!isSpecified()) return fail('level-2', at, 'unspecified digits in an interval');
  return unit(text, at) !== 89 || fail('syntax', at);
}

/** A point or an interval that is the whole text. */
function scanPointOrInterval(text: string, emit: Emit): boolean {
  if (!scanEdge(text, 0, emit)) return false;
  const startsWithPoint = isPoint;
  if (end === text.length && isPoint) return true;
  if (unit(text, end) !== 47) return misshapen(text, end);
  if (!fitsInterval(text, 0)) return false;
  keep();
  const second = end + 1;
  if (!scanEdge(text, second, emit)) return false;
  if (end < text.length) return misshapen(text, end);
  return fitsInterval(text, second) && (!startsWithPoint || !isPoint || noteOrder(second));
}

/** A point that may be on either end of a range: plainly one date. */
const isPlain = (at: number): boolean => (isSpecified() && qualifier === '') || fail('mixed-precision', at);

/** The second end of a range; the first one is kept. */
function scanRangeEnd(text: string, start: number, emit: Emit): boolean {
  if (!scanPoint(text, start)) return false;
  emit?.();
  emit?.('range');
  return isPlain(start);
}

/** One member of a set. */
function scanMember(text: string, start: number, emit: Emit): boolean {
  // Only the first member has no beginning, only the last one no end.
  if (start === 1 && isTo(text, start)) {
    emit?.('open');
    return scanRangeEnd(text, 3, emit);
  }
  if (!scanPoint(text, start)) return false;
  emit?.();
  if (!isTo(text, end)) return true;
  if (!isPlain(start)) return false;
  const second = end + 2;
  if (unit(text, second) === 93) {
    end = second;
    emit?.('open');
    emit?.('range');
    return true;
  }
  keep();
  if (!scanRangeEnd(text, second, emit)) return false;
  return keptPrecision === precision() ? noteOrder(second) : fail('mixed-precision', second);
}

/** A one-of set that is the whole text. */
function scanSet(text: string, emit: Emit): boolean {
  end = 0;
  do {
    if (!scanMember(text, end + 1, emit)) return false;
  } while (unit(text, end) === 44);
  return (unit(text, end) === 93 && end + 1 === text.length) || misshapen(text, end);
}

/** Whether a text is a fuzzy date; `code`, `position` and `feature` say why not. `emit` is told every part in order. */
export function scan(text: string, emit?: Emit): boolean {
  disorder = -1;
  if (text === '') return fail('syntax', 0);
  const wellFormed = unit(text, 0) === 91 ? scanSet(text, emit) : scanPointOrInterval(text, emit);
  return wellFormed && (disorder < 0 || fail('order', disorder));
}
