import { isDateSurelyBefore } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** An event that is confirmed as of a time before it was confirmed. */
export const confirmedAfterAsOf: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'time/confirmed-after-as-of',
  severity: 'error',
  title: 'a confirmation that came after the time as of which the event is confirmed',
  explanation:
    'asOf says when status and phase were so, and confirmation.at when somebody confirmed it. As of a time before that the event was not confirmed. Move asOf to the confirmation or later, or leave it out.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], at: '2024-06-14' },
      phase: 'planned',
      asOf: '2024-06-12',
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], at: '2024-06-14' },
      phase: 'planned',
      asOf: '2024-06-14',
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  types: ['scheduled-event'],
  reads: ['confirmation.at', 'asOf'],
  check({ confirmation, asOf }) {
    if (!isDateSurelyBefore(asOf, confirmation?.at)) return [];
    return [
      {
        code: 'time/confirmed-after-as-of',
        path: ['confirmation', 'at'],
        message: `confirmed ${confirmation?.at}, yet the status is that of ${asOf}`,
        expected: `${asOf} or earlier`,
        related: [{ path: ['asOf'], message: 'as of this time it counts as confirmed' }],
      },
    ];
  },
};
