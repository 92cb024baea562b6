import type { EventPhase } from '../../vocabulary/scheduled-event.js';
import { isSurelyBefore, momentAt, momentOfTime } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** What an event can only be once its start has come. */
export const begunPhases: ReadonlySet<EventPhase | undefined> = new Set<EventPhase | undefined>([
  'ongoing',
  'occurred',
  'not-held',
]);

/** An event that has begun as of a time before it starts. */
export const occurredBeforeStart: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/occurred-before-start',
  severity: 'error',
  title: 'an event that took place before it started',
  explanation:
    'The phase is ongoing, occurred or not-held as of a time that lies before the start for certain. What is still to come is proposed or planned; otherwise the date or asOf is wrong.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'occurred',
      asOf: '2024-06-12',
      start: { date: '2024-06-19' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'occurred',
      asOf: '2024-06-20',
      start: { date: '2024-06-19' },
    },
  ],
  types: ['scheduled-event'],
  reads: ['phase', 'asOf', 'start'],
  check({ phase, asOf, start }) {
    if (asOf === undefined || !begunPhases.has(phase)) return [];
    const begin = momentOfTime(start);
    if (begin === undefined || !isSurelyBefore(momentAt(asOf), begin)) return [];
    return [
      {
        code: 'time/occurred-before-start',
        path: ['phase'],
        message: `${phase} as of ${asOf}, yet it starts ${start?.date}`,
        expected: 'a phase of what is still to come, such as "planned"',
        related: [
          { path: ['start', 'date'], message: 'the start' },
          { path: ['asOf'], message: 'as of this time' },
        ],
      },
    ];
  },
};
