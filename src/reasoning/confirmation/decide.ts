import type { EntityId } from '../../primitives/id.js';
import type { AspectStatus } from '../../vocabulary/scheduled-event.js';
import { groupIndependentVoices } from '../attribution/independence.js';
import type { Voice } from '../attribution/voice.js';
import type { Standing } from './authority.js';
import type { Evidence } from './evidence.js';
import { mayOppose } from './opposition.js';

/** What a confirmation takes beyond one party's word. */
export interface ConfirmationPolicy {
  /** Every party must confirm, each by a source of its own or by one that speaks for several. */
  readonly requireAllParties?: boolean | undefined;
  /**
   * So many authoritative sources must confirm independently, at least; which are independent is as
   * `independentSources` has it: joint speakers count once, unless each also confirms alone, and so do sources that are
   * one entity or have one owner. 1 when absent.
   */
  readonly corroborate?: number | undefined;
}

/** A stance that counts, and how much. */
export interface Weighed extends Standing {
  readonly evidence: Evidence;
}

/** What the stances that count come to. */
export interface Verdict {
  readonly status: AspectStatus;
  /** The parties of which no authoritative source confirms, in the order of their ids. */
  readonly partiesNotConfirming: readonly EntityId[];
}

/** What ties a voice to others that may not be independent of it. */
export type TiesOf = (voice: Voice) => readonly string[];

/** Step 7: what authoritative confirmations and denials come to under a policy. */
export function decide(
  weighed: readonly Weighed[],
  parties: readonly EntityId[],
  tiesOf: TiesOf,
  policy: ConfirmationPolicy = {},
): Verdict {
  const confirming: Weighed[] = [];
  const denying: Evidence[] = [];
  for (const one of weighed) {
    if (one.authority !== 'authoritative') continue;
    if (one.evidence.stance.stance === 'confirms') confirming.push(one);
    else if (one.evidence.stance.stance === 'denies') denying.push(one.evidence);
  }
  const heard = new Set(confirming.flatMap((one) => one.parties));
  const partiesNotConfirming = parties.filter((party) => !heard.has(party));
  return {
    status: statusOf(
      confirming.map(({ evidence }) => evidence),
      denying,
      (confirmed) =>
        (policy.requireAllParties !== true || partiesNotConfirming.length === 0) &&
        isCorroborated(confirmed, tiesOf, policy.corroborate ?? 1),
    ),
    partiesNotConfirming,
  };
}

function statusOf(
  confirming: readonly Evidence[],
  denying: readonly Evidence[],
  isEnough: (confirming: readonly Evidence[]) => boolean,
): AspectStatus {
  if (confirming.length === 0) return denying.length === 0 ? 'unconfirmed' : 'denied';
  if (mayOppose(confirming, denying)) return 'disputed';
  return isEnough(confirming) ? 'confirmed' : 'unconfirmed';
}

/** Whether so many voices that are independent of each other confirm, at least. */
function isCorroborated(confirming: readonly Evidence[], tiesOf: TiesOf, needed: number): boolean {
  if (needed <= 1) return true;
  const keys = new Set(confirming.map(({ voice }) => voice.key));
  // whoever spoke jointly with somebody who does not count is still tied to others who did
  const groups = groupIndependentVoices([...new Set(confirming.map(({ voices }) => voices))], tiesOf);
  return groups.filter((group) => group.some((key) => keys.has(key))).length >= needed;
}

/** Refuses a policy that asks for a number of sources that is none. */
export function assertPolicy(policy: ConfirmationPolicy | undefined): void {
  const needed = policy?.corroborate;
  if (needed !== undefined && !(Number.isSafeInteger(needed) && needed >= 1)) {
    throw new RangeError(`corroborate is a whole number of sources, 1 or more, not ${needed}`);
  }
}
