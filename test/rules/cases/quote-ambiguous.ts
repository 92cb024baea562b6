import { article, casesOf, claim } from '../../support/rule-cases.js';

const text = article('a', { body: { text: 'Moscow denied it. Kyiv denied it.' } });
const quoting = (more: object = {}): object =>
  claim('a', { articleId: 'article:a', anchors: [{ exact: 'denied it', ...more }] });

export const cases = casesOf('anchor/ambiguous', {
  found: {
    'words that stand in two places': {
      records: [text, quoting()],
      at: ['claim:a /anchors/0/exact'],
      related: ['article:a /body/text'],
      says: 'at 7 and 23',
    },
    'context that both places have': {
      records: [text, quoting({ suffix: '.' })],
      at: ['claim:a /anchors/0/exact'],
    },
  },
  passed: {
    'offsets that tell': [text, quoting({ start: 23, end: 32 })],
    'context that tells': [text, quoting({ prefix: 'Kyiv ' })],
    'words that stand in one place': [article('a', { body: { text: 'Kyiv denied it.' } }), quoting()],
  },
});
