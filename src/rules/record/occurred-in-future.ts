import { isSurelyBefore, momentAt, momentOfTime } from '../common/moments.js';
import { timeApart } from '../common/time-apart.js';
import type { RecordRule } from '../rule.js';
import { begunPhases } from './occurred-before-start.js';

/** An event that has begun, though its start is still to come. */
export const occurredInFuture: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/occurred-in-future',
  severity: 'error',
  title: 'an event that took place in the future',
  explanation:
    'The phase is ongoing, occurred or not-held, and the start has surely not come. What is still to come is proposed or planned; otherwise the date is wrong.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'occurred',
      start: { date: '2042-06-19' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2042-06-19' },
    },
  ],
  now: '2024-06-20T00:00:00Z',
  types: ['scheduled-event'],
  reads: ['phase', 'start'],
  check({ phase, start }, { now }) {
    if (now === undefined || !begunPhases.has(phase)) return [];
    const begin = momentOfTime(start);
    if (begin === undefined || !isSurelyBefore(momentAt(now), begin)) return [];
    const until = timeApart(momentAt(now), begin);
    return [
      {
        code: 'time/occurred-in-future',
        path: ['phase'],
        message: `${phase}, yet it starts ${start?.date}, and it is only ${now}${until === undefined ? '' : `: at least ${until} before`}`,
        expected: 'a phase of what is still to come, such as "planned"',
        related: [{ path: ['start', 'date'], message: 'the start' }],
      },
    ];
  },
};
