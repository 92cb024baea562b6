import { isAsserted } from '../common/event-order.js';
import { isRevival, phaseSteps } from '../record/impossible-transition.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** An event that was called off and takes place all the same. */
export const cancelledYetOngoing: DatasetRule = {
  scope: 'dataset',
  code: 'event/cancelled-yet-ongoing',
  severity: 'error',
  title: 'an event that was cancelled and takes place all the same',
  explanation:
    'The last that history tells of an event is that it was cancelled, and its phase is ongoing or occurred; or it is cancelled, or was not held, while an event that is a part of it is ongoing or occurred. Where it was planned again, say so in an entry of history in between; otherwise one of the phases is out of date.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A summit',
      status: 'unconfirmed',
      phase: 'ongoing',
      history: [{ phase: 'cancelled', at: '2024-06-12' }],
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A summit',
      status: 'unconfirmed',
      phase: 'ongoing',
      history: [
        { phase: 'cancelled', at: '2024-06-12' },
        { phase: 'planned', at: '2024-06-14' },
      ],
    },
  ],
  reads: {
    'scheduled-event': [
      'phase',
      'history.*.phase',
      'relations.*.type',
      'relations.*.eventId',
      'relations.*.certainty',
    ],
  },
  judge(facts) {
    return facts
      .records('scheduled-event', 'history', 'relations')
      .flatMap((event): readonly DatasetProblem[] => {
        const { record, parts } = event;
        const revived = phaseSteps(parts).flatMap(({ from, to }): DatasetProblem[] =>
          isRevival(from.phase, to.phase)
            ? [
                {
                  record,
                  path: to.path,
                  message: `"${to.phase}", though it was cancelled before and not planned again`,
                  expected: '"cancelled", or an entry that says when it was planned again',
                  related: [{ record, path: from.path, message: 'cancelled' }],
                },
              ]
            : [],
        );
        if (parts.phase !== 'ongoing' && parts.phase !== 'occurred') return revived;
        const parted = (parts.relations ?? []).flatMap((relation, index): DatasetProblem[] => {
          const { type, eventId } = relation;
          if ((type !== 'part-of' && type !== 'begins') || !isAsserted(relation)) return [];
          const whole = facts.find('scheduled-event', eventId);
          const phase = whole?.parts.phase;
          if (whole === undefined || (phase !== 'cancelled' && phase !== 'not-held')) return [];
          return [
            {
              record: whole.record,
              path: ['phase'],
              message: `"${phase}", though ${JSON.stringify(event.id ?? '')}, which is a part of it, is ${parts.phase}`,
              expected: 'a phase that its parts allow',
              related: [
                { record, path: ['phase'], message: `the part is ${parts.phase}` },
                { record, path: ['relations', index, 'type'], message: 'it is a part' },
              ],
            },
          ];
        });
        return [...revived, ...parted];
      });
  },
};
