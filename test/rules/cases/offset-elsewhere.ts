import { article, casesOf, claim } from '../../support/rule-cases.js';

const quoting = (start: number, exact = 'visit'): object =>
  claim('a', { articleId: 'article:a', anchors: [{ exact, start, end: start + exact.length }] });

export const cases = casesOf('anchor/offset', {
  found: {
    'offsets in UTF-16 units after an emoji': {
      records: [article('a', { body: { text: '🌧🌧 The visit is planned.' } }), quoting(9)],
      at: ['claim:a /anchors/0/start'],
      related: ['article:a /body/text'],
      says: 'at 7',
    },
  },
  passed: {
    'offsets in code points': [article('a', { body: { text: '🌧🌧 The visit is planned.' } }), quoting(7)],
    'an article without a text': [article('a'), quoting(9)],
  },
});
