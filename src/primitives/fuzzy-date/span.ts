import { type Hemisphere, localRange, minutesOf } from './local-range.js';
import { parseFuzzyDate } from './parse.js';
import type { FuzzyEdge, FuzzyPoint, ParsedFuzzyDate } from './parsed.js';
import { instantsOf, LIMIT } from './zone.js';

/** How a fuzzy date is to be read where its text leaves that open. */
export interface FuzzyDateOptions {
  /** Whose seasons are meant; `unknown` covers both halves of the Earth. `north` when absent. */
  readonly hemisphere?: Hemisphere | undefined;
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
  readonly ranges: readonly (readonly [
    low: number,
    high: number,
    latestStart: number,
    earliestEnd: number,
    ...unknown[],
  ])[];
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

/** The two edges of every part of a date; those of a point are the point itself. */
const edgesOf = (date: ParsedFuzzyDate): (readonly [start: FuzzyEdge, end: FuzzyEdge])[] =>
  (date.kind === 'set' ? date.members : [date]).map((part) =>
    part.kind === 'point' ? [part, part] : [part.start, part.end],
  );

const pointsOf = (date: ParsedFuzzyDate): FuzzyPoint[] =>
  edgesOf(date)
    .flat()
    .filter((edge) => typeof edge === 'object');

const isFixed = (point: FuzzyPoint): boolean => point.time?.offset !== undefined;

/** Whether any part of a date has an offset, and so a place on the time line that no zone moves. */
export const hasFixedPart = (date: ParsedFuzzyDate): boolean => pointsOf(date).some(isFixed);

/** A point on the time line when it has an offset or a zone; else floating, or widened by what floating means. */
function pointBounds(point: FuzzyPoint, options: FuzzyDateOptions | undefined, widen?: boolean): PointBounds {
  const [first, next, vague] = localRange(point, options?.hemisphere);
  const offset = (widen !== undefined && point.time?.offset) || '';
  const zone = options?.timeZone;
  const ahead = minutesOf(offset) * 60_000;
  /** The first and the last instant at which a clock may show this. */
  const instantsAt = (local: number): readonly [number, number] => {
    if (!offset && zone && Math.abs(local) < LIMIT) return instantsOf(local, zone);
    return !offset && widen ? [local - AHEAD, local + BEHIND] : [local - ahead, local - ahead];
  };
  const start = instantsAt(first);
  const end = instantsAt(next - 1);
  // A day that a zone leaves out ends before it starts.
  const [low, high] = inOrder(start[0], end[1]);
  return vague ? [low, high, high, low] : [low, high, Math.max(...start), Math.min(...end)];
}

/** Two ends in the order of time, which a zone, or a half of the Earth, can turn around. */
const inOrder = (a: number, b: number): [low: number, high: number] => (a < b ? [a, b] : [b, a]);

/**
 * Puts a fuzzy date on the time line; `widen` says whether floating parts meet parts with an offset. Without it, no
 * offset counts: every part is read on its own clock.
 */
export function spanOf(date: ParsedFuzzyDate, options: FuzzyDateOptions | undefined, widen?: boolean): Span {
  const boundsOf = (edge: FuzzyEdge, open: number): PointBounds => {
    if (edge === 'unknown') return [-Infinity, Infinity, Infinity, -Infinity];
    return edge === 'open' ? [open, open, open, open] : pointBounds(edge, options, widen);
  };
  const ranges = edgesOf(date).map(([start, end]) => {
    const [earliestStart, latestStart, innerLow] = boundsOf(start, -Infinity);
    const [earliestEnd, latestEnd, , innerHigh] = boundsOf(end, Infinity);
    const [low, high] = inOrder(earliestStart, latestEnd);
    // Some time within a range is at no edge of it.
    return date.kind === 'set' && start !== end
      ? ([low, high, high, low, high, low] as const)
      : ([low, high, Math.min(latestStart, high), Math.max(earliestEnd, low), innerLow, innerHigh] as const);
  });
  const least = (at: 0 | 3 | 5): number =>
    ranges.reduce((best, range) => Math.min(best, range[at]), Infinity);
  const most = (at: 1 | 2 | 4): number =>
    ranges.reduce((best, range) => Math.max(best, range[at]), -Infinity);
  const points = pointsOf(date);
  return {
    ranges: ranges.sort((a, b) => a[0] - b[0]),
    bounds: [least(0), most(2), least(3), most(1)],
    inner: [most(4), least(5)],
    // An extent from one moment to the same is that moment.
    extent: date.kind === 'interval' && least(0) < most(1),
    uncertain: points.some(({ uncertain }) => uncertain),
    floating: !widen && options?.timeZone === undefined && !points.every(isFixed),
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
  const widen = [one, other].some(hasFixedPart);
  return [spanOf(one, options, widen), spanOf(other, options, widen)];
}
