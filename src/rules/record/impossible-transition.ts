import { canTransition, isFinalPhase } from '../../reasoning/events/transitions.js';
import type { Problem } from '../../schema/problem.js';
import type { EventPhase } from '../../vocabulary/scheduled-event.js';
import type { RecordParts } from '../record-parts.js';
import type { RecordRule } from '../rule.js';

/** An event that passed from one phase to another that cannot follow it. */
export const impossibleTransition: RecordRule<'scheduled-event'> = {
  scope: 'record',
  code: 'event/impossible-transition',
  severity: 'error',
  title: 'a phase that cannot follow the one before',
  explanation:
    'Each phase in history, and the phase of the event after them, must be one that can follow the phase before: proposed, then planned, then postponed, cancelled, ongoing, occurred or not-held. Nothing goes back to proposed, and what was postponed is planned again before it goes on. A phase is missing in the history, or one is wrong. occurred and not-held may be followed by anything: that is a correction.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'proposed',
      history: [{ phase: 'planned', start: { date: '2024-06-19' } }],
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'postponed',
      history: [{ phase: 'planned', start: { date: '2024-06-19' } }],
    },
  ],
  types: ['scheduled-event'],
  reads: ['history.*.phase', 'phase'],
  check(event) {
    return phaseSteps(event).flatMap(({ from, to }): Problem[] => {
      if (isPossible(from.phase, to.phase) || isRevival(from.phase, to.phase)) return [];
      return [
        {
          code: 'event/impossible-transition',
          path: to.path,
          message: `an event does not pass from "${from.phase}" to "${to.phase}"`,
          expected: 'a phase that can follow, or the one in between',
          related: [{ path: from.path, message: 'the phase before' }],
        },
      ];
    });
  },
};

/** A phase of an event, and where it stands. */
export interface PhasePlace {
  readonly phase: EventPhase;
  readonly path: readonly (string | number)[];
}

/** The steps from phase to phase that an event took, as far as its history tells them. */
export function phaseSteps({
  history = [],
  phase,
}: RecordParts<'scheduled-event'>): readonly { readonly from: PhasePlace; readonly to: PhasePlace }[] {
  const places = history.flatMap((entry, index): PhasePlace[] =>
    entry.phase === undefined ? [] : [{ phase: entry.phase, path: ['history', index, 'phase'] }],
  );
  if (phase !== undefined) places.push({ phase, path: ['phase'] });
  return places.slice(1).map((to, index) => ({ from: places[index]!, to }));
}

/** Two entries of one phase are two things known of it, and whatever follows a final phase is a correction. */
const isPossible = (from: EventPhase, to: EventPhase): boolean =>
  from === to || isFinalPhase(from) || canTransition(from, to);

/** What was called off and goes on all the same has a rule of its own. */
export const isRevival = (from: EventPhase, to: EventPhase): boolean =>
  from === 'cancelled' && (to === 'ongoing' || to === 'occurred');
