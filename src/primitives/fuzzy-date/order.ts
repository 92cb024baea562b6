import { type FuzzyDateLike, type FuzzyDateOptions, type Span, spansOf } from './span.js';

type Ranges = readonly (readonly [
  low: number,
  high: number,
  latestStart?: number,
  earliestEnd?: number,
  ...unknown[],
])[];

/**
 * Whether any range of one list shares a moment with any of the other, or may start and end within it; both are in
 * the order of their beginnings.
 */
export function rangesMeet(a: Ranges, b: Ranges, within = false): boolean {
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return false;
    const [low, high, latestStart = high, earliestEnd = low] = one;
    if (
      low <= other[1] &&
      other[0] <= high &&
      (!within || (latestStart >= other[0] && earliestEnd <= other[1]))
    )
      return true;
    // What ends before the other begins meets nothing that comes later.
    if (high < other[1]) i++;
    else j++;
  }
}

type Judge = (a: Span, b: Span) => boolean;

/** Puts two dates before a judge; `?` leaves everything possible, and nothing definite. */
function ask(
  definite: boolean,
  judge: Judge,
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options: FuzzyDateOptions | undefined,
): boolean {
  const [one, other] = spansOf(a, b, options);
  return one.uncertain || other.uncertain ? !definite : judge(one, other);
}

const surelyBefore: Judge = (a, b) => a.bounds[3] < b.bounds[0];
export const maybeBefore: Judge = (a, b) => a.bounds[2] < b.bounds[1];

const surelyWithin: Judge = ({ bounds }, { inner }) => bounds[0] >= inner[0] && bounds[3] <= inner[1];

const maybeWithin: Judge = (a, period) => rangesMeet(a.ranges, period.ranges, true);

const surelyOverlapping: Judge = (a, b) => a.bounds[1] <= b.bounds[2] && b.bounds[1] <= a.bounds[2];
const maybeOverlapping: Judge = (a, b) => rangesMeet(a.ranges, b.ranges);

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
export const isDefinitelyBefore = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  ask(true, surelyBefore, a, b, options);

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
export const isPossiblyBefore = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  ask(false, maybeBefore, a, b, options);

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
export const isDefinitelyAfter = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  isDefinitelyBefore(b, a, options);

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
export const isPossiblyAfter = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  isPossiblyBefore(b, a, options);

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
export const isDefinitelyWithin = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  ask(true, surelyWithin, a, b, options);

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
export const isPossiblyWithin = (a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): boolean =>
  ask(false, maybeWithin, a, b, options);

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
export const isDefinitelyOverlapping = (
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options?: FuzzyDateOptions,
): boolean => ask(true, surelyOverlapping, a, b, options);

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
export const isPossiblyOverlapping = (
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options?: FuzzyDateOptions,
): boolean => ask(false, maybeOverlapping, a, b, options);
