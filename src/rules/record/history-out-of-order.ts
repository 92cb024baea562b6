import type { Problem } from '../../schema/problem.js';
import { laterWitness, momentAt } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** Earlier schedules of an event that are not in the order of time. */
export const historyOutOfOrder: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/history-out-of-order',
  severity: 'error',
  title: 'a history of an event that is not oldest first',
  explanation:
    'history lists earlier schedules, oldest first, and what the event says itself comes after all of them. An entry is dated after a later one, or after asOf, for certain. Put the entries in order, or mend the date.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      history: [
        { start: { date: '2024-06-25' }, at: '2024-06-14' },
        { start: { date: '2024-06-19' }, at: '2024-06-01' },
      ],
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      history: [
        { start: { date: '2024-06-19' }, at: '2024-06-01' },
        { start: { date: '2024-06-25' }, at: '2024-06-14' },
      ],
    },
  ],
  types: ['scheduled-event'],
  reads: ['history.*.at', 'asOf'],
  check({ history = [], asOf }) {
    const dated = history.flatMap(({ at }, index) =>
      at === undefined ? [] : [{ at, path: ['history', index, 'at'], moment: momentAt(at) }],
    );
    if (dated.length === 0) return [];
    if (asOf !== undefined) dated.push({ at: asOf, path: ['asOf'], moment: momentAt(asOf) });
    const problems: Problem[] = [];
    const before = laterWitness<(typeof dated)[number]>();
    for (const entry of dated) {
      const later = before.find(entry.moment);
      // one entry that is too early is one mistake: what follows is held to those before it
      if (later === undefined) before.add(entry);
      else {
        problems.push({
          code: 'time/history-out-of-order',
          path: entry.path,
          message: `${entry.at} comes before ${later.at}, which stands before it: a history is told oldest first`,
          expected: `${later.at} or later`,
          related: [{ path: later.path, message: 'this stands before it' }],
        });
      }
    }
    return problems;
  },
};
