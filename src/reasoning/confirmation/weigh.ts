import type { Dataset } from '../../dataset/dataset.js';
import type { EntityId, ScheduledEventId } from '../../primitives/id.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { Stance, StanceAspect } from '../../vocabulary/claim.js';
import type { Moment } from '../time/moment.js';
import { authorityOf } from './authority.js';
import type { Weighed } from './decide.js';
import { type Evidence, evidenceOn } from './evidence.js';
import { groupByVoice } from './grouping.js';
import { madeBy } from './made-by.js';
import { partiesOf, reachByDate } from './parties.js';
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
}

/** Gathers what is known of one aspect of one event. */
export function openCase(event: ScheduledEvent, aspect: StanceAspect, dataset: Dataset): Case {
  const parties = partiesOf(event);
  const reach = reachByDate(parties, dataset);
  const decisive = evidenceOn(event.id, aspect, dataset).filter(({ stance }) => isDecisive(stance.stance));
  return {
    eventId: event.id,
    aspect,
    parties,
    groups: [...groupByVoice(decisive).values()],
    weigh: (evidence) => ({ evidence, ...authorityOf(evidence.voice, reach(evidence.assertedAt)) }),
  };
}

/** The stances of one source that count at a time. */
export function countingAt(group: readonly Evidence[], at: Moment): readonly Evidence[] {
  return latestOf(group.filter((one) => madeBy(one, at) && standsAt(one, at)));
}
