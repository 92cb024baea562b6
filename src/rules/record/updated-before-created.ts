import { recordTypes } from '../../vocabulary/record-type.js';
import { isInstantAfter } from '../common/instants.js';
import type { RecordRule } from '../rule.js';

/** A record that was changed before it was made. */
export const updatedBeforeCreated: RecordRule = {
  scope: 'record',
  code: 'time/updated-before-created',
  severity: 'error',
  title: 'a record changed before it was made',
  explanation:
    'updatedAt is when the record was last changed and createdAt when it was made, so it is never the earlier of the two. Usually they were swapped, or one has the wrong offset from UTC.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      createdAt: '2024-06-12T09:30:00Z',
      updatedAt: '2024-06-11T09:30:00Z',
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      createdAt: '2024-06-11T09:30:00Z',
      updatedAt: '2024-06-12T09:30:00Z',
    },
  ],
  types: recordTypes,
  reads: ['createdAt', 'updatedAt'],
  check({ createdAt, updatedAt }) {
    if (createdAt === undefined || updatedAt === undefined) return [];
    if (!isInstantAfter(createdAt, updatedAt)) return [];
    return [
      {
        code: 'time/updated-before-created',
        path: ['updatedAt'],
        message: `updated at ${updatedAt}, before it was created at ${createdAt}`,
        expected: `${createdAt} or later`,
        related: [{ path: ['createdAt'], message: 'created' }],
      },
    ];
  },
};
