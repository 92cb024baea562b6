import { casesOf, claim } from '../../support/rule-cases.js';

export const cases = casesOf('time/replaced-before-asserted', {
  found: {
    'a replacement that is the older one': {
      records: [
        claim('a', { assertedAt: '2024-06-14' }),
        claim('b', { assertedAt: '2024-06-12', supersedes: 'claim:a' }),
      ],
      at: ['claim:b /supersedes'],
      related: ['claim:a /assertedAt'],
    },
  },
  passed: {
    'claims of one day': [
      claim('a', { assertedAt: '2024-06-14' }),
      claim('b', { assertedAt: '2024-06-14', supersedes: 'claim:a' }),
    ],
    'a claim of unknown time': [claim('a'), claim('b', { assertedAt: '2024-06-12', supersedes: 'claim:a' })],
    'a claim of which there is no record': [claim('b', { assertedAt: '2024-06-12', supersedes: 'claim:x' })],
  },
});
