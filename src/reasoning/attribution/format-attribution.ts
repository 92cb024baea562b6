import type { Dataset } from '../../dataset/dataset.js';
import type { AttributionLink, Claim } from '../../records/claim.js';
import { describeSource, joinNames } from './describe-source.js';
import { groundRulesOfSource } from './ground-rules.js';

/**
 * Says in English whom a claim comes from, the latest first: "according to Reuters, citing an official of Vietnam who
 * was not named". The name of an anonymous source, or of one that spoke on background, is never printed, and one that
 * spoke on deep background or off the record is not described either. The publisher is left out wherever anyone else
 * is known.
 *
 * @example
 * ```ts
 * import { formatAttribution, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:agency', kind: 'agency', name: 'Reuters' },
 *   { type: 'source', id: 'source:official', kind: 'official', anonymous: true, description: 'an official of Vietnam' },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The dates are agreed.',
 *     attribution: [
 *       { sourceIds: ['source:official'], role: 'originator' },
 *       { sourceIds: ['source:agency'], role: 'relay' },
 *     ],
 *   },
 *   { type: 'claim', id: 'claim:b', text: 'A visit is planned.', attribution: [{ sourceIds: ['source:agency'], role: 'relay' }] },
 *   { type: 'claim', id: 'claim:c', text: 'It rained.' },
 * ]);
 * const [a, b, c] = dataset.claims.map((claim) => formatAttribution(claim, dataset));
 * a; // => 'according to Reuters, citing an official of Vietnam who was not named'
 * b; // => 'according to Reuters, which does not say who its source is'
 * c; // => 'without attribution'
 * ```
 */
export function formatAttribution(claim: Claim, dataset: Dataset): string {
  const chain = claim.attribution ?? [];
  const speakers = chain.filter(({ role }) => role !== 'publisher');
  const links = speakers.length > 0 ? speakers : chain;
  const [first] = links;
  const last = links.at(-1);
  if (first === undefined || last === undefined) return 'without attribution';
  if (links.length === 1 && isAuthorVoice(first, dataset)) {
    return first.uncertain === true ? "possibly in the author's own voice" : "in the author's own voice";
  }
  const named = [...links].reverse().map((link, index) => {
    const doubt = link.uncertain === true ? 'possibly ' : '';
    return `${doubt}${index === 0 ? 'according to' : 'citing'} ${namesOf(link, dataset)}`;
  });
  const gap = first.role === 'originator' ? '' : `, ${unstatedSource(first)}`;
  return `${named.join(', ')}${gap}`;
}

const isAuthorVoice = (link: AttributionLink, dataset: Dataset): boolean =>
  link.sourceIds.length > 0 &&
  link.sourceIds.every((id) => dataset.find('source', id)?.kind === 'author-voice');

function namesOf(link: AttributionLink, dataset: Dataset): string {
  return joinNames(
    link.sourceIds.map((id) => {
      const source = dataset.find('source', id);
      return describeSource(source, groundRulesOfSource(link, source));
    }),
  );
}

const unstatedSource = ({ sourceIds }: AttributionLink): string =>
  sourceIds.length > 1 ? 'which do not say who their source is' : 'which does not say who its source is';
