import type { StanceAspect } from '../../vocabulary/claim.js';
import type { AspectStatus } from '../../vocabulary/scheduled-event.js';
import type { EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { exactMoment } from '../time/moment.js';
import { momentText } from '../time/moment-text.js';
import { assertPolicy, type ConfirmationPolicy, decide, type Weighed } from './decide.js';
import type { Evidence } from './evidence.js';
import { type ConfirmationRollup, rollUp } from './rollup-confirmation.js';
import { followVoice, type VoiceOverTime } from './voice-over-time.js';
import { type Case, openCase } from './weigh.js';

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
  const settling = new Map<VoiceOverTime, readonly Weighed[]>();
  const changes: ConfirmationChange[] = [];
  let from: AspectStatus = 'unconfirmed';
  for (const [milliseconds, voices] of turningPoints(known, floating)) {
    for (const voice of voices) {
      voice.advanceTo(milliseconds);
      settling.set(voice, voice.settling());
    }
    const { status: to } = decide([...settling.values()].flat(), known.parties, known.tiesOf, options.policy);
    if (to === from) continue;
    const text = momentText(milliseconds, floating);
    const rollup = rollUp(known, { text, moment: exactMoment(milliseconds, floating) }, options.policy);
    changes.push({ ...(text === undefined ? {} : { at: text }), from, to, rollup });
    from = to;
  }
  return changes;
}

/** Whether no moment of a piece of evidence has a place on the time line that no zone moves. */
const floats = ({ asserted, withdrawn }: Evidence): boolean =>
  [asserted, ...withdrawn].every(
    (moment) => moment.floating || (!Number.isFinite(moment.earliest) && !Number.isFinite(moment.latest)),
  );

/** The moments at which a voice that can settle something may change what it says, in order, each with those voices. */
function turningPoints(
  { groups, weigh }: Case,
  floating: boolean,
): readonly (readonly [number, readonly VoiceOverTime[]])[] {
  const points = new Map<number, VoiceOverTime[]>();
  for (const group of groups) {
    if (!group.some((evidence) => weigh(evidence).authority === 'authoritative')) continue;
    const voice = followVoice(group, weigh, floating);
    for (const at of voice.turns) {
      const known = points.get(at);
      if (known === undefined) points.set(at, [voice]);
      else known.push(voice);
    }
  }
  return [...points].sort(([a], [b]) => a - b);
}
