import { article, assessment, casesOf, claim, source } from '../../support/rule-cases.js';

export const cases = casesOf('time/assessed-before-asserted', {
  found: {
    'a judgement of the month before': {
      records: [
        assessment('a', { subjectId: 'claim:a', at: '2024-05' }),
        claim('a', { articleId: 'article:a' }),
        article('a', { publishedAt: '2024-06-12T00:00:00Z' }),
      ],
      at: ['assessment:a /at'],
      related: ['article:a /publishedAt'],
    },
  },
  passed: {
    'a judgement of the same month': [
      assessment('a', { subjectId: 'claim:a', at: '2024-06' }),
      claim('a', { assertedAt: '2024-06-12' }),
    ],
    'a claim of unknown time': [assessment('a', { subjectId: 'claim:a', at: '2024-05' }), claim('a')],
    'a source': [assessment('a', { subjectId: 'source:a', at: '2024-05' }), source('a')],
  },
});
