import { momentIn } from '../calendar.js';
import type { Instant } from '../instant.js';
import { type FuzzyDateLike, type FuzzyDateOptions, partsOf, spanOf } from './span.js';

/** The instants between which a fuzzy date lies, both inclusive; absent where there is none, or no year for it. */
export interface InstantRange {
  readonly earliest?: Instant | undefined;
  readonly latest?: Instant | undefined;
}

/** A moment as an instant in UTC, where it lies in the years from 0000 to 9999. */
export const instantAt = (moment: number): Instant | undefined =>
  moment >= momentIn(0) && moment < momentIn(120_000)
    ? (new Date(moment).toISOString() as Instant)
    : undefined;

/**
 * Returns the instants, in UTC, between which a fuzzy date surely lies if it is not uncertain. Dates without offset
 * are taken in the time zone, or without one may lie anywhere between UTC-12:00 and UTC+14:00.
 *
 * @throws FuzzyDateError when the text is no fuzzy date.
 * @throws RangeError when the time zone is none.
 *
 * @example
 * ```ts
 * import { toInstantRange } from 'newsdomain';
 *
 * toInstantRange('2024-06-19', { timeZone: 'Asia/Ho_Chi_Minh' }); // => { earliest: '2024-06-18T17:00:00.000Z', latest: '2024-06-19T16:59:59.999Z' }
 * toInstantRange('2024-06-19'); // => { earliest: '2024-06-18T10:00:00.000Z', latest: '2024-06-20T11:59:59.999Z' }
 * toInstantRange('2024-06-19T09:30:00Z/..'); // => { earliest: '2024-06-19T09:30:00.000Z' }
 * ```
 */
export function toInstantRange(date: FuzzyDateLike, options?: FuzzyDateOptions): InstantRange {
  const { bounds } = spanOf(partsOf(date), options, true);
  const [low, , , high] = bounds;
  return { earliest: instantAt(low), latest: instantAt(high) };
}
