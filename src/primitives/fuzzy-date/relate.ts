import { maybeBefore, rangesMeet } from './order.js';
import { type FuzzyDateLike, type FuzzyDateOptions, type Span, spansOf } from './span.js';

/** Allen's thirteen ways in which one extent of time lies to another; points have those that fit them. */
export type FuzzyDateRelation =
  | 'before'
  | 'meets'
  | 'overlaps'
  | 'finished-by'
  | 'contains'
  | 'starts'
  | 'equals'
  | 'started-by'
  | 'during'
  | 'finishes'
  | 'overlapped-by'
  | 'met-by'
  | 'after';

/** How two fuzzy dates may lie to each other. */
export interface FuzzyDateRelations {
  /** The one relation that surely holds; absent when there are several. */
  readonly definite?: FuzzyDateRelation | undefined;
  /** Every relation that may hold. */
  readonly possible: readonly FuzzyDateRelation[];
}

/**
 * The relations of dates that share a moment, by the order of the four ends: start and end of the first date, start
 * and end of the second; equal digits are equal moments. A date whose ends are equal is a point.
 */
const orders: readonly (readonly [FuzzyDateRelation, ...string[]])[] = [
  ['meets', '0112'],
  ['overlaps', '0213'],
  ['finished-by', '0212', '0111'],
  ['contains', '0312', '0211'],
  ['starts', '0102', '0001'],
  ['equals', '0101', '0000'],
  ['started-by', '0201', '0100'],
  ['during', '1203', '1102'],
  ['finishes', '1202', '1101'],
  ['overlapped-by', '1302'],
  ['met-by', '1201'],
];

type Range = readonly [low: number, high: number];

/** Where both ends of a date may lie: each member of a set by itself. */
const endsOf = ({ ranges }: Span): readonly (readonly Range[])[] =>
  ranges.map(([low, high, latestStart, earliestEnd]) => [
    [low, latestStart],
    [earliestEnd, high],
  ]);

/** Whether four ends can be in an order, each within its range: the earliest moment is taken for each in turn. */
function isPossible(order: string, ends: readonly Range[]): boolean {
  let earliest = -Infinity;
  for (const rank of '0123') {
    const equal = ends.filter((_, at) => order[at] === rank);
    const moment = Math.max(earliest, ...equal.map(([low]) => low));
    if (!equal.every(([, high]) => high >= moment)) return false;
    // Nothing comes after what never ends.
    earliest = moment < Infinity ? Math.max(moment, -Number.MAX_VALUE) + 1 : Number.NaN;
  }
  return true;
}

/**
 * Tells how two fuzzy dates may lie to each other, and how they surely do. A point is a moment somewhere within, so
 * two points are before, after or equal.
 *
 * @throws FuzzyDateError when a text is no fuzzy date.
 *
 * @example
 * ```ts
 * import { relateDates } from 'newsdomain';
 *
 * relateDates('2024-06-19', '2024-07').definite; // => 'before'
 * relateDates('2024-06', '2024-06-19').possible; // => ['before', 'equals', 'after']
 * relateDates('2024-06-19', '2024-06-18/2024-06-20').definite; // => 'during'
 * ```
 */
export function relateDates(
  a: FuzzyDateLike,
  b: FuzzyDateLike,
  options?: FuzzyDateOptions,
): FuzzyDateRelations {
  const [one, other] = spansOf(a, b, options);
  const uncertain = one.uncertain || other.uncertain;
  const possible = orders
    .filter(([, ...forms]) =>
      forms.some(
        (form) =>
          (form[0] !== form[1]) === one.extent &&
          (form[2] !== form[3]) === other.extent &&
          (uncertain ||
            // Two sets are compared without looking at every pair of members.
            (one.extent || other.extent
              ? endsOf(one).some((ends) =>
                  endsOf(other).some((others) => isPossible(form, [...ends, ...others])),
                )
              : rangesMeet(one.ranges, other.ranges))),
      ),
    )
    .map(([relation]) => relation);
  if (uncertain || maybeBefore(one, other)) possible.unshift('before');
  if (uncertain || maybeBefore(other, one)) possible.push('after');
  return possible.length === 1 ? { definite: possible[0], possible } : { possible };
}
