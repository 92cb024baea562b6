import { article, casesOf, claim } from '../../support/rule-cases.js';

const text = article('a', { body: { text: 'The visit is planned.' } });
const quoting = (more: object): object =>
  claim('a', { articleId: 'article:a', anchors: [{ exact: 'visit', ...more }] });

export const cases = casesOf('anchor/context', {
  found: {
    'other words before': {
      records: [text, quoting({ prefix: 'A ' })],
      at: ['claim:a /anchors/0/prefix'],
      related: ['article:a /body/text'],
    },
    'other words after': {
      records: [text, quoting({ prefix: 'The ', suffix: ' was' })],
      at: ['claim:a /anchors/0/suffix'],
    },
  },
  passed: {
    'the words around it': [text, quoting({ prefix: 'The ', suffix: ' is' })],
    'no context': [text, quoting({})],
  },
});
