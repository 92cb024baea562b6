import { fuzzyDateBounds } from '../../primitives/fuzzy-date/bounds.js';
import { assertFuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { FuzzyDateLike } from '../../primitives/fuzzy-date/span.js';
import { hasFixedPart, partsOf, spanOf } from '../../primitives/fuzzy-date/span.js';

const HOUR = 3_600_000;

/** How far a clock anywhere on Earth is ahead of UTC, and behind. */
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;

/** Some time between two bounds, both inclusive, in milliseconds since 1970-01-01T00:00:00. */
export interface Moment {
  readonly earliest: number;
  readonly latest: number;
  /** The bounds are clock times somewhere on Earth, counted as if in UTC. */
  readonly floating: boolean;
  /** It may lie outside the bounds altogether. */
  readonly uncertain: boolean;
}

/** A moment of which nothing is known. */
export const unknownMoment: Moment = Object.freeze({
  earliest: Number.NEGATIVE_INFINITY,
  latest: Number.POSITIVE_INFINITY,
  floating: false,
  uncertain: false,
});

/**
 * Reads a fuzzy date as some time within it, an extent included. A clock time is the moment it writes, not the second
 * or millisecond it begins: of two that are written alike, each is by the other.
 */
export function momentOf(date: FuzzyDateLike | undefined, timeZone?: string): Moment {
  if (date === undefined) return unknownMoment;
  const parts = partsOf(date);
  const bounds = fuzzyDateBounds(parts, timeZone === undefined ? undefined : { timeZone });
  const exact =
    parts.kind === 'point' &&
    parts.time !== undefined &&
    (timeZone === undefined || parts.time.offset !== undefined);
  return {
    earliest: bounds.earliestStart,
    latest: exact ? bounds.earliestStart : bounds.latestEnd,
    floating: bounds.floating,
    uncertain: bounds.uncertain,
  };
}

/**
 * Reads a time that somebody asks for. None at all is no time to ask for: it does not mean now, nor any.
 *
 * @throws FuzzyDateError when it is neither an instant nor a fuzzy date.
 */
export function askedMoment(at: string): Moment {
  const text: unknown = at;
  assertFuzzyDate(text);
  return momentOf(text);
}

/** Reads a fuzzy date as the moments it may be: one, or one for each member of a set. */
export function alternativesOf(date: FuzzyDateLike | undefined, timeZone?: string): readonly Moment[] {
  const parts = date === undefined ? undefined : partsOf(date);
  if (parts?.kind !== 'set') return [momentOf(date, timeZone)];
  const { ranges, floating, uncertain } = spanOf(
    parts,
    timeZone === undefined ? undefined : { timeZone },
    hasFixedPart(parts),
  );
  return ranges.map(([earliest, latest]) => ({ earliest, latest, floating, uncertain }));
}

/** From when to when it can be on the time line that it shares with another, which may float or not. */
export function rangeBeside(
  one: Moment,
  otherFloating: boolean,
): readonly [earliest: number, latest: number] {
  return one.floating && !otherFloating
    ? [one.earliest - AHEAD, one.latest + BEHIND]
    : [one.earliest, one.latest];
}

/** The earliest it can be on the time line that it shares with another. */
const earliestBeside = (one: Moment, other: Moment): number => rangeBeside(one, other.floating)[0];

/** The latest it can be on the time line that it shares with another. */
const latestBeside = (one: Moment, other: Moment): number => rangeBeside(one, other.floating)[1];

/** Whether one moment may be no later than another. */
export function isPossiblyBy(one: Moment, at: Moment): boolean {
  return one.uncertain || at.uncertain || earliestBeside(one, at) <= latestBeside(at, one);
}

/** Whether one moment is no later than another, whatever both turn out to be. */
export function isSurelyBy(one: Moment, at: Moment): boolean {
  return !one.uncertain && !at.uncertain && latestBeside(one, at) <= earliestBeside(at, one);
}

/** A bound of moments that are surely when they are said to be, apart for those that float. */
export interface Extreme {
  readonly fixed: number;
  readonly floating: number;
}

/** Finds the latest start among moments, in one pass. */
export function latestStartOf(moments: Iterable<Moment>): Extreme {
  let fixed = Number.NEGATIVE_INFINITY;
  let floating = Number.NEGATIVE_INFINITY;
  for (const moment of moments) {
    if (moment.uncertain) continue;
    if (moment.floating) floating = Math.max(floating, moment.earliest);
    else fixed = Math.max(fixed, moment.earliest);
  }
  return { fixed, floating };
}

/** Whether a moment is surely before at least one of the moments whose latest start is given. */
export function isSurelyBeforeSome(moment: Moment, { fixed, floating }: Extreme): boolean {
  if (moment.uncertain) return false;
  return moment.floating
    ? moment.latest < floating || moment.latest + BEHIND < fixed
    : moment.latest < fixed || moment.latest < floating - AHEAD;
}

/** Finds the earliest end among moments, in one pass. */
export function earliestEndOf(moments: Iterable<Moment>): Extreme {
  let fixed = Number.POSITIVE_INFINITY;
  let floating = Number.POSITIVE_INFINITY;
  for (const moment of moments) {
    if (moment.uncertain) continue;
    if (moment.floating) floating = Math.min(floating, moment.latest);
    else fixed = Math.min(fixed, moment.latest);
  }
  return { fixed, floating };
}

/** Finds the latest end among moments, in one pass; one that is uncertain may end at any time. */
export function latestEndOf(moments: Iterable<Moment>): Extreme {
  let fixed = Number.NEGATIVE_INFINITY;
  let floating = Number.NEGATIVE_INFINITY;
  for (const moment of moments) {
    if (moment.uncertain) return { fixed: Number.POSITIVE_INFINITY, floating: Number.POSITIVE_INFINITY };
    if (moment.floating) floating = Math.max(floating, moment.latest);
    else fixed = Math.max(fixed, moment.latest);
  }
  return { fixed, floating };
}

/** Whether a moment is surely no earlier than any of the moments whose latest end is given. */
export function isSurelyNoEarlierThanAny(moment: Moment, { fixed, floating }: Extreme): boolean {
  if (moment.uncertain) return false;
  return moment.floating
    ? moment.earliest >= floating && moment.earliest - AHEAD >= fixed
    : moment.earliest >= fixed && moment.earliest >= floating + BEHIND;
}

/** Whether a moment is surely after at least one of the moments whose earliest end is given. */
export function isSurelyAfterSome(moment: Moment, { fixed, floating }: Extreme): boolean {
  if (moment.uncertain) return false;
  return moment.floating
    ? moment.earliest > floating || moment.earliest - AHEAD > fixed
    : moment.earliest > fixed || moment.earliest > floating + BEHIND;
}

/** The moment of a point in milliseconds, on the clock that floats or on the time line. */
export function exactMoment(milliseconds: number, floating: boolean): Moment {
  return { earliest: milliseconds, latest: milliseconds, floating, uncertain: false };
}

/** The earliest it can be, in milliseconds of the clock that floats or of the time line. */
export function earliestOn(moment: Moment, floating: boolean): number {
  if (moment.uncertain) return Number.NEGATIVE_INFINITY;
  return rangeBeside(moment, floating)[0];
}
