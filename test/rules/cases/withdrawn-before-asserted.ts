import { casesOf, claim } from '../../support/rule-cases.js';

const was = (status: string, at: string, more: object = {}): object =>
  claim('a', { assertedAt: '2024-06-12', statusHistory: [{ status, at }], ...more });

export const cases = casesOf('time/withdrawn-before-asserted', {
  found: {
    'a retraction of the year before': {
      records: [was('retracted', '2023-06-20')],
      at: ['claim:a /statusHistory/0/at'],
      related: ['claim:a /assertedAt'],
    },
    'a correction of the day before': {
      records: [was('corrected', '2024-06-11')],
      at: ['claim:a /statusHistory/0/at'],
    },
  },
  passed: {
    'a retraction of the same day': [was('retracted', '2024-06-12')],
    'an assertion, which may be an earlier one': [was('asserted', '2024-06-01')],
    'a claim of unknown time': [claim('a', { statusHistory: [{ status: 'retracted', at: '2023' }] })],
  },
});
