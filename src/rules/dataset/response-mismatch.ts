import type { Facts, RecordFacts } from '../facts.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** An answer that somebody else gave. */
export const responseMismatch: DatasetRule = {
  scope: 'dataset',
  code: 'claim/response-mismatch',
  severity: 'error',
  title: 'a response whose claim comes from somebody else',
  explanation:
    'claimId of a response names the claim that the answer is, and nobody in the chain of that claim is the source that answered or speaks for the same party. Name the claim in which the source answered, or the source that did. Where it is not known whom one of them speaks for, nothing is said.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      responses: [{ sourceId: 'source:b', kind: 'denied', claimId: 'claim:b' }],
    },
    {
      type: 'claim',
      id: 'claim:b',
      text: 'No missiles were supplied.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'official', name: 'A. Nguyen', actsFor: ['entity:a'] },
    { type: 'source', id: 'source:b', kind: 'official', name: 'B. Miller', actsFor: ['entity:b'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
    { type: 'entity', id: 'entity:b', kind: 'country', name: 'United States' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      responses: [{ sourceId: 'source:a', kind: 'denied', claimId: 'claim:b' }],
    },
    {
      type: 'claim',
      id: 'claim:b',
      text: 'No missiles were supplied.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'official', name: 'A. Nguyen', actsFor: ['entity:a'] },
    { type: 'source', id: 'source:b', kind: 'official', name: 'B. Miller', actsFor: ['entity:b'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
    { type: 'entity', id: 'entity:b', kind: 'country', name: 'United States' },
  ],
  reads: {
    claim: ['responses.*.sourceId', 'responses.*.claimId', 'attribution.*.sourceIds'],
    source: ['entityId', 'actsFor', 'parentId'],
  },
  judge(facts) {
    return facts.records('claim', 'responses').flatMap(({ record, parts }) =>
      (parts.responses ?? []).flatMap(({ sourceId, claimId }, index): DatasetProblem[] => {
        const answer = facts.find('claim', claimId);
        const responder = facts.find('source', sourceId);
        const speakers = (answer?.parts.attribution ?? []).flatMap(({ sourceIds = [] }) => sourceIds);
        if (answer === undefined || responder === undefined || speakers.length === 0) return [];
        if (!speakers.every((id) => areStrangers(responder, facts.find('source', id), facts))) return [];
        return [
          {
            record,
            path: ['responses', index, 'claimId'],
            message: `${JSON.stringify(claimId)} is no answer of ${JSON.stringify(sourceId)}: it comes from ${speakers.map((id) => JSON.stringify(id)).join(', ')}`,
            expected: `a claim of ${JSON.stringify(sourceId)}`,
            related: [{ record: answer.record, path: ['attribution'], message: 'whom it comes from' }],
          },
        ];
      }),
    );
  },
};

/** Whether two sources surely speak for different parties. */
function areStrangers(
  one: RecordFacts<'source'>,
  other: RecordFacts<'source'> | undefined,
  facts: Facts,
): boolean {
  if (other === undefined || other.record === one.record) return false;
  const theirs = circleOf(one, facts);
  const others = circleOf(other, facts);
  if (theirs.size === 0 || others.size === 0) return false;
  return ![...theirs].some((id) => others.has(id));
}

/** Whom a source is or speaks for. Of one that belongs to another source, nothing is sure. */
function circleOf({ parts }: RecordFacts<'source'>, facts: Facts): ReadonlySet<string> {
  const { entityId, actsFor = [], parentId } = parts;
  if (parentId !== undefined && facts.find('source', parentId) !== undefined) return new Set();
  return new Set(entityId === undefined ? actsFor : [entityId, ...actsFor]);
}
