import { rangesMeet } from '../../primitives/fuzzy-date/order.js';
import { isFuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import {
  alternativesOf,
  isSurelyBeforeSome,
  latestStartOf,
  type Moment,
  momentOf,
  rangeBeside,
} from '../time/moment.js';
import type { Evidence } from './evidence.js';

/** The date that a stance names; absent where it names none. */
const dateOf = ({ stance }: Evidence): string | undefined =>
  stance.aspect === 'date' && isFuzzyDate(stance.value) ? stance.value : undefined;

/** The dates that stances name, or nothing if one of them names none and so is about any date. */
function datesOf(evidence: readonly Evidence[]): readonly Moment[] | undefined {
  const dates = new Set(evidence.map(dateOf));
  const moments: Moment[] = [];
  for (const date of dates) {
    if (date === undefined) return undefined;
    for (const moment of alternativesOf(date)) moments.push(moment);
  }
  return moments;
}

/**
 * Tells whether what is denied may be what is confirmed. "Not on the 19th" and "on the 25th" go together: whoever
 * denies a date says nothing of one that surely is another.
 */
export function mayOppose(confirming: readonly Evidence[], denying: readonly Evidence[]): boolean {
  if (confirming.length === 0 || denying.length === 0) return false;
  const confirmed = datesOf(confirming);
  const denied = datesOf(denying);
  if (confirmed === undefined || denied === undefined) return true;
  if ([...confirmed, ...denied].some(({ uncertain }) => uncertain)) return true;
  return [true, false].some((floating) =>
    [true, false].some((otherFloating) =>
      rangesMeet(rangesOf(confirmed, floating, otherFloating), rangesOf(denied, otherFloating, floating)),
    ),
  );
}

/** The ranges of the dates that float, or of those that do not, as they lie beside dates that do or do not. */
function rangesOf(
  moments: readonly Moment[],
  floating: boolean,
  otherFloating: boolean,
): readonly (readonly [number, number])[] {
  return moments
    .filter((moment) => moment.floating === floating)
    .map((moment) => rangeBeside(moment, otherFloating))
    .sort(([a], [b]) => a - b);
}

/** Tells whether stances name dates that surely are not the same. */
export function datesDiffer(evidence: readonly Evidence[]): boolean {
  const dates = new Set(evidence.flatMap((one) => dateOf(one) ?? []));
  if (dates.size < 2) return false;
  const moments = [...dates].map((date) => momentOf(date));
  const last = latestStartOf(moments);
  return moments.some((moment) => isSurelyBeforeSome(moment, last));
}
