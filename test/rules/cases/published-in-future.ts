import { article, casesOf } from '../../support/rule-cases.js';

export const cases = casesOf('time/published-in-future', {
  now: '2024-06-20T00:00:00Z',
  found: {
    'an instant after now': {
      records: [article('a', { publishedAt: '2024-06-20T00:00:00-00:01' })],
      at: ['article:a /publishedAt'],
      says: 'it is only 2024-06-20T00:00:00Z',
    },
  },
  passed: {
    'this very instant': [article('a', { publishedAt: '2024-06-20T07:00:00+07:00' })],
    'an embargo that is still to end': [article('a', { embargoedUntil: '2042-01-01T00:00:00Z' })],
  },
});
