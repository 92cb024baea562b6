import { casesOf, source } from '../../support/rule-cases.js';

export const cases = casesOf('source/author-acts', {
  found: {
    'an author who speaks for a country': {
      records: [source('a', { kind: 'author-voice', actsFor: ['entity:a'] })],
      at: ['source:a /actsFor'],
      related: ['source:a /kind'],
    },
  },
  passed: {
    'an author who is close to it': [
      source('a', { kind: 'author-voice', affiliatedWith: ['entity:a'], actsFor: [] }),
    ],
    'an official': [source('a', { kind: 'official', actsFor: ['entity:a'] })],
  },
});
