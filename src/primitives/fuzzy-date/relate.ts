import { rangesMeet } from './order.js';
import { type FuzzyDateLike, type FuzzyDateOptions, outward, type Span, spansOf } from './span.js';

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
 * Every relation by the order of the four ends: start and end of the first date, start and end of the second; equal
 * digits are equal moments. A date whose ends are equal is a point.
 */
const orders: readonly (readonly [FuzzyDateRelation, ...string[]])[] = [
  ['before', '0123', '0012', '0122', '0011'],
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
  ['after', '2301', '2201', '1200', '1100'],
];

type Range = readonly [low: number, high: number, ...unknown[]];
type Ends = readonly [start: Range, end: Range];

const startAndEnd = ([s0, s1, e0, e1]: Span['bounds']): Ends => [
  [s0, s1],
  [e0, e1],
];

/** Where both ends of a date may lie: each member of a set by itself. */
const endsOf = ({ extent, ranges, bounds }: Span): readonly Ends[] =>
  extent ? [startAndEnd(bounds)] : ranges.map((range) => [range, range]);

/** Whether four ends can be in an order, each within its range: the earliest moment is taken for each in turn. */
function isPossible(order: string, ends: readonly Range[]): boolean {
  let moment = Number.NaN;
  for (let rank = 0; rank < 4 && order.includes(String(rank)); rank++) {
    const equal = ends.filter((_, at) => order[at] === String(rank));
    const after = moment === -Infinity ? -Number.MAX_VALUE : outward(moment + 1, 1);
    const next = Math.max(...equal.map(([low]) => low), rank > 0 ? after : -Infinity);
    if (next <= moment || next > Math.min(...equal.map(([, high]) => high))) return false;
    moment = next;
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
  const points = !one.extent && !other.extent;
  const possible: FuzzyDateRelation[] = [];
  for (const [relation, ...forms] of orders) {
    const order = forms.find(
      (form) => (form[0] === form[1]) !== one.extent && (form[2] === form[3]) !== other.extent,
    );
    if (order === undefined) continue;
    // Two sets are compared without looking at every pair of members.
    const may =
      one.uncertain || other.uncertain
        ? true
        : points
          ? relation === 'equals'
            ? rangesMeet(one.ranges, other.ranges)
            : isPossible(order, [...startAndEnd(one.bounds), ...startAndEnd(other.bounds)])
          : endsOf(one).some((ends) =>
              endsOf(other).some((others) => isPossible(order, [...ends, ...others])),
            );
    if (may) possible.push(relation);
  }
  return possible.length === 1 ? { definite: possible[0], possible } : { possible };
}
