import { isSurelyBefore, momentOfTime } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** An event that starts outside of the span it falls in. */
export const startOutsideWindow: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/start-outside-window',
  severity: 'error',
  title: 'an event that starts outside of its window',
  explanation:
    'window is the span an event falls in, such as "over the next few weeks", and the start lies outside of it for certain. A schedule that was given up belongs in history, with its window.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-08-19' },
      window: { date: '2024-06/2024-07', phrase: 'over the next few weeks' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-07-19' },
      window: { date: '2024-06/2024-07', phrase: 'over the next few weeks' },
    },
  ],
  types: ['scheduled-event'],
  reads: ['start', 'window'],
  check({ start, window }) {
    if (start?.status === 'denied' || start?.status === 'disputed') return [];
    const begin = momentOfTime(start);
    const span = momentOfTime(window);
    if (begin === undefined || span === undefined) return [];
    if (!isSurelyBefore(begin, span) && !isSurelyBefore(span, begin)) return [];
    return [
      {
        code: 'time/start-outside-window',
        path: ['start', 'date'],
        message: `the start ${start?.date} lies outside of the window ${window?.date}`,
        expected: `some time within ${window?.date}`,
        related: [{ path: ['window', 'date'], message: 'the window' }],
      },
    ];
  },
};
