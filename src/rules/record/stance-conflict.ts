import type { Problem } from '../../schema/problem.js';
import type { RecordRule } from '../rule.js';

/** A claim in which one source confirms and denies the same thing. */
export const stanceConflict: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/stance-conflict',
  severity: 'error',
  title: 'two stances of one source that exclude each other',
  explanation:
    'In one claim a source takes one side: it confirms an aspect of an event, denies it, or says that it is not confirmed. Where two sources differ, say so with sourceId; where one changed its mind, that is another claim with its own assertedAt.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      stances: [
        { eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' },
        { eventId: 'event:a', aspect: 'occurrence', stance: 'denies' },
      ],
    },
    { type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      stances: [
        { eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' },
        { eventId: 'event:a', aspect: 'date', stance: 'unconfirmed' },
      ],
    },
    { type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' },
  ],
  types: ['claim'],
  reads: ['stances'],
  check({ stances = [] }) {
    if (stances.length < 2) return [];
    const first = new Map<string, number>();
    const problems: Problem[] = [];
    for (const [index, { eventId, aspect, sourceId, stance, value }] of stances.entries()) {
      if (stance !== 'confirms' && stance !== 'denies' && stance !== 'unconfirmed') continue;
      // only what is said of the same thing excludes each other: a source may deny one date and confirm another
      const key = JSON.stringify([eventId, aspect, sourceId, value]);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else if (stances[earlier]?.stance !== stance) {
        problems.push({
          code: 'claim/stance-conflict',
          path: ['stances', index, 'stance'],
          message: `"${stance}" and "${stances[earlier]?.stance}" of the same source on the same ${aspect}`,
          expected: 'one stance of a source on an aspect',
          related: [{ path: ['stances', earlier, 'stance'], message: 'the other stance' }],
        });
      }
    }
    return problems;
  },
};
