import type { EventPhase, EventStatus } from '../../vocabulary/scheduled-event.js';
import { assertPolicy, type ConfirmationPolicy, decide } from '../confirmation/decide.js';
import type { Evidence } from '../confirmation/evidence.js';
import { mayHaveLasted, reachOf } from '../confirmation/parties.js';
import { type ConfirmationRollup, rollUp } from '../confirmation/rollup-confirmation.js';
import { type Case, openCase, possiblyCountingAt, surelyCountingAt } from '../confirmation/weigh.js';
import type { EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { exactMoment, type Moment, momentOf } from '../time/moment.js';

/**
 * How a stored status and its evidence differ: `overstated`, stored as confirmed though claims speak to it and do not
 * confirm it; `unsupported`, stored as confirmed though no claim confirms, denies or doubts it; `understated`, stored as
 * unconfirmed though claims confirm it.
 */
export type StatusContradictionKind = 'overstated' | 'unsupported' | 'understated';

/** A stored status that the claims contradict, whatever is vague about them. */
export interface StatusContradiction {
  readonly kind: StatusContradictionKind;
  /** The status that is stored in the event. */
  readonly stored: EventStatus;
  /** What the claims come to as of the event's `asOf`, and why; as of all of them where the event has none. */
  readonly rollup: ConfirmationRollup;
}

/** What {@link statusAgainstEvidence} is asked for. */
export interface StatusAgainstEvidenceOptions {
  /** What a confirmation takes beyond one party's word. */
  readonly policy?: ConfirmationPolicy | undefined;
}

/**
 * What a phase has to do with claims that the event takes place. That it is planned is confirmed by those who confirm
 * that it takes place, and by nobody else. Whoever confirms that it takes place has no less than proposed it, but a
 * proposal can be confirmed while nobody says that anything comes of it. Of the other phases such claims say nothing:
 * an event is postponed, cancelled, going on or past on other words than those that announced it.
 */
const judged: Readonly<Partial<Record<EventPhase, readonly EventStatus[]>>> = {
  planned: ['confirmed', 'unconfirmed'],
  proposed: ['unconfirmed'],
};

/**
 * Tells whether the stored status of a future event is contradicted by the claims that the event takes place. Gives
 * `undefined` where it is not, where dates are too vague to be sure, where something that it rests on could not be read,
 * and for every event whose phase such claims do not settle, above all one that is past.
 *
 * @throws FuzzyDateError when a date in the evidence is none.
 * @throws RangeError when `policy.corroborate` is no whole number of 1 or more.
 *
 * @example
 * ```ts
 * import { loadDataset, statusAgainstEvidence } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:host', kind: 'institution', name: 'Host', actsFor: ['entity:host'] },
 *   {
 *     type: 'scheduled-event',
 *     id: 'event:visit',
 *     name: 'A visit',
 *     status: 'confirmed',
 *     confirmation: { by: ['source:paper'] },
 *     phase: 'planned',
 *     participants: [{ entityId: 'entity:host' }],
 *   },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The visit takes place.',
 *     attribution: [{ sourceIds: ['source:host'], role: 'originator' }],
 *     stances: [{ eventId: 'event:visit', aspect: 'occurrence', stance: 'denies' }],
 *   },
 * ]);
 * const { kind, stored, rollup } = statusAgainstEvidence(dataset.scheduledEvents[0], dataset);
 * [kind, stored, rollup.status]; // => ['overstated', 'confirmed', 'denied']
 * ```
 */
export function statusAgainstEvidence(
  event: EventEvidence,
  dataset: EvidenceBase,
  { policy }: StatusAgainstEvidenceOptions = {},
): StatusContradiction | undefined {
  assertPolicy(policy);
  if (judged[event.phase]?.includes(event.status) !== true) return undefined;
  const known = openCase(event, 'occurrence', dataset);
  if (event.status === 'unconfirmed' && !isConfirmedByAny(known)) return undefined;
  const at = asOfMoment(event);
  if (at === undefined) return undefined;
  const kind = kindOf(event.status, known, at, policy);
  if (kind === undefined || restsOnDoubt(known, dataset)) return undefined;
  return { kind, stored: event.status, rollup: rollUp(known, { text: event.asOf, moment: at }, policy) };
}

/** Nearly every event of which somebody wrote that it is not confirmed is confirmed by nobody: that is soon seen. */
const isConfirmedByAny = ({ groups }: Case): boolean =>
  groups.some((group) => group.some(({ stance }) => stance.stance === 'confirms'));

/** A status as of a day holds for what was said on that day. What may be any time is as of no time. */
function asOfMoment({ asOf }: EventEvidence): Moment | undefined {
  if (asOf === undefined) return exactMoment(Number.POSITIVE_INFINITY, false);
  const { latest, floating, uncertain } = momentOf(asOf);
  return uncertain ? undefined : exactMoment(latest, floating);
}

function kindOf(
  stored: EventStatus,
  known: Case,
  at: Moment,
  policy: ConfirmationPolicy | undefined,
): StatusContradictionKind | undefined {
  const possibly = known.groups.flatMap((group) => possiblyCountingAt(group, at));
  const surely = known.groups
    .flatMap((group) => surelyCountingAt(group, at, known.weigh))
    .filter((one) => !known.weigh(one).doubtfulRole);
  const isConfirmed = (confirming: readonly Evidence[], denying: readonly Evidence[]): boolean => {
    const heard = [
      ...confirming.filter(({ stance }) => stance.stance === 'confirms'),
      ...denying.filter(({ stance }) => stance.stance === 'denies'),
    ];
    return decide(heard.map(known.weigh), known.parties, known.tiesOf, policy).status === 'confirmed';
  };
  if (stored === 'unconfirmed') return isConfirmed(surely, possibly) ? 'understated' : undefined;
  if (isConfirmed(possibly, surely)) return undefined;
  return possibly.length === 0 ? 'unsupported' : 'overstated';
}

/** Whether anything that the case rests on could not be read. */
function restsOnDoubt({ eventId, parties, groups }: Case, dataset: EvidenceBase): boolean {
  const { doubt } = dataset;
  if (doubt === undefined) return false;
  const entities = reachOf(parties, undefined, dataset, mayHaveLasted).keys();
  const evidence = groups.flat();
  return (
    doubt.isMentioned(eventId) ||
    doubt.isWrong(eventId) ||
    [...entities].some((id) => doubt.isWrong(id)) ||
    evidence.some(
      ({ claim, voice }) =>
        doubt.isMentioned(claim.id) ||
        [claim.id, claim.articleId, voice.sourceId].some((id) => id !== undefined && doubt.isWrong(id)),
    )
  );
}
