import type { ClaimId, SourceId } from '../../primitives/id.js';
import type { Claim } from '../../records/claim.js';
import { type FactBankCode, toFactBankCode } from './fact-bank.js';

/** How sure each source is of each claim, in FactBank's codes. */
export interface FactualityMatrix {
  /** The claims, one a row, in the order of their ids. */
  readonly claimIds: readonly ClaimId[];
  /** The sources, one a column, in the order of their ids. */
  readonly sourceIds: readonly SourceId[];
  /** The code of each source for each claim; `null` where nothing is stated or FactBank has no code for it. */
  readonly codes: readonly (readonly (FactBankCode | null)[])[];
}

/**
 * Tabulates how sure each source is of each claim: the sources of the first link of a claim's chain by the claim's own
 * certainty and polarity, others by its `factuality`. Where one source is given several values for one claim the cell
 * is `Uu`.
 *
 * @example
 * ```ts
 * import { factualityMatrix, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'Missiles were supplied.',
 *     attribution: [{ sourceIds: ['source:accuser'], role: 'originator' }],
 *     certainty: 'certain',
 *     polarity: 'positive',
 *     factuality: [{ sourceId: 'source:accused', certainty: 'underspecified', polarity: 'unknown' }],
 *   },
 * ]);
 * const matrix = factualityMatrix(dataset.claims);
 * matrix.sourceIds; // => ['source:accused', 'source:accuser']
 * matrix.codes; // => [['Uu', 'CT+']]
 * ```
 */
export function factualityMatrix(claims: Iterable<Claim>): FactualityMatrix {
  const rows = new Map<ClaimId, Map<SourceId, FactBankCode | null>>();
  for (const claim of claims) {
    const row = rows.get(claim.id) ?? new Map<SourceId, FactBankCode | null>();
    rows.set(claim.id, row);
    for (const [sourceId, code] of cellsOf(claim)) {
      row.set(sourceId, together(row.get(sourceId) ?? null, code));
    }
  }
  const claimIds = [...rows.keys()].sort();
  const sourceIds = [...new Set([...rows.values()].flatMap((row) => [...row.keys()]))].sort();
  const codes = claimIds.map((claimId) =>
    sourceIds.map((sourceId) => rows.get(claimId)?.get(sourceId) ?? null),
  );
  return { claimIds, sourceIds, codes };
}

/** What two values for one cell come to. */
function together(known: FactBankCode | null, code: FactBankCode | null): FactBankCode | null {
  if (known === null || code === null) return known ?? code;
  return known === code ? code : 'Uu';
}

/** What a claim says of how sure each source is. */
function cellsOf(claim: Claim): readonly (readonly [SourceId, FactBankCode | null])[] {
  const { certainty, polarity } = claim;
  const own = certainty === undefined || polarity === undefined ? null : toFactBankCode(certainty, polarity);
  const first = (claim.attribution?.[0]?.sourceIds ?? []).map((id) => [id, own ?? null] as const);
  const others = (claim.factuality ?? []).map(
    (one) => [one.sourceId, toFactBankCode(one.certainty, one.polarity) ?? null] as const,
  );
  return [...first, ...others];
}
