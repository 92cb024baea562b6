import { casesOf, claim } from '../../support/rule-cases.js';

export const cases = casesOf('time/recorded-before-asserted', {
  found: {
    'a claim entered a week before it was made': {
      records: [claim('a', { assertedAt: '2024-06-19', recordedAt: '2024-06-12T10:00:00Z' })],
      at: ['claim:a /recordedAt'],
      related: ['claim:a /assertedAt'],
    },
  },
  passed: {
    'the same day, somewhere on Earth': [
      claim('a', { assertedAt: '2024-06-13', recordedAt: '2024-06-12T10:00:00Z' }),
    ],
    'a vague time': [claim('a', { assertedAt: '2024', recordedAt: '2024-06-12T10:00:00Z' })],
    'a claim of unknown time': [claim('a', { recordedAt: '2024-06-12T10:00:00Z' })],
  },
});
