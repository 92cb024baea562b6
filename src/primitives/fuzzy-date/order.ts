import { type FuzzyDateLike, type FuzzyDateOptions, type Span, spansOf } from './span.js';

type Ranges = Span['ranges'];

/** Whether any range of one list shares a moment with any of the other; both are in the order of their beginnings. */
export function rangesMeet(a: Ranges, b: Ranges): boolean {
  let j = 0;
  // Ranges of one set may overlap: what begins before a range ends is looked at from the range that reaches furthest.
  let reach = -Infinity;
  for (const [low, high] of a) {
    if (reach >= low) return true;
    for (let other = b[j]; other !== undefined && other[0] <= high; other = b[++j]) {
      reach = Math.max(reach, other[1]);
      if (reach >= low) return true;
    }
  }
  return false;
}

/** Whether an extent may lie within a range, given that it starts before it ends. */
const fitsInto = ({ bounds }: Span, [low, high]: Ranges[number]): boolean =>
  bounds[1] >= low && bounds[2] <= high && Math.max(bounds[0], low) <= Math.min(bounds[3], high);

type Judge = (a: Span, b: Span) => boolean;

/** `?` leaves nothing definite. */
const definitely = (
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options: FuzzyDateOptions | undefined,
  judge: Judge,
): boolean => {
  const [one, other] = spansOf(a, b, options);
  return !one.uncertain && !other.uncertain && judge(one, other);
};

/** `?` leaves everything possible. */
const possibly = (
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options: FuzzyDateOptions | undefined,
  judge: Judge,
): boolean => {
  const [one, other] = spansOf(a, b, options);
  return one.uncertain || other.uncertain || judge(one, other);
};

const surelyBefore: Judge = (a, b) => a.bounds[3] < b.bounds[0];
const maybeBefore: Judge = (a, b) => a.bounds[2] < b.bounds[1];

/**
 * Tells whether one date surely ends before another starts, whatever both turn out to be.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isDefinitelyBefore } from 'newsdomain';
 *
 * isDefinitelyBefore('2024-06-19', '2024-07'); // => true
 * isDefinitelyBefore('2024-06-19', '2024-06'); // => false
 * isDefinitelyBefore('2024-06?', '2030'); // => false
 * ```
 */
export function isDefinitelyBefore(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return definitely(a, b, options, surelyBefore);
}

/**
 * Tells whether one date may end before another starts.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isPossiblyBefore } from 'newsdomain';
 *
 * isPossiblyBefore('2024-06-19', '2024-06'); // => true
 * isPossiblyBefore('2024-06-19', '2024-05'); // => false
 * ```
 */
export function isPossiblyBefore(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return possibly(a, b, options, maybeBefore);
}

/**
 * Tells whether one date surely starts after another has ended.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isDefinitelyAfter } from 'newsdomain';
 *
 * isDefinitelyAfter('2024-06-19', '2024-05~'); // => false
 * isDefinitelyAfter('2024-06-19', '2024-04~'); // => true
 * ```
 */
export function isDefinitelyAfter(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return isDefinitelyBefore(b, a, options);
}

/**
 * Tells whether one date may start after another has ended.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isPossiblyAfter } from 'newsdomain';
 *
 * isPossiblyAfter('2024-06-19', '2024-05~'); // => true
 * ```
 */
export function isPossiblyAfter(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return isPossiblyBefore(b, a, options);
}

/**
 * Tells whether one date surely lies in the period that another names: all of June for `2024-06`, from the first
 * moment of `a` to the last of `b` for `a/b`. A period that is itself vague holds nothing for sure.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isDefinitelyWithin } from 'newsdomain';
 *
 * isDefinitelyWithin('2024-06-30', '2024-06-01/2024-06-30'); // => true
 * isDefinitelyWithin('2024-06-19', '2024-06~'); // => false
 * ```
 */
export function isDefinitelyWithin(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return definitely(a, b, options, ({ bounds }, { inner }) => bounds[0] >= inner[0] && bounds[3] <= inner[1]);
}

/**
 * Tells whether one date may lie in the period that another names.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isPossiblyWithin } from 'newsdomain';
 *
 * isPossiblyWithin('2024', '2024-06'); // => true
 * isPossiblyWithin('[2023-09,2024-09]', '2024-06'); // => false
 * ```
 */
export function isPossiblyWithin(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean {
  return possibly(a, b, options, (one, period) =>
    one.extent ? period.ranges.some((range) => fitsInto(one, range)) : rangesMeet(one.ranges, period.ranges),
  );
}

/**
 * Tells whether two dates surely share a moment. Two points never do, however alike: each is some time within.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isDefinitelyOverlapping } from 'newsdomain';
 *
 * isDefinitelyOverlapping('2024-06-19', '2024-06-18/2024-06-20'); // => true
 * isDefinitelyOverlapping('2024-06-19', '2024-06-19'); // => false
 * ```
 */
export function isDefinitelyOverlapping(
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options?: FuzzyDateOptions,
): boolean {
  return definitely(
    a,
    b,
    options,
    (one, other) => one.bounds[1] <= other.bounds[2] && other.bounds[1] <= one.bounds[2],
  );
}

/**
 * Tells whether two dates may share a moment.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { isPossiblyOverlapping } from 'newsdomain';
 *
 * isPossiblyOverlapping('2024-06', '2024-06-19'); // => true
 * isPossiblyOverlapping('2024-06-19', '2024-06-20'); // => false
 * isPossiblyOverlapping('2024-06-19', '2024-06-20T01:00:00Z'); // => true
 * ```
 */
export function isPossiblyOverlapping(
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options?: FuzzyDateOptions,
): boolean {
  return possibly(a, b, options, (one, other) => rangesMeet(one.ranges, other.ranges));
}
