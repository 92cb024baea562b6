import { casesOf, confirmedEvent } from '../../support/rule-cases.js';

export const cases = casesOf('time/confirmed-after-as-of', {
  found: {
    'a confirmation of the day after': {
      records: [confirmedEvent('a', { by: ['source:a'], at: '2024-06-14' }, { asOf: '2024-06-13' })],
      at: ['event:a /confirmation/at'],
      related: ['event:a /asOf'],
    },
  },
  passed: {
    'the same day': [
      confirmedEvent('a', { by: ['source:a'], at: '2024-06-14T20:00:00Z' }, { asOf: '2024-06-14' }),
    ],
    'one of several days': [
      confirmedEvent('a', { by: ['source:a'], at: '2024-06-14' }, { asOf: '[2024-06-01..2024-06-18]' }),
    ],
    'no date': [confirmedEvent('a', { by: ['source:a'] }, { asOf: '2024-06-13' })],
  },
});
