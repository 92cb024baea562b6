import { article, casesOf } from '../../support/rule-cases.js';

const digest = (codePoints: number): object => ({
  textDigest: {
    sha256: '8b38b558e4df5eb3a70f60edea988d448559dfdded9b7ca08d9ba7f6c5ac71a8',
    normalization: 'none',
    newline: 'as-is',
    codePoints,
  },
});

export const cases = casesOf('anchor/digest', {
  found: {
    'a text that is longer than the one that was measured': {
      records: [article('a', { body: { text: 'It rained all day.' }, ...digest(10) })],
      at: ['article:a /textDigest/codePoints'],
      related: ['article:a /body/text'],
    },
  },
  passed: {
    'the text that was measured': [article('a', { body: { text: 'It rained.' }, ...digest(10) })],
    'a digest without the text': [article('a', digest(10))],
    'a text without a digest': [article('a', { body: { text: 'It rained.' } })],
  },
});
