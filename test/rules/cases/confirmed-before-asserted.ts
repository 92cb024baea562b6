import { article, casesOf, claim, confirmedEvent } from '../../support/rule-cases.js';

const confirmed = (at: string, ...names: readonly string[]): object =>
  confirmedEvent(
    'a',
    { by: ['source:a'], at, claimIds: names.map((name) => `claim:${name}`) },
    { phase: 'occurred' },
  );

export const cases = casesOf('time/confirmed-before-asserted', {
  found: {
    'a claim made the day after': {
      records: [confirmed('2024-06-12', 'a'), claim('a', { assertedAt: '2024-06-13' })],
      at: ['event:a /confirmation/at'],
      related: ['claim:a /assertedAt'],
    },
    'claims dated by their articles': {
      records: [
        confirmed('2024-06-12', 'a', 'b'),
        claim('a', { articleId: 'article:a' }),
        claim('b', { articleId: 'article:b' }),
        article('a', { publishedAt: '2024-06-14T00:00:00Z' }),
        article('b', { publicationDate: { date: '2024-07' } }),
      ],
      at: ['event:a /confirmation/at'],
      related: ['article:a /publishedAt', 'article:b /publicationDate/date'],
      says: 'before any of the claims',
    },
  },
  passed: {
    'one claim of several that may have been made by then': [
      confirmed('2024-06-12', 'a', 'b'),
      claim('a', { assertedAt: '2024-06-13' }),
      claim('b', { assertedAt: '2024-06' }),
    ],
    'a claim of unknown time': [confirmed('2024-06-12', 'a'), claim('a')],
    'a claim whose time is wrong': [
      confirmed('2024-06-12', 'a'),
      claim('a', { assertedAt: 'June', articleId: 'article:a' }),
      article('a', { publishedAt: '2024-06-14T00:00:00Z' }),
    ],
    'a claim of which there is no record': [confirmed('2024-06-12', 'a')],
    'the same day': [confirmed('2024-06-12', 'a'), claim('a', { assertedAt: '2024-06-12T23:00:00Z' })],
  },
});
