import { article, casesOf } from '../../support/rule-cases.js';

export const cases = casesOf('time/embargo-after-expiry', {
  found: {
    'an embargo beyond the expiry': {
      records: [article('a', { embargoedUntil: '2024-06-20T06:00:00Z', expiresAt: '2024-06-19T06:00:00Z' })],
      at: ['article:a /embargoedUntil'],
      related: ['article:a /expiresAt'],
    },
    'no moment in between': {
      records: [
        article('a', { embargoedUntil: '2024-06-20T06:00:00Z', expiresAt: '2024-06-20T08:00:00+02:00' }),
      ],
      at: ['article:a /embargoedUntil'],
    },
  },
  passed: {
    'a moment in between': [
      article('a', { embargoedUntil: '2024-06-20T06:00:00Z', expiresAt: '2024-06-20T06:00:01Z' }),
    ],
    'one of the two alone': [
      article('a', { embargoedUntil: '2042-01-01T00:00:00Z' }),
      article('b', { expiresAt: '2000-01-01T00:00:00Z' }),
    ],
  },
});
