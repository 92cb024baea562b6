import { casesOf, claim, link } from '../../support/rule-cases.js';

const chain = (...roles: readonly string[]): object =>
  claim('a', { articleId: 'article:a', attribution: roles.map((role, index) => link(role, `s${index}`)) });

export const cases = casesOf('claim/attribution-order', {
  found: {
    'an originator after a relay': {
      records: [chain('relay', 'originator')],
      at: ['claim:a /attribution/1/role'],
      related: ['claim:a /attribution/0/role'],
    },
    'every link after a publisher that is none': {
      records: [chain('originator', 'publisher', 'relay', 'originator', 'publisher')],
      at: ['claim:a /attribution/2/role', 'claim:a /attribution/3/role'],
    },
  },
  passed: {
    'a chain told from its beginning': [chain('originator', 'relay', 'relay', 'publisher')],
    'two originators in a row': [chain('originator', 'originator')],
    'a chain that begins with a relay': [chain('relay', 'publisher')],
    'no chain': [claim('a')],
  },
});
