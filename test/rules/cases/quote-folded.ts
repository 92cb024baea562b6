import { article, casesOf, claim } from '../../support/rule-cases.js';

const quoting = (exact: string): object => claim('a', { articleId: 'article:a', anchors: [{ exact }] });

export const cases = casesOf('anchor/folded', {
  found: {
    'straight quotes for curly ones': {
      records: [article('a', { body: { text: 'He said “soon”.' } }), quoting('He said "soon"')],
      at: ['claim:a /anchors/0/exact'],
      related: ['article:a /body/text'],
    },
  },
  passed: {
    'the words as they stand': [
      article('a', { body: { text: 'He said “soon”.' } }),
      quoting('He said “soon”'),
    ],
    'words that are not there, which is another finding': [
      article('a', { body: { text: 'He said “soon”.' } }),
      quoting('He said "later"'),
    ],
  },
});
