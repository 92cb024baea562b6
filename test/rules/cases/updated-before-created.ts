import { casesOf, claim, event, person, source } from '../../support/rule-cases.js';

const swapped = { createdAt: '2024-06-12T09:30:00Z', updatedAt: '2024-06-11T09:30:00Z' };

export const cases = casesOf('time/updated-before-created', {
  found: {
    'records of every type': {
      records: [source('a', swapped), person('a', swapped), claim('a', swapped), event('a', swapped)],
      at: ['source:a /updatedAt', 'entity:a /updatedAt', 'claim:a /updatedAt', 'event:a /updatedAt'],
      related: ['source:a /createdAt'],
    },
  },
  passed: {
    'a record never changed': [
      claim('a', { createdAt: '2024-06-12T09:30:00Z', updatedAt: '2024-06-12T09:30:00Z' }),
    ],
    'one of the two alone': [
      claim('a', { createdAt: '2024-06-12T09:30:00Z' }),
      claim('b', { updatedAt: '2000-01-01T00:00:00Z' }),
    ],
  },
});
