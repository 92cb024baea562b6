import { isSurelyBefore, momentAt, momentOfEvent, momentOfTime } from '../common/moments.js';
import { timeApart } from '../common/time-apart.js';
import type { RecordRule } from '../rule.js';

/** An event that is still to come by its phase, and past by its dates. */
export const pastButPlanned: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/past-but-planned',
  severity: 'warning',
  title: 'an event that is past and still planned',
  explanation:
    'The event is proposed or planned, and all the time in which it can begin lies before now. Nobody has entered what became of it. Say so in phase: ongoing, occurred, postponed, cancelled or not-held. Silence confirms nothing: what is not known to have taken place is not occurred.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-19' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06' },
    },
  ],
  now: '2024-06-25T12:00:00Z',
  types: ['scheduled-event'],
  reads: ['phase', 'start', 'end', 'window', 'recurrence'],
  check({ phase, start, end, window, recurrence }, { now }) {
    // of what recurs the start is only the first time
    if (now === undefined || (phase !== 'planned' && phase !== 'proposed') || recurrence !== undefined)
      return [];
    const when = momentOfEvent({ start, window });
    const last = momentOfTime(end);
    const moment = momentAt(now);
    if (when === undefined || !isSurelyBefore(when.moment, moment)) return [];
    if (last !== undefined && !isSurelyBefore(last, moment)) return [];
    const since = timeApart(last ?? when.moment, moment);
    return [
      {
        code: 'time/past-but-planned',
        path: ['phase'],
        message: `still ${phase}, though ${when.date} is past at ${now}${since === undefined ? '' : `, for at least ${since}`}; say what became of it`,
        expected: '"ongoing", "occurred", "postponed", "cancelled" or "not-held"',
        related: [{ path: when.path, message: 'this is past' }],
      },
    ];
  },
};
