import { casesOf, source } from '../../support/rule-cases.js';

export const cases = casesOf('source/acts-and-affiliated', {
  found: {
    'each entity that stands in both': {
      records: [
        source('a', {
          actsFor: ['entity:a', 'entity:b'],
          affiliatedWith: ['entity:c', 'entity:b', 'entity:a'],
        }),
      ],
      at: ['source:a /affiliatedWith/1', 'source:a /affiliatedWith/2'],
      related: ['source:a /actsFor/1'],
    },
  },
  passed: {
    'two entities': [source('a', { actsFor: ['entity:a'], affiliatedWith: ['entity:b'] })],
    'one of the lists alone': [
      source('a', { actsFor: ['entity:a'] }),
      source('b', { affiliatedWith: ['entity:a'] }),
    ],
  },
});
