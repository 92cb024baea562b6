/** What a point is written down to. */
export type FuzzyPrecision = 'year' | 'season' | 'month' | 'day' | 'time';

/** A season of EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter. */
export type FuzzySeason = 21 | 22 | 23 | 24;

/** A time of day, as written. */
export interface FuzzyTime {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59. */
  readonly second: number;
  /** The digits after the point, of which there is at least one. */
  readonly fraction?: string | undefined;
  /** `Z` or `±hh:mm`; absent when the text does not say which offset the time has. */
  readonly offset?: string | undefined;
}

/** Some time within a year, season, month, day or second. */
export interface FuzzyPoint {
  readonly kind: 'point';
  readonly precision: FuzzyPrecision;
  /** Counted astronomically: 0 is the year before 1. With unspecified digits, the earliest of the years. */
  readonly year: number;
  /** How many of the year's last digits are `X`: 0 to 4. */
  readonly unspecifiedYearDigits: number;
  /** Present when the precision is `season`. */
  readonly season?: FuzzySeason | undefined;
  /** 1 to 12, or `unspecified` for `XX`; present from the precision `month` on. */
  readonly month?: number | 'unspecified' | undefined;
  /** 1 to 31, or `unspecified` for `XX`; present from the precision `day` on. */
  readonly day?: number | 'unspecified' | undefined;
  /** Present when the precision is `time`. */
  readonly time?: FuzzyTime | undefined;
  /** `?` or `%`: the source may be wrong about the date. */
  readonly uncertain: boolean;
  /** `~` or `%`: the date is about right. */
  readonly approximate: boolean;
}

/** One end of an interval: a point, `open` for `..`, `unknown` for an empty edge. */
export type FuzzyEdge = FuzzyPoint | 'open' | 'unknown';

/** An extent of time, from one edge to another. */
export interface FuzzyInterval {
  readonly kind: 'interval';
  readonly start: FuzzyEdge;
  readonly end: FuzzyEdge;
}

/** Consecutive members of a set: `a..b`, `..b` or `a..`. */
export interface FuzzyRange {
  readonly kind: 'range';
  readonly start: FuzzyPoint | 'open';
  readonly end: FuzzyPoint | 'open';
}

/** One of several dates: some time within one of the members. */
export interface FuzzySet {
  readonly kind: 'set';
  readonly members: readonly (FuzzyPoint | FuzzyRange)[];
}

/** A fuzzy date taken apart: a plain JSON value. */
export type ParsedFuzzyDate = FuzzyPoint | FuzzyInterval | FuzzySet;
