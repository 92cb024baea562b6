import type { ClaimEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { type Moment, momentOf, unknownMoment } from '../time/moment.js';
import { assertionTimeOf } from './asserted-at.js';

const successors = new WeakMap<EvidenceBase, ReadonlyMap<string, readonly ClaimEvidence[]>>();

/** The claims that say they replace a claim, in the order of the dataset. A claim cannot replace itself. */
export function successorsOf(claim: ClaimEvidence, dataset: EvidenceBase): readonly ClaimEvidence[] {
  let index = successors.get(dataset);
  if (index === undefined) {
    index = indexSuccessors(dataset);
    successors.set(dataset, index);
  }
  return index.get(claim.id) ?? [];
}

function indexSuccessors(dataset: EvidenceBase): ReadonlyMap<string, readonly ClaimEvidence[]> {
  const index = new Map<string, ClaimEvidence[]>();
  for (const claim of dataset.claims) {
    if (claim.supersedes === undefined || String(claim.supersedes) === String(claim.id)) continue;
    const known = index.get(claim.supersedes);
    if (known === undefined) index.set(claim.supersedes, [claim]);
    else known.push(claim);
  }
  return index;
}

/** When a claim was asserted, as a moment. */
export function assertionMomentOf(claim: ClaimEvidence, dataset: EvidenceBase): Moment {
  const { date, timeZone } = assertionTimeOf(claim, dataset);
  return momentOf(date, timeZone);
}

/**
 * The moments at which a claim was withdrawn: retracted or superseded by its own history, or replaced by another
 * claim. A `recordStatus` that its history does not date was reached at an unknown time.
 */
export function withdrawalsOf(claim: ClaimEvidence, dataset: EvidenceBase): readonly Moment[] {
  const moments: Moment[] = [];
  for (const status of ['retracted', 'superseded'] as const) moments.push(...statusMoments(claim, status));
  for (const successor of successorsOf(claim, dataset)) moments.push(assertionMomentOf(successor, dataset));
  return moments;
}

/** The moments at which a claim's record reached a status, by its own account. */
export function statusMoments(
  claim: ClaimEvidence,
  status: 'corrected' | 'retracted' | 'superseded',
): readonly Moment[] {
  const dated = (claim.statusHistory ?? []).filter((change) => change.status === status);
  if (dated.length > 0) return dated.map((change) => momentOf(change.at));
  return claim.recordStatus === status ? [unknownMoment] : [];
}
