import type { StanceAspect } from '../../vocabulary/claim.js';
import type { AspectStatus } from '../../vocabulary/scheduled-event.js';
import type { EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { earliestOn, exactMoment, type Moment } from '../time/moment.js';
import { momentText } from '../time/moment-text.js';
import { assertPolicy, type ConfirmationPolicy, decide, type Weighed } from './decide.js';
import type { Evidence } from './evidence.js';
import { type ConfirmationRollup, rollUp } from './rollup-confirmation.js';
import { countingAt, openCase } from './weigh.js';

/** What a timeline is asked for. */
export interface TimelineOptions {
  /** What a confirmation takes beyond one party's word. */
  readonly policy?: ConfirmationPolicy | undefined;
}

/** A point at which the derived status of an aspect changed. */
export interface ConfirmationChange {
  /**
   * The earliest that it may have changed: a date-time, with `Z` unless all evidence is dated without an offset.
   * Absent where the evidence has no date and may have been there from the beginning.
   */
  readonly at?: string | undefined;
  readonly from: AspectStatus;
  readonly to: AspectStatus;
  /** The roll-up at that point; `only-possibly` among its flags says that it may have changed later. */
  readonly rollup: ConfirmationRollup;
}

/**
 * Lists the points at which the derived status of an aspect changed, earliest first. Before the first it was
 * `unconfirmed`. A date that is not known to the second counts from the earliest moment that it may mean.
 *
 * @throws RangeError when `policy.corroborate` is no whole number of 1 or more.
 *
 * @example
 * ```ts
 * import { confirmationTimeline, loadDataset } from 'newsdomain';
 *
 * const said = (id, stance, assertedAt) => ({
 *   type: 'claim',
 *   id,
 *   text: 'The visit takes place.',
 *   attribution: [{ sourceIds: ['source:host'], role: 'originator', groundRules: 'on-the-record' }],
 *   assertedAt,
 *   stances: [{ eventId: 'event:visit', aspect: 'occurrence', stance }],
 * });
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:host', kind: 'institution', name: 'Host', actsFor: ['entity:host'] },
 *   { type: 'scheduled-event', id: 'event:visit', name: 'A visit', status: 'unconfirmed', phase: 'planned', participants: [{ entityId: 'entity:host' }] },
 *   said('claim:b', 'denies', '2024-06-20'),
 *   said('claim:a', 'confirms', '2024-06-12'),
 * ]);
 * const changes = confirmationTimeline(dataset.scheduledEvents[0], 'occurrence', dataset);
 * changes.map(({ at, to }) => [at, to]); // => [['2024-06-12T00:00:00', 'confirmed'], ['2024-06-20T00:00:00', 'denied']]
 * ```
 */
export function confirmationTimeline(
  event: EventEvidence,
  aspect: StanceAspect,
  dataset: EvidenceBase,
  options: TimelineOptions = {},
): readonly ConfirmationChange[] {
  assertPolicy(options.policy);
  const known = openCase(event, aspect, dataset);
  const floating = known.groups.every((group) => group.every(floats));
  const turns = turningPoints(known.groups, floating);
  const counting = new Map<readonly Evidence[], readonly Weighed[]>();
  const changes: ConfirmationChange[] = [];
  let from: AspectStatus = 'unconfirmed';
  for (const [milliseconds, touched] of turns) {
    const at = exactMoment(milliseconds, floating);
    // only the voices whose evidence came or went can have changed their mind
    for (const group of touched) counting.set(group, countingAt(group, at).map(known.weigh));
    const { status: to } = decide([...counting.values()].flat(), known.parties, known.tiesOf, options.policy);
    if (to === from) continue;
    const text = momentText(milliseconds, floating);
    const rollup = rollUp(known, { text, moment: at }, options.policy);
    changes.push({ ...(text === undefined ? {} : { at: text }), from, to, rollup });
    from = to;
  }
  return changes;
}

const momentsOf = (evidence: Evidence): readonly Moment[] => [evidence.asserted, ...evidence.withdrawn];

/** Whether no moment of a piece of evidence has a place on the time line that no zone moves. */
const floats = (evidence: Evidence): boolean =>
  momentsOf(evidence).every(
    (moment) => moment.floating || (!Number.isFinite(moment.earliest) && !Number.isFinite(moment.latest)),
  );

/** The moments from which on evidence may have come or gone, earliest first, each with the voices it touches. */
function turningPoints(
  groups: readonly (readonly Evidence[])[],
  floating: boolean,
): readonly (readonly [number, ReadonlySet<readonly Evidence[]>])[] {
  const turns = new Map<number, Set<readonly Evidence[]>>();
  for (const group of groups) {
    for (const moment of group.flatMap(momentsOf)) {
      const milliseconds = earliestOn(moment, floating);
      turns.set(milliseconds, (turns.get(milliseconds) ?? new Set()).add(group));
    }
  }
  return [...turns].sort(([a], [b]) => a - b);
}
