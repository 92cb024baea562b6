import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ClaimId, EntityId, ScheduledEventId, SourceId } from '../../primitives/id.js';
import type { StanceAspect } from '../../vocabulary/claim.js';
import type { AspectStatus } from '../../vocabulary/scheduled-event.js';
import type { GroundRules } from '../../vocabulary/source.js';
import type { EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { askedMoment, isPossiblyBy, isSurelyBy, type Moment } from '../time/moment.js';
import type { Authority } from './authority.js';
import { assertPolicy, type ConfirmationPolicy, decide, type Weighed } from './decide.js';
import type { Evidence } from './evidence.js';
import { datesDiffer, mayOppose } from './opposition.js';
import { type Case, countingAt, type DecisiveStance, openCase } from './weigh.js';

/** What a roll-up is asked for. */
export interface RollupOptions {
  /**
   * As of when: an instant or a fuzzy date. A date means some time within it, so that what was said on that very day
   * is only possibly by then.
   */
  readonly at: string;
  /** What a confirmation takes beyond one party's word. */
  readonly policy?: ConfirmationPolicy | undefined;
}

/** What one source says of an aspect: why the roll-up comes out as it does. */
export interface ConfirmationReason {
  readonly stance: DecisiveStance;
  /** What it says of the aspect, where it does: for `date` a fuzzy date. */
  readonly value?: string | undefined;
  /** How much it counts. */
  readonly authority: Authority;
  /** Whose stance it is; absent where the originator is not stated. */
  readonly sourceId?: SourceId | undefined;
  /** Who passed it on first, where the originator is not stated. */
  readonly relayIds?: readonly SourceId[] | undefined;
  /** The claims in which they say so, in the order of their ids: one voice, however many relay it. */
  readonly claimIds: readonly ClaimId[];
  /** The parties that the source speaks for, in the order of their ids. */
  readonly parties: readonly EntityId[];
  /** The terms on which it was said. */
  readonly groundRules: GroundRules;
  /** When it was said, each date once, in the order of the texts; none where it is unknown. */
  readonly assertedAt: readonly FuzzyDate[];
  /** Each of the claims may have been made only after the time of the roll-up. */
  readonly onlyPossibly: boolean;
}

/** The reasons of a roll-up, by what they do to it; each list in the order of sources and claims. */
export interface ConfirmationReasons {
  /** Authoritative sources that confirm. */
  readonly confirming: readonly ConfirmationReason[];
  /** Authoritative sources that deny. */
  readonly denying: readonly ConfirmationReason[];
  /** Sources that speak for a party, and confirm on background. */
  readonly backgroundConfirming: readonly ConfirmationReason[];
  /** Sources that speak for a party, and deny on background. */
  readonly backgroundDenying: readonly ConfirmationReason[];
  /** Whoever says that it is not confirmed, authoritative or not. */
  readonly explicitlyUnconfirmed: readonly ConfirmationReason[];
  /** Everyone else who says that it is so or not so; they only report. */
  readonly reporting: readonly ConfirmationReason[];
}

/** A doubt that remains about a roll-up itself. */
export type ConfirmationFlag =
  | 'dates-differ'
  | 'ground-rules-assumed'
  | 'no-parties'
  | 'only-possibly'
  | 'order-unknown'
  | 'possibly-withdrawn'
  | 'role-uncertain';

/** What each {@link ConfirmationFlag} means, in one line. */
export const confirmationFlagMeanings: Readonly<Record<ConfirmationFlag, string>> = {
  'dates-differ': 'The parties confirm dates that surely are not the same.',
  'ground-rules-assumed':
    'A source counts as on the record because it is named, though nothing says that it is.',
  'no-parties': 'The event names nobody whose word could confirm it.',
  'only-possibly': 'A reason may have come only after the time that was asked for.',
  'order-unknown': 'A source said different things, and which it said last is unknown.',
  'possibly-withdrawn': 'A claim was left out because it may have been retracted or superseded by then.',
  'role-uncertain': 'A source speaks for a party only by a role that may not have lasted then.',
};

/** How far an aspect of an event is confirmed at a time, derived from claims, and why. */
export interface ConfirmationRollup {
  readonly eventId: ScheduledEventId;
  readonly aspect: StanceAspect;
  /**
   * As of when, as it was asked; absent in a timeline whose evidence may have been there from the beginning, and where
   * all evidence counts.
   */
  readonly at?: string | undefined;
  readonly status: AspectStatus;
  readonly reasons: ConfirmationReasons;
  /** The parties of which no authoritative source confirms, in the order of their ids. */
  readonly partiesNotConfirming: readonly EntityId[];
  /** The doubts that remain, in alphabetical order. */
  readonly flags: readonly ConfirmationFlag[];
}

/**
 * Derives how far an aspect of an event is confirmed at a time from the claims of a dataset, and says why. Linear in
 * the stances on that aspect; the order of the records never matters. What `assembleEvidence` puts together can stand in
 * for the dataset. `docs/confirmation.md` has every rule.
 *
 * @throws FuzzyDateError when `at` is neither an instant nor a fuzzy date.
 * @throws RangeError when `policy.corroborate` is no whole number of 1 or more.
 *
 * @example
 * ```ts
 * import { loadDataset, rollupConfirmation } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'entity', id: 'entity:host', kind: 'country', name: 'Host' },
 *   { type: 'source', id: 'source:ministry', kind: 'institution', name: 'Foreign Ministry', actsFor: ['entity:host'], groundRules: 'on-the-record' },
 *   {
 *     type: 'scheduled-event',
 *     id: 'event:visit',
 *     name: 'A visit',
 *     status: 'unconfirmed',
 *     phase: 'planned',
 *     participants: [{ entityId: 'entity:host' }, { entityId: 'entity:guest' }],
 *   },
 *   {
 *     type: 'claim',
 *     id: 'claim:confirmed',
 *     text: 'The visit takes place.',
 *     attribution: [{ sourceIds: ['source:ministry'], role: 'originator' }],
 *     assertedAt: '2024-06-12',
 *     stances: [{ eventId: 'event:visit', aspect: 'occurrence', stance: 'confirms' }],
 *   },
 * ]);
 * const visit = dataset.scheduledEvents[0];
 * rollupConfirmation(visit, 'occurrence', dataset, { at: '2024-06-11' }).status; // => 'unconfirmed'
 * const later = rollupConfirmation(visit, 'occurrence', dataset, { at: '2024-06-13' });
 * later.status; // => 'confirmed'
 * later.reasons.confirming.map(({ sourceId, claimIds }) => [sourceId, ...claimIds]); // => [['source:ministry', 'claim:confirmed']]
 * const strict = { at: '2024-06-13', policy: { requireAllParties: true } };
 * rollupConfirmation(visit, 'occurrence', dataset, strict).status; // => 'unconfirmed'
 * rollupConfirmation(visit, 'occurrence', dataset, { at: 'today' }); // throws FuzzyDateError
 * ```
 */
export function rollupConfirmation(
  event: EventEvidence,
  aspect: StanceAspect,
  dataset: EvidenceBase,
  options: RollupOptions,
): ConfirmationRollup {
  assertPolicy(options.policy);
  const { at, policy } = options;
  return rollUp(openCase(event, aspect, dataset), { text: at, moment: askedMoment(at) }, policy);
}

/** Rolls a case up as of a moment, which may have no text. */
export function rollUp(
  known: Case,
  { text, moment: at }: { readonly text: string | undefined; readonly moment: Moment },
  policy: ConfirmationPolicy | undefined,
): ConfirmationRollup {
  const counting = known.groups.map((group) => countingAt(group, at));
  const weighed = counting.flatMap((group) => group.map(known.weigh));
  const { status, partiesNotConfirming } = decide(weighed, known.parties, known.tiesOf, policy);
  return {
    eventId: known.eventId,
    aspect: known.aspect,
    ...(text === undefined ? {} : { at: text }),
    status,
    reasons: sortReasons(weighed, at),
    partiesNotConfirming,
    flags: flagsOf(known, counting, weighed, at),
  };
}

function sortReasons(weighed: readonly Weighed[], at: Moment): ConfirmationReasons {
  const byVoice = new Map<string, Weighed[]>();
  for (const one of weighed) {
    const { evidence, authority, parties } = one;
    const { voice, stance } = evidence;
    // no part but the last can hold a space
    const key = [voice.key, stance.stance, authority, voice.groundRules, ...parties, stance.value].join(' ');
    const known = byVoice.get(key);
    if (known === undefined) byVoice.set(key, [one]);
    else known.push(one);
  }
  const reasons = [...byVoice.keys()].sort().map((key) => reasonOf(byVoice.get(key) as [Weighed], at));
  const list = (
    stance: DecisiveStance,
    ...authorities: readonly Authority[]
  ): readonly ConfirmationReason[] =>
    reasons.filter((reason) => reason.stance === stance && authorities.includes(reason.authority));
  return {
    confirming: list('confirms', 'authoritative'),
    denying: list('denies', 'authoritative'),
    backgroundConfirming: list('confirms', 'weak'),
    backgroundDenying: list('denies', 'weak'),
    explicitlyUnconfirmed: list('unconfirmed', 'authoritative', 'weak', 'reports'),
    reporting: [...list('confirms', 'reports'), ...list('denies', 'reports')],
  };
}

/** One reason out of the claims in which one voice says one thing on one footing. */
function reasonOf(same: readonly [Weighed, ...Weighed[]], at: Moment): ConfirmationReason {
  const [{ evidence, authority, parties }] = same;
  const { voice, stance } = evidence;
  const dates = same.flatMap((one) => one.evidence.assertedAt ?? []);
  return {
    stance: stance.stance as DecisiveStance,
    ...(stance.value === undefined ? {} : { value: stance.value }),
    authority,
    ...(voice.sourceId === undefined ? { relayIds: [...voice.relayIds] } : { sourceId: voice.sourceId }),
    claimIds: [...new Set(same.map((one) => one.evidence.claim.id))].sort(),
    parties,
    groundRules: voice.groundRules,
    assertedAt: [...new Set(dates)].sort(),
    onlyPossibly: !same.some((one) => isSurelyBy(one.evidence.asserted, at)),
  };
}

function flagsOf(
  known: Case,
  counting: readonly (readonly Evidence[])[],
  weighed: readonly Weighed[],
  at: Moment,
): readonly ConfirmationFlag[] {
  const flags: ConfirmationFlag[] = [];
  const authoritative = weighed.filter(({ authority }) => authority === 'authoritative');
  const confirming = authoritative.filter(({ evidence }) => evidence.stance.stance === 'confirms');
  if (datesDiffer(confirming.map(({ evidence }) => evidence))) flags.push('dates-differ');
  if (weighed.some((one) => one.assumed)) flags.push('ground-rules-assumed');
  if (known.parties.length === 0) flags.push('no-parties');
  if (weighed.some(({ evidence }) => !isSurelyBy(evidence.asserted, at))) flags.push('only-possibly');
  if (counting.some(isUnsettled)) flags.push('order-unknown');
  if (known.groups.some((group) => group.some((one) => isDoubtfullyWithdrawn(one, at)))) {
    flags.push('possibly-withdrawn');
  }
  if (authoritative.some(({ doubtfulRole }) => doubtfulRole)) flags.push('role-uncertain');
  return flags;
}

/** Whether one source said things that do not go together, and neither surely last. */
function isUnsettled(group: readonly Evidence[]): boolean {
  const taking = (stance: DecisiveStance): readonly Evidence[] =>
    group.filter((one) => one.stance.stance === stance);
  const unconfirmed = taking('unconfirmed').length;
  return unconfirmed > 0 ? unconfirmed < group.length : mayOppose(taking('confirms'), taking('denies'));
}

/** Whether a claim was left out though no withdrawal had surely come by then. */
function isDoubtfullyWithdrawn({ asserted, withdrawn }: Evidence, at: Moment): boolean {
  return (
    isPossiblyBy(asserted, at) &&
    withdrawn.some((moment) => isPossiblyBy(moment, at)) &&
    !withdrawn.some((moment) => isSurelyBy(moment, at))
  );
}
