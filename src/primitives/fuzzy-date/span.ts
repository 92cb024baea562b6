import { DAY, daysFromCivil } from '../calendar.js';
import { parseFuzzyDate } from './parse.js';
import type { FuzzyEdge, FuzzyPoint, FuzzyRange, ParsedFuzzyDate } from './parsed.js';
import { instantsOf } from './zone.js';

/** How a fuzzy date is to be read where its text leaves that open. */
export interface FuzzyDateOptions {
  /** Whose seasons are meant; `unknown` covers both halves of the Earth. `north` when absent. */
  readonly hemisphere?: 'north' | 'south' | 'unknown' | undefined;
  /**
   * The IANA time zone of dates and times without offset. When absent they float: beside an instant they may lie
   * anywhere between UTC-12:00 and UTC+14:00.
   */
  readonly timeZone?: string | undefined;
}

/** A fuzzy date, as text or taken apart. */
export type FuzzyDateLike = string | ParsedFuzzyDate;

/** The parts of a fuzzy date that is given either way. */
export const partsOf = (date: FuzzyDateLike): ParsedFuzzyDate =>
  typeof date === 'string' ? parseFuzzyDate(date) : date;

/** How far a clock anywhere on Earth is ahead of UTC, and how far behind, in milliseconds. */
const AHEAD = 14 * 3_600_000;
const BEHIND = 12 * 3_600_000;

/**
 * Where a point may lie, in milliseconds, both ends inclusive; then the period that its text names, at its
 * narrowest: what surely lies within it lies within these two.
 */
type PointBounds = readonly [low: number, high: number, innerLow: number, innerHigh: number];

/** A fuzzy date on the time line, in milliseconds; all ends are inclusive. */
export interface Span {
  /** Where the date may lie: one range, or one for each member of a set in the order of their beginnings. */
  readonly ranges: readonly (readonly [low: number, high: number, ...unknown[]])[];
  /** Where it may start, then where it may end. */
  readonly bounds: readonly [
    earliestStart: number,
    latestStart: number,
    earliestEnd: number,
    latestEnd: number,
  ];
  /** The period that the text names, at its narrowest. */
  readonly inner: readonly [low: number, high: number];
  /** An extent, rather than some time within the ranges. */
  readonly extent: boolean;
  /** The date may lie outside its bounds altogether. */
  readonly uncertain: boolean;
  /** The bounds are clock times somewhere, counted as if in UTC. */
  readonly floating: boolean;
}

/** All points of a date. */
function pointsOf(date: ParsedFuzzyDate): FuzzyPoint[] {
  const edges: readonly (FuzzyEdge | FuzzyRange)[] =
    date.kind === 'set' ? date.members : date.kind === 'interval' ? [date.start, date.end] : [date];
  return edges.flatMap((edge) => {
    if (typeof edge === 'string') return [];
    return edge.kind === 'range' ? [edge.start, edge.end].filter((end) => end !== 'open') : edge;
  });
}

const isFixed = (point: FuzzyPoint): boolean => point.time?.offset !== undefined;

/** Whether any part of a date has an offset, and so a place on the time line that no zone moves. */
export const hasFixedPart = (date: ParsedFuzzyDate): boolean => pointsOf(date).some(isFixed);

/** Beyond 2^53 doubles skip milliseconds: bounds move away from each other by more than is skipped. */
export const outward = (value: number, direction: 1 | -1): number =>
  Number.isSafeInteger(value) ? value : value + direction * Math.abs(value) * 2 ** -50;

/** Milliseconds to the first day of a month, counted from January of the year 0. */
const monthStart = (months: number): number =>
  daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) * DAY;

/** The first moments of what a point means and of what follows it, on its own clock, and whether that is vague. */
function localRange(
  point: FuzzyPoint,
  hemisphere: FuzzyDateOptions['hemisphere'],
): [number, number, boolean] {
  const { year, season, unspecifiedYearDigits, month, day, time, approximate } = point;
  // An approximate date is widened by one unit on either side.
  const wide = approximate ? 1 : 0;
  const vague = approximate || unspecifiedYearDigits > 0 || month === 'unspecified' || day === 'unspecified';
  if (season !== undefined) {
    const north = year * 12 + season * 3 - 61;
    const south = season < 23 ? north + 6 : north - 6;
    const first = hemisphere === 'south' ? south : hemisphere === 'unknown' ? Math.min(north, south) : north;
    const months = hemisphere === 'unknown' ? 9 : 3;
    return [monthStart(first), monthStart(first + months), hemisphere === 'unknown'];
  }
  if (typeof month !== 'number') {
    const unit = 10 ** unspecifiedYearDigits;
    return [monthStart((year - wide * unit) * 12), monthStart((year + unit + wide * unit) * 12), vague];
  }
  if (typeof day !== 'number') {
    const months = year * 12 + month - 1;
    return [monthStart(months - wide), monthStart(months + 1 + wide), vague];
  }
  const days = daysFromCivil(year, month, day);
  if (time === undefined) return [(days - wide) * DAY, (days + 1 + wide) * DAY, vague];
  const { hour, minute, second, fraction = '' } = time;
  const first =
    days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + Number(`${fraction}000`.slice(0, 3));
  return [first, first + 10 ** Math.max(3 - fraction.length, 0), false];
}

/** A point on the time line when it has an offset or a zone; else floating, or widened by what floating means. */
function pointBounds(point: FuzzyPoint, options: FuzzyDateOptions | undefined, widen: boolean): PointBounds {
  const [first, next, vague] = localRange(point, options?.hemisphere);
  let low = outward(first, -1);
  let high = outward(next - 1, 1);
  const offset = point.time?.offset;
  const zone = options?.timeZone;
  if (offset !== undefined) {
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
    const ahead = (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
    low -= ahead;
    high -= ahead;
  } else if (zone !== undefined) {
    const start = instantsOf(low, zone)[0];
    const end = instantsOf(high, zone)[1];
    // A day that a zone leaves out ends before it starts.
    low = Math.min(start, end);
    high = Math.max(start, end);
  } else if (widen) {
    return [low - AHEAD, high + BEHIND, (vague ? high : low) + BEHIND, (vague ? low : high) - AHEAD];
  }
  return vague ? [low, high, high, low] : [low, high, low, high];
}

/** The lowest of some numbers of each tuple, or the highest. */
const lowest = (tuples: readonly PointBounds[], at: 0 | 3): number =>
  tuples.reduce((min, t) => Math.min(min, t[at]), Infinity);
const highest = (tuples: readonly PointBounds[], at: 1 | 2): number =>
  tuples.reduce((max, t) => Math.max(max, t[at]), -Infinity);

/** Puts a fuzzy date on the time line; `widen` says whether floating parts meet parts with an offset. */
export function spanOf(date: ParsedFuzzyDate, options: FuzzyDateOptions | undefined, widen: boolean): Span {
  const points = pointsOf(date);
  const common = {
    extent: date.kind === 'interval',
    uncertain: points.some((point) => point.uncertain),
    floating: !widen && options?.timeZone === undefined && !points.every(isFixed),
  };
  const edge = (from: FuzzyEdge, open: number): PointBounds =>
    from === 'open'
      ? [open, open, open, open]
      : from === 'unknown'
        ? [-Infinity, Infinity, Infinity, -Infinity]
        : pointBounds(from, options, widen);
  if (date.kind === 'interval') {
    const [low, latestStart, innerLow] = edge(date.start, -Infinity);
    const [earliestEnd, high, , innerHigh] = edge(date.end, Infinity);
    // A zone or a hemisphere can turn two edges around: then all between them is possible, and nothing definite.
    if (low > high)
      return { ...common, ranges: [[high, low]], bounds: [high, low, high, low], inner: [low, high] };
    return {
      ...common,
      ranges: [[low, high]],
      bounds: [low, Math.min(latestStart, high), Math.max(earliestEnd, low), high],
      inner: [Math.min(innerLow, high), Math.max(innerHigh, low)],
    };
  }
  const members = date.kind === 'set' ? date.members : [date];
  const ranges = members
    .map((member): PointBounds => {
      if (member.kind === 'point') return edge(member, 0);
      const [low] = edge(member.start, -Infinity);
      const [, high] = edge(member.end, Infinity);
      return low < high ? [low, high, high, low] : [high, low, low, high];
    })
    .sort((a, b) => a[0] - b[0]);
  const low = lowest(ranges, 0);
  const high = highest(ranges, 1);
  return {
    ...common,
    ranges,
    bounds: [low, high, low, high],
    inner: [highest(ranges, 2), lowest(ranges, 3)],
  };
}

/** Puts two fuzzy dates on one time line. */
export function spansOf(
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options: FuzzyDateOptions | undefined,
): [Span, Span] {
  const one = partsOf(a);
  const other = partsOf(b);
  const widen = hasFixedPart(one) || hasFixedPart(other);
  return [spanOf(one, options, widen), spanOf(other, options, widen)];
}
