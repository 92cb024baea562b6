import { DAY, daysFromCivil } from '../calendar.js';
import { parseFuzzyDate } from './parse.js';
import type { FuzzyEdge, FuzzyPoint, FuzzyTime, ParsedFuzzyDate } from './parsed.js';
import { firstInstant, lastInstant } from './zone.js';

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

const HOUR = 3_600_000;

/** How far a clock anywhere on Earth is ahead of UTC, and behind. */
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;

/** Where something may start and end, in milliseconds; all four bounds are inclusive. */
export interface Piece {
  earliestStart: number;
  latestStart: number;
  earliestEnd: number;
  latestEnd: number;
  /** The period that the text names, at its narrowest: what surely lies within it lies within these two. */
  innerStart: number;
  innerEnd: number;
}

/** A fuzzy date on the time line. */
export interface Span {
  /** One piece, or one for each member of a set. */
  readonly pieces: readonly Piece[];
  /** All pieces in one, from the earliest to the latest of each bound. */
  readonly hull: Piece;
  /** An extent, rather than some time within the pieces. */
  readonly extent: boolean;
  /** The date may lie outside the bounds altogether. */
  readonly uncertain: boolean;
  /** The bounds are clock times somewhere, counted as if in UTC. */
  readonly floating: boolean;
}

/** Whether a point has an offset, and so a place on the time line that no zone moves. */
const isFixed = (edge: FuzzyEdge): boolean => typeof edge === 'object' && edge.time?.offset !== undefined;

const isFloating = (edge: FuzzyEdge): boolean => typeof edge === 'object' && edge.time?.offset === undefined;

/** All points of a date. */
function edgesOf(date: ParsedFuzzyDate): readonly FuzzyEdge[] {
  if (date.kind === 'point') return [date];
  if (date.kind === 'interval') return [date.start, date.end];
  return date.members.flatMap((member) => (member.kind === 'range' ? [member.start, member.end] : [member]));
}

/** Whether any part of a date has an offset. */
export const hasFixedPart = (date: ParsedFuzzyDate): boolean => edgesOf(date).some(isFixed);

/** Beyond 2^53 doubles skip milliseconds: bounds move away from each other by more than is skipped. */
const outward = (value: number, direction: 1 | -1): number =>
  Number.isSafeInteger(value) ? value : value + direction * Math.abs(value) * 2 ** -50;

/** Milliseconds to the first day of a month, counted from January of the year 0. */
const monthStart = (months: number): number =>
  daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) * DAY;

/** A point's range on its own clock, and whether the text leaves open which period of its precision is meant. */
interface Range {
  low: number;
  high: number;
  vague: boolean;
}

/** The months of a season, from January of the year 0. */
function seasonMonths(
  { year, season = 21 }: FuzzyPoint,
  hemisphere: FuzzyDateOptions['hemisphere'],
): [number, number] {
  const northern = year * 12 + (season - 20) * 3 - 1;
  const southern = year * 12 + (((season - 20) * 3 + 5) % 12);
  if (hemisphere === 'unknown') return [Math.min(northern, southern), Math.max(northern, southern) + 3];
  return hemisphere === 'south' ? [southern, southern + 3] : [northern, northern + 3];
}

function timeRange(days: number, { hour, minute, second, fraction }: FuzzyTime): [number, number] {
  const whole = days * DAY + (hour * 60 + minute) * 60_000 + second * 1000;
  if (fraction === undefined) return [whole, whole + 999];
  const start = whole + Number(`${fraction}00`.slice(0, 3));
  return [start, start + Math.max(10 ** (3 - fraction.length), 1) - 1];
}

/** Where a point lies on its own clock; an approximate one is widened by one unit on either side. */
function localRange(point: FuzzyPoint, hemisphere: FuzzyDateOptions['hemisphere']): Range {
  const { year, unspecifiedYearDigits, month, day } = point;
  const wide = point.approximate ? 1 : 0;
  const vague =
    point.approximate || unspecifiedYearDigits > 0 || month === 'unspecified' || day === 'unspecified';
  if (point.season !== undefined) {
    const [from, to] = seasonMonths(point, hemisphere);
    return { low: monthStart(from), high: monthStart(to) - 1, vague: hemisphere === 'unknown' };
  }
  if (typeof month !== 'number') {
    const unit = 10 ** unspecifiedYearDigits;
    return {
      low: monthStart((year - wide * unit) * 12),
      high: monthStart((year + unit + wide * unit) * 12) - 1,
      vague,
    };
  }
  const months = year * 12 + month - 1;
  if (typeof day !== 'number')
    return { low: monthStart(months - wide), high: monthStart(months + 1 + wide) - 1, vague };
  const days = daysFromCivil(year, month, day);
  if (point.time === undefined) return { low: (days - wide) * DAY, high: (days + 1 + wide) * DAY - 1, vague };
  const [low, high] = timeRange(days, point.time);
  return { low, high, vague: false };
}

/** Milliseconds that `±hh:mm` is ahead of UTC. */
function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** A point as a piece: on the time line when it has an offset or a zone, else floating or widened. */
function pieceOf(point: FuzzyPoint, options: FuzzyDateOptions | undefined, widen: boolean): Piece {
  const { low, high, vague } = localRange(point, options?.hemisphere);
  let earliest = outward(low, -1);
  let latest = outward(high, 1);
  let innerStart = vague ? latest : earliest;
  let innerEnd = vague ? earliest : latest;
  const offset = point.time?.offset;
  if (offset !== undefined) {
    const ahead = offsetOf(offset);
    earliest -= ahead;
    latest -= ahead;
    innerStart -= ahead;
    innerEnd -= ahead;
  } else if (options?.timeZone !== undefined) {
    earliest = firstInstant(earliest, options.timeZone);
    latest = lastInstant(latest, options.timeZone);
    innerStart = vague ? latest : earliest;
    innerEnd = vague ? earliest : latest;
  } else if (widen) {
    earliest -= AHEAD;
    latest += BEHIND;
    innerStart += BEHIND;
    innerEnd -= AHEAD;
  }
  return {
    earliestStart: Math.min(earliest, latest),
    latestStart: Math.max(earliest, latest),
    earliestEnd: Math.min(earliest, latest),
    latestEnd: Math.max(earliest, latest),
    innerStart,
    innerEnd,
  };
}

/** From the start of one piece to the end of another; `undefined` stands for a side that is open. */
function rangePiece(start: Piece | undefined, end: Piece | undefined): Piece {
  const earliest = start?.earliestStart ?? Number.NEGATIVE_INFINITY;
  const latest = end?.latestEnd ?? Number.POSITIVE_INFINITY;
  return {
    earliestStart: earliest,
    latestStart: latest,
    earliestEnd: earliest,
    latestEnd: latest,
    innerStart: latest,
    innerEnd: earliest,
  };
}

/** An extent between two edges. */
function extentPiece(start: Piece | 'open' | 'unknown', end: Piece | 'open' | 'unknown'): Piece {
  const low = typeof start === 'object' ? start.earliestStart : Number.NEGATIVE_INFINITY;
  const high = typeof end === 'object' ? end.latestEnd : Number.POSITIVE_INFINITY;
  // What the two edges say of each other: the start is not after the end.
  const latestStart =
    typeof start === 'object' ? Math.min(start.latestStart, high) : start === 'open' ? low : high;
  const earliestEnd = typeof end === 'object' ? Math.max(end.earliestEnd, low) : end === 'open' ? high : low;
  // A zone or a hemisphere can turn the order of two edges around: then all of it is possible, nothing definite.
  if (low > high) return rangePiece(end as Piece, start as Piece);
  return {
    earliestStart: low,
    latestStart,
    earliestEnd,
    latestEnd: high,
    innerStart: typeof start === 'object' ? start.innerStart : latestStart,
    innerEnd: typeof end === 'object' ? end.innerEnd : earliestEnd,
  };
}

/** Everything that a set may be, in one piece. */
function hullOf(pieces: readonly Piece[]): Piece {
  const [first = rangePiece(undefined, undefined), ...others] = pieces;
  const hull = { ...first };
  for (const piece of others) {
    hull.earliestStart = Math.min(hull.earliestStart, piece.earliestStart);
    hull.latestStart = Math.max(hull.latestStart, piece.latestStart);
    hull.earliestEnd = Math.min(hull.earliestEnd, piece.earliestEnd);
    hull.latestEnd = Math.max(hull.latestEnd, piece.latestEnd);
    hull.innerStart = Math.max(hull.innerStart, piece.innerStart);
    hull.innerEnd = Math.min(hull.innerEnd, piece.innerEnd);
  }
  return hull;
}

/** Puts a fuzzy date on the time line; `widen` says whether floating parts meet parts with an offset. */
export function spanOf(date: ParsedFuzzyDate, options: FuzzyDateOptions | undefined, widen: boolean): Span {
  const piece = (point: FuzzyPoint): Piece => pieceOf(point, options, widen);
  const edge = (from: FuzzyEdge): Piece | 'open' | 'unknown' =>
    typeof from === 'object' ? piece(from) : from;
  const side = (from: FuzzyPoint | 'open'): Piece | undefined =>
    typeof from === 'object' ? piece(from) : undefined;
  const pieces =
    date.kind === 'point'
      ? [piece(date)]
      : date.kind === 'interval'
        ? [extentPiece(edge(date.start), edge(date.end))]
        : date.members
            .map((member) =>
              member.kind === 'range' ? rangePiece(side(member.start), side(member.end)) : piece(member),
            )
            .sort((a, b) => a.earliestStart - b.earliestStart);
  const edges = edgesOf(date);
  return {
    pieces,
    hull: hullOf(pieces),
    extent: date.kind === 'interval',
    uncertain: edges.some((from) => typeof from === 'object' && from.uncertain),
    floating: !widen && options?.timeZone === undefined && edges.some(isFloating),
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
