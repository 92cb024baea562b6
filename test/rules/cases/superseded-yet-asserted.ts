import { casesOf, claim } from '../../support/rule-cases.js';

export const cases = casesOf('claim/superseded-yet-asserted', {
  found: {
    'a claim that two others replace, once': {
      records: [
        claim('a', { recordStatus: 'corrected' }),
        claim('b', { supersedes: 'claim:a' }),
        claim('c', { supersedes: 'claim:a' }),
      ],
      at: ['claim:a /recordStatus'],
      related: ['claim:b /supersedes', 'claim:c /supersedes'],
    },
  },
  passed: {
    'a claim that says so': [
      claim('a', { recordStatus: 'superseded' }),
      claim('b', { supersedes: 'claim:a' }),
    ],
    'a claim that does not say where it stands': [claim('a'), claim('b', { supersedes: 'claim:a' })],
    'a replacement that was retracted': [
      claim('a', { recordStatus: 'asserted' }),
      claim('b', { supersedes: 'claim:a', recordStatus: 'retracted' }),
    ],
    'a claim that replaces itself, which has a finding of its own': [
      claim('a', { recordStatus: 'asserted', supersedes: 'claim:a' }),
    ],
  },
});
