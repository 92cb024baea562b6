import type { Dataset } from '../../dataset/dataset.js';
import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ClaimId } from '../../primitives/id.js';
import type { Claim } from '../../records/claim.js';
import type { ClaimRecordStatus } from '../../vocabulary/claim.js';
import { askedMoment, isPossiblyBy, isSurelyBy, type Moment } from '../time/moment.js';
import { type AssertionBasis, assertionTimeOf } from './asserted-at.js';
import { assertionMomentOf, statusMoments, successorsOf } from './withdrawals.js';

/** What {@link claimLifecycle} and {@link assessmentsAsOf} are asked for. */
export interface AsOfOptions {
  /** As of when: an instant or a fuzzy date, which means some time within it. */
  readonly at: string;
}

/** Where a claim stood in its life at a time. */
export interface ClaimLifecycle {
  readonly claimId: ClaimId;
  /** As of when, as it was asked. */
  readonly at: string;
  readonly status: ClaimRecordStatus | 'not-yet-asserted';
  /** Whether it could be relied on: asserted, or corrected and since neither superseded nor retracted. */
  readonly stands: boolean;
  /** What put it into this status may have come only after the time that was asked for. */
  readonly onlyPossibly: boolean;
  /** When it was asserted; absent where that is unknown. */
  readonly assertedAt?: FuzzyDate | undefined;
  /** Where it is written when it was asserted. */
  readonly assertedAtBasis: AssertionBasis;
  /** The claims that had replaced it, or may have, in the order of their ids. */
  readonly supersededBy: readonly ClaimId[];
}

/**
 * Tells where a claim stood in its life at a time: by its own history, by its stored status where the history does not
 * date it, and by the claims that replace it. What may have happened by then counts, and is flagged.
 *
 * @throws FuzzyDateError when `at` is neither an instant nor a fuzzy date.
 *
 * @example
 * ```ts
 * import { claimLifecycle, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'It rained.',
 *     assertedAt: '2024-06-12',
 *     statusHistory: [{ status: 'retracted', at: '2024-06-20' }],
 *   },
 * ]);
 * const statusAt = (at) => claimLifecycle(dataset.claims[0], dataset, { at }).status;
 * ['2024-06-01', '2024-06-15', '2024-06-21'].map(statusAt); // => ['not-yet-asserted', 'asserted', 'retracted']
 * ```
 */
export function claimLifecycle(claim: Claim, dataset: Dataset, options: AsOfOptions): ClaimLifecycle {
  const at = askedMoment(options.at);
  const asserted = assertionTimeOf(claim, dataset);
  const supersededBy = successorsOf(claim, dataset).filter((successor) =>
    isPossiblyBy(assertionMomentOf(successor, dataset), at),
  );
  const { status, onlyPossibly } = stateAt(claim, dataset, at);
  return {
    claimId: claim.id,
    at: options.at,
    status,
    stands: status === 'asserted' || status === 'corrected',
    onlyPossibly,
    ...(asserted.date === undefined ? {} : { assertedAt: asserted.date }),
    assertedAtBasis: asserted.basis,
    supersededBy: [...new Set(supersededBy.map(({ id }) => id))].sort(),
  };
}

function stateAt(
  claim: Claim,
  dataset: Dataset,
  at: Moment,
): { readonly status: ClaimLifecycle['status']; readonly onlyPossibly: boolean } {
  const asserted = assertionMomentOf(claim, dataset);
  if (!isPossiblyBy(asserted, at)) return { status: 'not-yet-asserted', onlyPossibly: false };
  const replaced = successorsOf(claim, dataset).map((successor) => assertionMomentOf(successor, dataset));
  const ends: readonly (readonly [ClaimRecordStatus, readonly Moment[]])[] = [
    ['retracted', statusMoments(claim, 'retracted')],
    ['superseded', [...statusMoments(claim, 'superseded'), ...replaced]],
    ['corrected', statusMoments(claim, 'corrected')],
  ];
  for (const [status, moments] of ends) {
    if (!moments.some((moment) => isPossiblyBy(moment, at))) continue;
    return { status, onlyPossibly: !moments.some((moment) => isSurelyBy(moment, at)) };
  }
  return { status: 'asserted', onlyPossibly: !isSurelyBy(asserted, at) };
}
