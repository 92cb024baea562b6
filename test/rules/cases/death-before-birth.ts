import { casesOf, person } from '../../support/rule-cases.js';

export const cases = casesOf('time/death-before-birth', {
  found: {
    'swapped dates': {
      records: [person('a', { birthDate: '1952-10-07', deathDate: '1925' })],
      at: ['entity:a /deathDate'],
      related: ['entity:a /birthDate'],
    },
  },
  passed: {
    'a death in the year of birth': [person('a', { birthDate: '1952-10-07', deathDate: '1952' })],
    'a date that is not certain': [person('a', { birthDate: '1952?', deathDate: '1925' })],
    'the living': [person('a', { birthDate: '1952' })],
  },
});
