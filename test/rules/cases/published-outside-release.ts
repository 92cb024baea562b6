import { article, casesOf } from '../../support/rule-cases.js';

const publishedAt = '2024-06-19T06:00:00Z';

export const cases = casesOf('time/published-outside-release', {
  found: {
    'an article published under embargo': {
      records: [article('a', { publishedAt, embargoedUntil: '2024-06-19T06:00:01Z' })],
      at: ['article:a /publishedAt'],
      related: ['article:a /embargoedUntil'],
    },
    'an article published when it expired': {
      records: [article('a', { publishedAt, expiresAt: publishedAt })],
      at: ['article:a /publishedAt'],
      related: ['article:a /expiresAt'],
    },
  },
  passed: {
    'an article published the moment the embargo ends': [
      article('a', {
        publishedAt,
        embargoedUntil: '2024-06-19T08:00:00+02:00',
        expiresAt: '2024-07-01T00:00:00Z',
      }),
    ],
    'an article without either': [article('a', { publishedAt })],
    'an article that is not published': [article('a', { embargoedUntil: publishedAt })],
  },
});
