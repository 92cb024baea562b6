import type { EventPhase } from '../../vocabulary/scheduled-event.js';

/** The phases that may follow each phase. `occurred` and `not-held` are final: only a correction leads away. */
export const eventTransitions: Readonly<Record<EventPhase, readonly EventPhase[]>> = {
  proposed: ['planned', 'occurred', 'cancelled'],
  planned: ['planned', 'postponed', 'cancelled', 'ongoing', 'occurred', 'not-held'],
  postponed: ['planned', 'occurred', 'cancelled', 'not-held'],
  cancelled: ['planned'],
  ongoing: ['postponed', 'occurred', 'cancelled'],
  occurred: [],
  'not-held': [],
};

/**
 * Tells whether an event may pass from one phase to another without a correction. `cancelled` to `planned` may, yet
 * `transitionEvent` asks for evidence of it.
 *
 * @example
 * ```ts
 * import { canTransition } from 'newsdomain';
 *
 * canTransition('planned', 'postponed'); // => true
 * canTransition('planned', 'planned'); // => true
 * canTransition('occurred', 'planned'); // => false
 * ```
 */
export function canTransition(from: EventPhase, to: EventPhase): boolean {
  return eventTransitions[from].includes(to);
}

/** Whether a phase is final: nothing follows it but a correction. */
export function isFinalPhase(phase: EventPhase): boolean {
  return eventTransitions[phase].length === 0;
}
