import { assertionOf, assertionPlace, assertionReads } from '../common/evidence.js';
import { isSurelyBefore } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A claim that replaces one that was made after it. */
export const replacedBeforeAsserted: DatasetRule = {
  scope: 'dataset',
  code: 'time/replaced-before-asserted',
  severity: 'error',
  title: 'a claim that replaces a later one',
  explanation:
    'supersedes names the claim that this one replaces, which was made before it. Here the replacement is the older of the two for certain. Usually the reference stands in the wrong one of them.',
  bad: [
    { type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.', assertedAt: '2024-06-14' },
    {
      type: 'claim',
      id: 'claim:b',
      text: 'The visit begins on 20 June.',
      assertedAt: '2024-06-12',
      supersedes: 'claim:a',
    },
  ],
  good: [
    { type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.', assertedAt: '2024-06-12' },
    {
      type: 'claim',
      id: 'claim:b',
      text: 'The visit begins on 20 June.',
      assertedAt: '2024-06-14',
      supersedes: 'claim:a',
    },
  ],
  reads: { ...assertionReads, claim: [...assertionReads.claim, 'supersedes'] },
  judge(facts) {
    return facts.records('claim', 'supersedes').flatMap((claim): DatasetProblem[] => {
      const { supersedes } = claim.parts;
      const replaced = facts.find('claim', supersedes);
      if (replaced === undefined || replaced.record === claim.record) return [];
      const now = assertionOf(claim, facts);
      const then = assertionOf(replaced, facts);
      if (now === undefined || then === undefined || !isSurelyBefore(now.moment, then.moment)) return [];
      return [
        {
          record: claim.record,
          path: ['supersedes'],
          message: `made ${now.date}, before ${JSON.stringify(supersedes)}, which it replaces (${then.date})`,
          expected: 'the id of an earlier claim',
          received: JSON.stringify(supersedes),
          related: [{ ...assertionPlace(replaced, facts), message: 'the claim that is replaced was made' }],
        },
      ];
    });
  },
};
