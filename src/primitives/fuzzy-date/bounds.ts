import { type FuzzyDateLike, type FuzzyDateOptions, hasFixedPart, partsOf, spanOf } from './span.js';

/**
 * Where a fuzzy date may start and end, in milliseconds since 1970-01-01T00:00:00; all bounds are inclusive, and
 * infinite where the date is open or its edge unknown.
 */
export interface FuzzyDateBounds {
  readonly earliestStart: number;
  readonly latestStart: number;
  readonly earliestEnd: number;
  readonly latestEnd: number;
  /** The bounds are clock times somewhere on Earth, counted as if in UTC. */
  readonly floating: boolean;
  /** `?` or `%`: the date may lie outside the bounds altogether. */
  readonly uncertain: boolean;
}

/**
 * Returns the four bounds of a fuzzy date in milliseconds. For a point or a set, start and end are the same moment
 * somewhere within; `~` widens by one unit, unspecified digits and seasons to all they may mean.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 * @throws RangeError when the time zone is none.
 *
 * @example
 * ```ts
 * import { fuzzyDateBounds } from 'newsdomain';
 *
 * const day = fuzzyDateBounds('1970-01-02');
 * day.earliestStart; // => 86400000
 * day.latestEnd; // => 172799999
 * day.floating; // => true
 * fuzzyDateBounds('1970-01-02/..').latestEnd; // => Infinity
 * ```
 */
export function fuzzyDateBounds(date: FuzzyDateLike, options?: FuzzyDateOptions): FuzzyDateBounds {
  const parts = partsOf(date);
  const { bounds, floating, uncertain } = spanOf(parts, options, hasFixedPart(parts));
  const [earliestStart, latestStart, earliestEnd, latestEnd] = bounds;
  return { earliestStart, latestStart, earliestEnd, latestEnd, floating, uncertain };
}

/**
 * Returns the earliest moment at which a fuzzy date may start, in milliseconds; see {@link fuzzyDateBounds}.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { earliestStart } from 'newsdomain';
 *
 * earliestStart('1970-01-01/1970-01-03'); // => 0
 * ```
 */
export const earliestStart = (date: FuzzyDateLike, options?: FuzzyDateOptions): number =>
  fuzzyDateBounds(date, options).earliestStart;

/**
 * Returns the latest moment at which a fuzzy date may start, in milliseconds; see {@link fuzzyDateBounds}.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { latestStart } from 'newsdomain';
 *
 * latestStart('1970-01-01/1970-01-03'); // => 86399999
 * ```
 */
export const latestStart = (date: FuzzyDateLike, options?: FuzzyDateOptions): number =>
  fuzzyDateBounds(date, options).latestStart;

/**
 * Returns the earliest moment at which a fuzzy date may end, in milliseconds; see {@link fuzzyDateBounds}.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { earliestEnd } from 'newsdomain';
 *
 * earliestEnd('1970-01-01/1970-01-03'); // => 172800000
 * ```
 */
export const earliestEnd = (date: FuzzyDateLike, options?: FuzzyDateOptions): number =>
  fuzzyDateBounds(date, options).earliestEnd;

/**
 * Returns the latest moment at which a fuzzy date may end, in milliseconds; see {@link fuzzyDateBounds}.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { latestEnd } from 'newsdomain';
 *
 * latestEnd('1970-01-01/1970-01-03'); // => 259199999
 * ```
 */
export const latestEnd = (date: FuzzyDateLike, options?: FuzzyDateOptions): number =>
  fuzzyDateBounds(date, options).latestEnd;
