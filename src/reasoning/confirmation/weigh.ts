import type { EntityId, ScheduledEventId } from '../../primitives/id.js';
import type { Stance, StanceAspect } from '../../vocabulary/claim.js';
import { tiesOf } from '../attribution/independence.js';
import type { EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import {
  type Extreme,
  isSurelyBeforeSome,
  isSurelyBy,
  isSurelyNoEarlierThanAny,
  latestEndOf,
  latestStartOf,
  type Moment,
} from '../time/moment.js';
import { authorityOf } from './authority.js';
import type { TiesOf, Weighed } from './decide.js';
import { type Evidence, evidenceOn } from './evidence.js';
import { groupByVoice } from './grouping.js';
import { madeBy } from './made-by.js';
import { partiesOf, reachByDate, surelyLasted } from './parties.js';
import { latestOf } from './recency.js';
import { standsAt } from './standing.js';

/** The stances that settle an aspect for the one who takes them. */
export type DecisiveStance = Extract<Stance, 'confirms' | 'denies' | 'unconfirmed'>;

/** Tells whether a stance settles an aspect for the one who takes it. `no-comment` does not. */
export function isDecisive(stance: Stance): stance is DecisiveStance {
  return stance === 'confirms' || stance === 'denies' || stance === 'unconfirmed';
}

/** What is known of one aspect of one event, whatever the time: stances by voice, and how much each counts. */
export interface Case {
  readonly eventId: ScheduledEventId;
  readonly aspect: StanceAspect;
  readonly parties: readonly EntityId[];
  /** The decisive stances of each originating source. */
  readonly groups: readonly (readonly Evidence[])[];
  weigh(evidence: Evidence): Weighed;
  readonly tiesOf: TiesOf;
}

/** Gathers what is known of one aspect of one event. */
export function openCase(event: EventEvidence, aspect: StanceAspect, dataset: EvidenceBase): Case {
  const parties = partiesOf(event);
  const reach = reachByDate(parties, dataset);
  const sureReach = reachByDate(parties, dataset, surelyLasted);
  const decisive = evidenceOn(event.id, aspect, dataset).filter(({ stance }) => isDecisive(stance.stance));
  return {
    eventId: event.id,
    aspect,
    parties,
    groups: [...groupByVoice(decisive).values()],
    weigh(evidence) {
      const { voice, assertedAt } = evidence;
      return { evidence, ...authorityOf(voice, reach(assertedAt), sureReach(assertedAt)) };
    },
    tiesOf: ({ source }) => tiesOf(source, dataset),
  };
}

/** The stances of one source that count at a time. */
export function countingAt(group: readonly Evidence[], at: Moment): readonly Evidence[] {
  return latestOf(group.filter((one) => madeBy(one, at) && standsAt(one, at)));
}

/** The stances of one source that may count at a time, as far as that is known. */
export function possiblyCountingAt(group: readonly Evidence[], at: Moment): readonly Evidence[] {
  const candidates = group.filter((one) => madeBy(one, at) && !isSurelyWithdrawn(one, at));
  const last = latestStartOf(
    candidates
      .filter((one) => !one.voice.uncertain && isSurelyBy(one.asserted, at) && standsAt(one, at))
      .map(({ asserted }) => asserted),
  );
  return candidates.filter(({ asserted }) => !isSurelyBeforeSome(asserted, last));
}

/**
 * The stances of one source that surely count at a time: made by then, standing, and followed by none that comes to
 * something else, be it another stance or the same on another footing.
 */
export function surelyCountingAt(
  group: readonly Evidence[],
  at: Moment,
  weigh: (evidence: Evidence) => Weighed,
): readonly Evidence[] {
  const candidates = possiblyCountingAt(group, at).map((evidence) => {
    const { authority, parties } = weigh(evidence);
    return { evidence, sort: [evidence.stance.stance, authority, ...parties].join(' ') };
  });
  const lastOthers = new Map<string, Extreme>();
  const lastOtherThan = (sort: string): Extreme => {
    let last = lastOthers.get(sort);
    if (last === undefined) {
      const others = candidates.filter((one) => one.sort !== sort);
      last = latestEndOf(others.map(({ evidence }) => evidence.asserted));
      lastOthers.set(sort, last);
    }
    return last;
  };
  return candidates.flatMap(({ evidence, sort }) =>
    isSurelyBy(evidence.asserted, at) &&
    standsAt(evidence, at) &&
    isSurelyNoEarlierThanAny(evidence.asserted, lastOtherThan(sort))
      ? [evidence]
      : [],
  );
}

const isSurelyWithdrawn = ({ withdrawn }: Evidence, at: Moment): boolean =>
  withdrawn.some((moment) => isSurelyBy(moment, at));
