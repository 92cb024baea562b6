import { assertionOf, assertionPlace, assertionReads } from '../common/evidence.js';
import { isSurelyBefore, momentAt } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A judgement of a claim that nobody had made yet. */
export const assessedBeforeAsserted: DatasetRule = {
  scope: 'dataset',
  code: 'time/assessed-before-asserted',
  severity: 'error',
  title: 'an assessment of a claim that did not exist yet',
  explanation:
    'The assessment is dated before the claim was made for certain. When a claim was made is its assertedAt, else the publication of its article. Mend the date; where an earlier occasion of the same claim was judged, that is another claim.',
  bad: [
    {
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024-05',
      status: 'refuted',
    },
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
    { type: 'article', id: 'article:a', publishedAt: '2024-06-12T09:30:00Z' },
    { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Fact Desk' },
  ],
  good: [
    {
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024-06',
      status: 'refuted',
    },
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
    { type: 'article', id: 'article:a', publishedAt: '2024-06-12T09:30:00Z' },
    { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Fact Desk' },
  ],
  reads: { ...assertionReads, assessment: ['subjectId', 'at'] },
  judge(facts) {
    return facts.records('assessment', 'at').flatMap(({ record, parts }): DatasetProblem[] => {
      const { subjectId, at } = parts;
      const claim = facts.find('claim', subjectId);
      if (at === undefined || claim === undefined) return [];
      const asserted = assertionOf(claim, facts);
      if (asserted === undefined || !isSurelyBefore(momentAt(at), asserted.moment)) return [];
      return [
        {
          record,
          path: ['at'],
          message: `assessed ${at}, before the claim was made (${asserted.date})`,
          expected: `${asserted.date} or later`,
          received: JSON.stringify(at),
          related: [{ ...assertionPlace(claim, facts), message: 'the claim was made' }],
        },
      ];
    });
  },
};
