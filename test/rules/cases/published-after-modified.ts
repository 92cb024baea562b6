import { article, casesOf } from '../../support/rule-cases.js';

export const cases = casesOf('time/published-after-modified', {
  found: {
    'an article modified the day before': {
      records: [article('a', { publishedAt: '2024-06-12T09:30:00Z', modifiedAt: '2024-06-11T09:30:00Z' })],
      at: ['article:a /publishedAt'],
      related: ['article:a /modifiedAt'],
      says: 'after it was last modified at 2024-06-11T09:30:00Z',
    },
    'a difference that only the offsets make': {
      records: [
        article('a', { publishedAt: '2024-06-12T09:30:00-02:00', modifiedAt: '2024-06-12T10:30:00Z' }),
      ],
      at: ['article:a /publishedAt'],
    },
    'a difference of a millisecond': {
      records: [
        article('a', { publishedAt: '2024-06-12T09:30:00.002Z', modifiedAt: '2024-06-12T09:30:00.001Z' }),
      ],
      at: ['article:a /publishedAt'],
    },
  },
  passed: {
    'one instant in two offsets': [
      article('a', { publishedAt: '2024-06-12T09:30:00Z', modifiedAt: '2024-06-12T16:30:00+07:00' }),
    ],
    'an article of which one is known': [
      article('a', { publishedAt: '2024-06-12T09:30:00Z' }),
      article('b', { modifiedAt: '2020-01-01T00:00:00Z' }),
    ],
    'an instant that is none': [
      article('a', { publishedAt: '2024-06-12T09:30:00Z', modifiedAt: '2020-01-01' }),
    ],
  },
});
