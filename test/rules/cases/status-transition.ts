import { casesOf, claim } from '../../support/rule-cases.js';

const was = (...states: readonly (readonly [status: string, at: string])[]): object => ({
  statusHistory: states.map(([status, at]) => ({ status, at })),
});

export const cases = casesOf('claim/status-transition', {
  found: {
    'a claim that stood again after it was retracted': {
      records: [claim('a', was(['retracted', '2024-06-12'], ['asserted', '2024-06-20']))],
      at: ['claim:a /statusHistory/1/status'],
      related: ['claim:a /statusHistory/0/status'],
    },
    'in whatever order the states are listed': {
      records: [claim('a', was(['corrected', '2024-06-20'], ['retracted', '2024-06-12']))],
      at: ['claim:a /statusHistory/0/status'],
    },
    'a recordStatus that the history is beyond': {
      records: [
        claim('a', {
          recordStatus: 'asserted',
          ...was(['asserted', '2024-06-12'], ['retracted', '2024-06-20']),
        }),
      ],
      at: ['claim:a /recordStatus'],
      related: ['claim:a /statusHistory/1/status'],
    },
    'one mistake once': {
      records: [
        claim('a', {
          recordStatus: 'asserted',
          ...was(['retracted', '2024-06-12'], ['asserted', '2024-06-20']),
        }),
      ],
      at: ['claim:a /statusHistory/1/status'],
    },
  },
  passed: {
    'a life from beginning to end': [
      claim('a', {
        recordStatus: 'retracted',
        ...was(
          ['asserted', '2024-06-01'],
          ['corrected', '2024-06-10'],
          ['superseded', '2024-06-12'],
          ['retracted', '2024-06-20'],
        ),
      }),
    ],
    'states of one day': [claim('a', was(['retracted', '2024-06-12'], ['corrected', '2024-06-12']))],
    'times too vague to tell': [claim('a', was(['retracted', '2024-06'], ['corrected', '2024-06-20?']))],
    'a status that the history does not date': [
      claim('a', { recordStatus: 'retracted', ...was(['corrected', '2024-06-12']) }),
    ],
  },
});
