import { type FuzzyDateLike, type FuzzyDateOptions, partsOf, spanOf } from './span.js';
import { fuzzyDateToString } from './to-string.js';

/**
 * Compares two fuzzy dates for sorting: by earliest start, then by latest end, and at last by canonical text, in
 * UTF-16 units. Dates without offset count as if in UTC, and doubt does not count: the order
 * is total, and says nothing of what happened first.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { compareFuzzyDates } from 'newsdomain';
 *
 * ['2024-06-19', '2023', '2024-06', '../2024'].sort((a, b) => compareFuzzyDates(a, b)); // => ['../2024', '2023', '2024-06', '2024-06-19']
 * ```
 */
export function compareFuzzyDates(a: FuzzyDateLike, b: FuzzyDateLike, options?: FuzzyDateOptions): number {
  const one = spanOf(partsOf(a), options, false).bounds;
  const other = spanOf(partsOf(b), options, false).bounds;
  // The difference of two dates that are open is no number.
  const difference = one[0] - other[0] || one[3] - other[3];
  if (difference) return difference;
  const text = fuzzyDateToString(a);
  const otherText = fuzzyDateToString(b);
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}
