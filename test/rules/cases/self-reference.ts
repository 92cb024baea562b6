import { casesOf, claim } from '../../support/rule-cases.js';

export const cases = casesOf('claim/self-reference', {
  found: {
    'every field by which a claim can lean on itself': {
      records: [
        claim('a', {
          relations: [
            { type: 'explains', claimId: 'claim:b' },
            { type: 'supports', claimId: 'claim:a' },
          ],
          responses: [{ sourceId: 'source:a', kind: 'denied', claimId: 'claim:a' }],
          componentIds: ['claim:b', 'claim:a'],
          presupposesIds: ['claim:a'],
          contentOf: 'claim:a',
          supersedes: 'claim:a',
        }),
      ],
      at: [
        'claim:a /relations/1/claimId',
        'claim:a /responses/0/claimId',
        'claim:a /componentIds/1',
        'claim:a /presupposesIds/0',
        'claim:a /contentOf',
        'claim:a /supersedes',
      ],
    },
  },
  passed: {
    'claims that refer to each other': [
      claim('a', { relations: [{ type: 'contradicts', claimId: 'claim:b' }] }),
      claim('b', { relations: [{ type: 'contradicts', claimId: 'claim:a' }] }),
    ],
    'a claim whose id is missing': [{ type: 'claim', text: 'It is so.', supersedes: 'claim:a' }],
  },
});
