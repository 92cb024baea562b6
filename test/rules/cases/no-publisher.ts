import { casesOf, claim, link, source } from '../../support/rule-cases.js';

const sources = [source('a'), source('b')];

export const cases = casesOf('claim/no-publisher', {
  found: {
    'a chain that ends with a relay': {
      records: [claim('a', { attribution: [link('originator', 'a'), link('relay', 'b')] }), ...sources],
      at: ['claim:a /attribution'],
    },
  },
  passed: {
    'a chain that ends with a publisher': [
      claim('a', { attribution: [link('originator', 'a'), link('publisher', 'b')] }),
      ...sources,
    ],
    'a claim in an article': [
      claim('a', { articleId: 'article:a', attribution: [link('originator', 'a')] }),
      ...sources,
    ],
    'a claim without a chain': [claim('a'), claim('b', { attribution: [] })],
    'an article whose id is wrong': [
      claim('a', { articleId: 'article a', attribution: [link('originator', 'a')] }),
      ...sources,
    ],
    'an article under a misspelt key': [
      claim('a', { articelId: 'article:a', attribution: [link('originator', 'a')] }),
      ...sources,
    ],
    'a chain that is wrong elsewhere': [claim('a', { attribution: [link('original', 'a')] }), ...sources],
  },
});
