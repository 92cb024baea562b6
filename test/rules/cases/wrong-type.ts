import { casesOf, claim, entity, source } from '../../support/rule-cases.js';

export const cases = casesOf('reference/wrong-type', {
  found: {
    'a person where a source belongs': {
      records: [claim('a', { attribution: [{ sourceIds: ['entity:a'], role: 'originator' }] }), entity('a')],
      at: ['claim:a /attribution/0/sourceIds/0'],
      related: ['entity:a /type'],
      says: 'expected the id of a source, but "entity:a" is an entity',
    },
    'a source among what a claim is about': {
      records: [claim('a', { about: ['source:a'] }), source('a')],
      at: ['claim:a /about/0'],
    },
  },
  passed: {
    'a field that takes two types': [
      claim('a', { about: ['entity:a'], targetIds: ['entity:a'] }),
      entity('a'),
    ],
    'an id that two records have, of which one is right': [
      claim('a', { articleId: 'x' }),
      { type: 'entity', id: 'x', kind: 'other', name: 'X' },
      { type: 'article', id: 'x' },
    ],
  },
});
