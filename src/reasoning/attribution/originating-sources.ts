import type { Dataset } from '../../dataset/dataset.js';
import type { Claim } from '../../records/claim.js';
import type { Source } from '../../records/source.js';
import { voicesOf } from './voice.js';

/**
 * Finds the sources that a claim comes from: the joint sources of the first link of its chain, each once, in the order
 * of the link. None where the originator is not stated, which is where the chain begins with a relay or there is none;
 * a source that the dataset does not hold is left out.
 *
 * @example
 * ```ts
 * import { loadDataset, originatingSources } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:agency', kind: 'agency', name: 'A News Agency' },
 *   { type: 'source', id: 'source:ministry', kind: 'institution', name: 'Foreign Ministry' },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The dates are agreed.',
 *     attribution: [
 *       { sourceIds: ['source:ministry'], role: 'originator' },
 *       { sourceIds: ['source:agency'], role: 'relay' },
 *     ],
 *   },
 *   { type: 'claim', id: 'claim:b', text: 'A visit is planned.', attribution: [{ sourceIds: ['source:agency'], role: 'relay' }] },
 * ]);
 * const [a, b] = dataset.claims;
 * originatingSources(a, dataset).map(({ id }) => id); // => ['source:ministry']
 * originatingSources(b, dataset); // => []
 * ```
 */
export function originatingSources(claim: Claim, dataset: Dataset): readonly Source[] {
  return voicesOf(claim, dataset).flatMap(({ sourceId }) =>
    sourceId === undefined ? [] : (dataset.find('source', sourceId) ?? []),
  );
}
