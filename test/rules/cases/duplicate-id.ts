import { article, casesOf } from '../../support/rule-cases.js';

export const cases = casesOf('reference/duplicate-id', {
  found: {
    'every record after the first': {
      records: [article('a'), article('b'), article('a', { headline: 'Rain' }), article('a')],
      at: ['article:a /id', 'article:a /id'],
      related: ['article:a /id'],
    },
    'records of two types': {
      records: [
        { type: 'article', id: 'x' },
        { type: 'entity', id: 'x', kind: 'other', name: 'X' },
      ],
      at: ['x /id'],
    },
  },
  passed: { 'ids that differ by case': [article('a'), article('A')] },
});
