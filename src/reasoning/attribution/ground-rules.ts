import type { GroundRules } from '../../vocabulary/source.js';
import type { ClaimEvidence, EvidenceBase, LinkEvidence, SourceEvidence } from '../evidence/evidence-base.js';

/** From the freest to the strictest; what is unstated may be stricter than what is on the record. */
const byStrictness: readonly GroundRules[] = [
  'on-the-record',
  'unstated',
  'background',
  'deep-background',
  'off-the-record',
];

const stricter = (a: GroundRules, b: GroundRules): GroundRules =>
  byStrictness.indexOf(b) > byStrictness.indexOf(a) ? b : a;

/** The terms on which one source spoke: those of the link where it states any, else the source's own. */
export function groundRulesOfSource(
  link: LinkEvidence | undefined,
  source: SourceEvidence | undefined,
): GroundRules {
  return link?.groundRules ?? source?.groundRules ?? 'unstated';
}

/**
 * Finds the terms on which a link of an attribution chain was given: the link's own where it states any, else those of
 * its source; of joint speakers the strictest.
 *
 * @example
 * ```ts
 * import { groundRulesOf, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:a', kind: 'official', name: 'A. Nguyen', groundRules: 'background' },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The dates are agreed.',
 *     attribution: [
 *       { sourceIds: ['source:a'], role: 'originator' },
 *       { sourceIds: ['source:a'], role: 'originator', groundRules: 'on-the-record' },
 *     ],
 *   },
 * ]);
 * const links = dataset.claims[0].attribution;
 * links.map((link) => groundRulesOf(link, dataset)); // => ['background', 'on-the-record']
 * ```
 */
export function groundRulesOf(link: LinkEvidence, dataset: EvidenceBase): GroundRules {
  if (link.groundRules !== undefined) return link.groundRules;
  return link.sourceIds
    .map((id) => groundRulesOfSource(link, dataset.find('source', id)))
    .reduce(stricter, link.sourceIds.length === 0 ? 'unstated' : 'on-the-record');
}

/**
 * Tells whether the ground rules allow a claim to be published: no link of its attribution chain is off the record.
 * Nothing else is judged: an embargo, a retraction or the law may still forbid it.
 *
 * @example
 * ```ts
 * import { isPublishable, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'source', id: 'source:a', kind: 'official', name: 'A. Nguyen', groundRules: 'off-the-record' },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The dates are agreed.',
 *     attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
 *   },
 *   { type: 'claim', id: 'claim:b', text: 'It rained.' },
 * ]);
 * dataset.claims.map((claim) => isPublishable(claim, dataset)); // => [false, true]
 * ```
 */
export function isPublishable(claim: ClaimEvidence, dataset: EvidenceBase): boolean {
  return (claim.attribution ?? []).every((link) => groundRulesOf(link, dataset) !== 'off-the-record');
}
