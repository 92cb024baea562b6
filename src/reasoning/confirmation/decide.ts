import type { EntityId } from '../../primitives/id.js';
import type { AspectStatus } from '../../vocabulary/scheduled-event.js';
import { groupJointVoices } from '../attribution/joint-voices.js';
import type { Standing } from './authority.js';
import type { Evidence } from './evidence.js';

/** What a confirmation takes beyond one party's word. */
export interface ConfirmationPolicy {
  /** Every party must confirm, each by a source of its own or by one that speaks for several. */
  readonly requireAllParties?: boolean | undefined;
  /**
   * So many authoritative sources must confirm independently, at least. Joint speakers count once, unless each also
   * confirms alone. 1 when absent.
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

/** Step 7: what authoritative confirmations and denials come to under a policy. */
export function decide(
  weighed: readonly Weighed[],
  parties: readonly EntityId[],
  policy: ConfirmationPolicy = {},
): Verdict {
  const confirming: Weighed[] = [];
  let denied = false;
  for (const one of weighed) {
    if (one.authority !== 'authoritative') continue;
    if (one.evidence.stance.stance === 'confirms') confirming.push(one);
    else if (one.evidence.stance.stance === 'denies') denied = true;
  }
  const heard = new Set(confirming.flatMap((one) => one.parties));
  const partiesNotConfirming = parties.filter((party) => !heard.has(party));
  return { status: statusOf(confirming, denied, partiesNotConfirming, policy), partiesNotConfirming };
}

function statusOf(
  confirming: readonly Weighed[],
  denied: boolean,
  partiesNotConfirming: readonly EntityId[],
  policy: ConfirmationPolicy,
): AspectStatus {
  if (denied) return confirming.length > 0 ? 'disputed' : 'denied';
  if (confirming.length === 0) return 'unconfirmed';
  if (policy.requireAllParties === true && partiesNotConfirming.length > 0) return 'unconfirmed';
  const needed = policy.corroborate ?? 1;
  return needed > 1 && independentVoices(confirming) < needed ? 'unconfirmed' : 'confirmed';
}

/** Counts voices; those heard only jointly with others count once together. */
function independentVoices(confirming: readonly Weighed[]): number {
  const alone: string[] = [];
  const jointly = new Map<string, string[]>();
  for (const { evidence } of confirming) {
    const { key } = evidence.voice;
    const together = jointly.get(evidence.claim.id);
    if (evidence.joint === 1) alone.push(key);
    else if (together === undefined) jointly.set(evidence.claim.id, [key]);
    else together.push(key);
  }
  return groupJointVoices(alone, jointly.values()).size;
}

/** Refuses a policy that asks for a number of sources that is none. */
export function assertPolicy(policy: ConfirmationPolicy | undefined): void {
  const needed = policy?.corroborate;
  if (needed !== undefined && !(Number.isSafeInteger(needed) && needed >= 1)) {
    throw new RangeError(`corroborate is a whole number of sources, 1 or more, not ${needed}`);
  }
}
