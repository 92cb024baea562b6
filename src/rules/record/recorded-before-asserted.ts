import { isDateSurelyBefore } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** A claim that was entered before anybody made it. */
export const recordedBeforeAsserted: RecordRule<'claim'> = {
  scope: 'record',
  code: 'time/recorded-before-asserted',
  severity: 'error',
  title: 'a claim entered before it was made',
  explanation:
    'recordedAt is when a claim was entered here, and assertedAt when somebody made it: nobody can enter a claim before that. Usually a year is wrong, or the time of what is claimed stands in assertedAt; that belongs in times.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit begins on 19 June.',
      assertedAt: '2024-06-19',
      recordedAt: '2024-06-12T10:00:00Z',
    },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit begins on 19 June.',
      assertedAt: '2024-06-12',
      recordedAt: '2024-06-12T10:00:00Z',
      times: [{ of: 'content', date: '2024-06-19' }],
    },
  ],
  types: ['claim'],
  reads: ['assertedAt', 'recordedAt'],
  check({ assertedAt, recordedAt }) {
    if (!isDateSurelyBefore(recordedAt, assertedAt)) return [];
    return [
      {
        code: 'time/recorded-before-asserted',
        path: ['recordedAt'],
        message: `recorded at ${recordedAt}, before it was asserted ${assertedAt}`,
        expected: `${assertedAt} or later`,
        related: [{ path: ['assertedAt'], message: 'asserted' }],
      },
    ];
  },
};
