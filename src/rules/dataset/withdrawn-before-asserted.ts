import { assertionOf, assertionPlace, assertionReads } from '../common/evidence.js';
import { isSurelyBefore, momentAt } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A claim that was corrected or withdrawn before it was made. */
export const withdrawnBeforeAsserted: DatasetRule = {
  scope: 'dataset',
  code: 'time/withdrawn-before-asserted',
  severity: 'error',
  title: 'a claim corrected or withdrawn before it was made',
  explanation:
    'statusHistory says when a claim was corrected, superseded or retracted, and that lies before it was made for certain. When a claim was made is its assertedAt, else the publication of its article. One of the dates is wrong.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It rained.',
      assertedAt: '2024-06-12',
      statusHistory: [{ status: 'retracted', at: '2023-06-20' }],
    },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It rained.',
      assertedAt: '2024-06-12',
      statusHistory: [{ status: 'retracted', at: '2024-06-20' }],
    },
  ],
  reads: { ...assertionReads, claim: [...assertionReads.claim, 'statusHistory'] },
  judge(facts) {
    return facts.records('claim', 'statusHistory').flatMap((claim): readonly DatasetProblem[] => {
      const { statusHistory = [] } = claim.parts;
      if (statusHistory.length === 0) return [];
      const asserted = assertionOf(claim, facts);
      if (asserted === undefined) return [];
      return statusHistory.flatMap(({ status, at }, index): DatasetProblem[] => {
        if (status === 'asserted' || at === undefined) return [];
        if (!isSurelyBefore(momentAt(at), asserted.moment)) return [];
        return [
          {
            record: claim.record,
            path: ['statusHistory', index, 'at'],
            message: `${status} ${at}, before it was made (${asserted.date})`,
            expected: `${asserted.date} or later`,
            received: JSON.stringify(at),
            related: [{ ...assertionPlace(claim, facts), message: 'the claim was made' }],
          },
        ];
      });
    });
  },
};
