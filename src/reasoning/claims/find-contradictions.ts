import { isDefinitelyWithin, isPossiblyOverlapping } from '../../primitives/fuzzy-date/order.js';
import { isFuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ParsedFuzzyDate } from '../../primitives/fuzzy-date/parsed.js';
import { partsOf } from '../../primitives/fuzzy-date/span.js';
import type { ClaimId, ScheduledEventId } from '../../primitives/id.js';
import type { Stance, StanceAspect } from '../../vocabulary/claim.js';
import { allEvidence, type Evidence } from '../confirmation/evidence.js';
import { groupByVoice } from '../confirmation/grouping.js';
import { madeBy } from '../confirmation/made-by.js';
import { latestOf } from '../confirmation/recency.js';
import { standsAt } from '../confirmation/standing.js';
import { isDecisive } from '../confirmation/weigh.js';
import type { EvidenceBase } from '../evidence/evidence-base.js';
import {
  askedMoment,
  earliestEndOf,
  exactMoment,
  isSurelyAfterSome,
  isSurelyBeforeSome,
  latestStartOf,
  type Moment,
  momentOf,
} from '../time/moment.js';

/** What {@link findContradictions} is asked for. */
export interface FindContradictionsOptions {
  /** As of when: an instant or a fuzzy date. Absent: of everything that the dataset holds. */
  readonly at?: string | undefined;
}

/** One of the things that claims say and that cannot all be so. */
export interface ContradictionSide {
  /** `confirms` or `denies`, or the date that is given. */
  readonly says: string;
  /** The claims that say so, in the order of their ids. */
  readonly claimIds: readonly ClaimId[];
}

/** Claims about one aspect of one event that cannot all be so. */
export interface Contradiction {
  /** `stance`: it is confirmed and denied. `date`: dates are given that surely are not the same. */
  readonly kind: 'stance' | 'date';
  readonly eventId: ScheduledEventId;
  readonly aspect: StanceAspect;
  /** Two or more sides, in the order of what they say. */
  readonly sides: readonly ContradictionSide[];
}

/**
 * Finds claims that contradict each other about an aspect of an event: one confirms what another denies, or they give
 * dates that surely are not the same; each side of it is listed once, with all its claims.
 *
 * What a source has since replaced by another word of its own is left out, and so is what was retracted or superseded:
 * a change of mind or of plan is no contradiction. A denial of one value does not contradict a confirmation of another,
 * but whoever denies June denies the 19th of June.
 *
 * @throws FuzzyDateError when `at` is neither an instant nor a fuzzy date.
 *
 * @example
 * ```ts
 * import { findContradictions, loadDataset } from 'newsdomain';
 *
 * const said = (id, sourceId, value) => ({
 *   type: 'claim',
 *   id,
 *   text: 'The visit has a date.',
 *   attribution: [{ sourceIds: [sourceId], role: 'originator' }],
 *   stances: [{ eventId: 'event:visit', aspect: 'date', stance: 'reports', value }],
 * });
 * const dataset = loadDataset([
 *   said('claim:a', 'source:a', '2024-06-19'),
 *   said('claim:b', 'source:b', '2024-06-20'),
 *   said('claim:c', 'source:c', '2024-06'),
 * ]);
 * const [found] = findContradictions(dataset);
 * found.sides; // => [{ says: '2024-06-19', claimIds: ['claim:a'] }, { says: '2024-06-20', claimIds: ['claim:b'] }]
 * ```
 */
export function findContradictions(
  dataset: EvidenceBase,
  options: FindContradictionsOptions = {},
): readonly Contradiction[] {
  const at =
    options.at === undefined ? exactMoment(Number.POSITIVE_INFINITY, false) : askedMoment(options.at);
  const found: Contradiction[] = [];
  for (const evidence of allEvidence(dataset)) {
    const standing = evidence.filter((one) => madeBy(one, at) && standsAt(one, at));
    found.push(...contradictingStances(lastWords(standing, isDecisive)), ...contradictingDates(standing));
  }
  return found.sort(
    (a, b) => order(a.eventId, b.eventId) || order(a.aspect, b.aspect) || order(a.kind, b.kind),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each source said last, of what it said in one way. */
function lastWords(evidence: readonly Evidence[], counts: (stance: Stance) => boolean): readonly Evidence[] {
  const groups = groupByVoice(evidence.filter(({ stance }) => counts(stance.stance)));
  return [...groups.values()].flatMap(latestOf);
}

function contradictingStances(evidence: readonly Evidence[]): readonly Contradiction[] {
  const confirming = evidence.filter(({ stance }) => stance.stance === 'confirms');
  const denying = evidence.filter(({ stance }) => stance.stance === 'denies');
  const confirmed = opposedTo(denying, confirming, (denied, value) => isDenied(value, denied));
  const denied = opposedTo(confirming, denying, isDenied);
  const [first] = confirmed;
  if (first === undefined) return [];
  const sides = [side('confirms', confirmed), side('denies', denied)];
  return [{ kind: 'stance', eventId: first.stance.eventId, aspect: first.stance.aspect, sides }];
}

type Value = string | undefined;

/** The stances of which a value is opposed to one of others; each value is judged once. */
function opposedTo(
  others: readonly Evidence[],
  evidence: readonly Evidence[],
  isOpposed: (other: Value, value: Value) => boolean,
): readonly Evidence[] {
  const values = new Set(others.map(({ stance }) => stance.value));
  const known = new Map<Value, boolean>();
  return evidence.filter(({ stance: { value } }) => {
    const opposed = known.get(value) ?? [...values].some((other) => isOpposed(other, value));
    known.set(value, opposed);
    return opposed;
  });
}

/** Whether a confirmed value cannot be so if another is denied: the same, a date within it, or one that is not named. */
const isDenied = (confirmed: Value, denied: Value): boolean =>
  confirmed === undefined ||
  denied === undefined ||
  confirmed === denied ||
  (isFuzzyDate(confirmed) && isFuzzyDate(denied) && isDefinitelyWithin(confirmed, denied));

/** Whether a stance says that its date is the date. */
const givesDate = (stance: Stance): boolean =>
  stance === 'confirms' || stance === 'supports' || stance === 'reports' || stance === 'predicts';

interface GivenDate {
  readonly value: string;
  readonly parts: ParsedFuzzyDate;
  /** From its earliest to its latest moment, gaps included. */
  readonly hull: Moment;
  readonly evidence: Evidence[];
}

function contradictingDates(evidence: readonly Evidence[]): readonly Contradiction[] {
  const byValue = new Map<string, GivenDate>();
  for (const one of lastWords(evidence.filter(isDated), givesDate)) {
    const value = one.stance.value as string;
    const known = byValue.get(value);
    if (known !== undefined) known.evidence.push(one);
    else {
      const parts = partsOf(value);
      byValue.set(value, { value, parts, hull: momentOf(parts), evidence: [one] });
    }
  }
  const dates = [...byValue.values()].sort((a, b) => order(a.value, b.value));
  const sides = disjointFromSome(dates);
  const stance = sides[0]?.evidence[0]?.stance;
  if (stance === undefined) return [];
  return [
    {
      kind: 'date',
      eventId: stance.eventId,
      aspect: stance.aspect,
      sides: sides.map((date) => side(date.value, date.evidence)),
    },
  ];
}

const isDated = ({ stance }: Evidence): boolean => stance.aspect === 'date' && isFuzzyDate(stance.value);

/** Finds the dates that surely are not the same as at least one other. One pass, but for sets, which have gaps. */
function disjointFromSome(dates: readonly GivenDate[]): readonly GivenDate[] {
  const sets = dates.filter(({ parts }) => parts.kind === 'set');
  const lastStart = latestStartOf(dates.map(({ hull }) => hull));
  const firstEnd = earliestEndOf(dates.map(({ hull }) => hull));
  return dates.filter(
    (date) =>
      isSurelyBeforeSome(date.hull, lastStart) ||
      isSurelyAfterSome(date.hull, firstEnd) ||
      (date.parts.kind === 'set' ? dates : sets).some(
        (other) => !isPossiblyOverlapping(date.parts, other.parts),
      ),
  );
}

function side(says: string, evidence: readonly Evidence[]): ContradictionSide {
  return { says, claimIds: [...new Set(evidence.map(({ claim }) => claim.id))].sort() };
}
