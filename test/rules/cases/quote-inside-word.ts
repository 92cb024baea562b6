import { article, casesOf, claim } from '../../support/rule-cases.js';

const text = article('a', { body: { text: 'The visit is unconfirmed.' } });
const quoting = (exact: string): object => claim('a', { articleId: 'article:a', anchors: [{ exact }] });

export const cases = casesOf('anchor/inside-word', {
  found: {
    'a word that lost its beginning': {
      records: [text, quoting('confirmed')],
      at: ['claim:a /anchors/0/exact'],
      says: '"unconfirmed"',
    },
  },
  passed: {
    'the whole word': [text, quoting('unconfirmed')],
    'a script without spaces between words': [
      article('a', { body: { text: '訪問は未確認です。' } }),
      quoting('確認'),
    ],
  },
});
