import { assertFuzzyDate, type FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ClaimId } from '../../primitives/id.js';
import type { ArticleAnchor } from '../../records/common/text-anchor.js';
import type { TimeReference } from '../../records/common/time-reference.js';
import type {
  Confirmation,
  EventHistoryEntry,
  ScheduledEvent,
  ScheduledEventBase,
  ScheduledTime,
} from '../../records/scheduled-event.js';
import type { EventPhase } from '../../vocabulary/scheduled-event.js';
import { canTransition, isFinalPhase } from './transitions.js';

/** Why an event cannot pass into a phase. */
export type TransitionErrorCode =
  | 'not-allowed'
  | 'correction-needed'
  | 'evidence-needed'
  | 'schedule-needed'
  | 'empty-confirmation';

/** The reason why an event cannot pass into a phase. */
export class TransitionError extends Error {
  override readonly name = 'TransitionError';
  /** The kind of reason. */
  readonly code: TransitionErrorCode;

  constructor(code: TransitionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** When an event is to take place. */
export interface EventSchedule {
  readonly start?: ScheduledTime | undefined;
  readonly end?: ScheduledTime | undefined;
  readonly window?: TimeReference<ArticleAnchor> | undefined;
}

/** How an event passes into a phase. */
export interface TransitionOptions {
  /** When it does, or as of when it is known to have. */
  readonly at: string;
  /**
   * The schedule from now on, as a whole. Absent: what was planned stays, except that a postponed event has none.
   * A reschedule, from `planned` to `planned`, needs one.
   */
  readonly schedule?: EventSchedule | undefined;
  /** Who confirms the new phase. Without it the result is unconfirmed, whatever the event was before. */
  readonly confirmation?: Confirmation | undefined;
  /** The claims that say so; a cancelled event is reinstated only with these or with a confirmation. */
  readonly claimIds?: readonly ClaimId[] | undefined;
  /** Whether what was recorded before was wrong: the only way out of `occurred` and `not-held`. */
  readonly correction?: boolean | undefined;
  /** A remark for people, kept in the history. */
  readonly note?: string | undefined;
}

/**
 * Gives an event in its next phase; the phase, status and schedule that it had go to the end of its history. The
 * result is unconfirmed unless a confirmation is handed in: whoever confirmed a plan has not confirmed that it was
 * cancelled or took place.
 *
 * @throws TransitionError when the phases do not follow each other or something that this takes is missing.
 * @throws FuzzyDateError when `at` is no fuzzy date.
 *
 * @example
 * ```ts
 * import { defineScheduledEvent, transitionEvent } from 'newsdomain';
 *
 * const visit = defineScheduledEvent({
 *   type: 'scheduled-event',
 *   id: 'event:visit',
 *   name: 'A visit',
 *   status: 'confirmed',
 *   confirmation: { by: ['source:host'] },
 *   phase: 'planned',
 *   start: { date: '2024-06-19' },
 * });
 * const postponed = transitionEvent(visit, 'postponed', { at: '2024-06-15' });
 * [postponed.phase, postponed.status, postponed.start]; // => ['postponed', 'unconfirmed', undefined]
 * postponed.history; // => [{ phase: 'planned', status: 'confirmed', start: { date: '2024-06-19' }, at: '2024-06-15' }]
 * transitionEvent(visit, 'proposed', { at: '2024-06-15' }); // throws TransitionError
 * ```
 */
export function transitionEvent(
  event: ScheduledEvent,
  to: EventPhase,
  options: TransitionOptions,
): ScheduledEvent {
  const at: string = options.at;
  assertFuzzyDate(at);
  assertTransition(event.phase, to, options);
  const { status: _, confirmation: __, asOf: ___, start, end, window, ...rest } = event;
  const schedule = options.schedule ?? (to === 'postponed' ? {} : { start, end, window });
  const next: ScheduledEventBase = {
    ...rest,
    phase: to,
    asOf: at,
    ...present(schedule),
    history: [...(event.history ?? []), historyEntry(event, at, options)],
  };
  return options.confirmation === undefined
    ? { ...next, status: 'unconfirmed' }
    : { ...next, status: 'confirmed', confirmation: options.confirmation };
}

function assertTransition(from: EventPhase, to: EventPhase, options: TransitionOptions): void {
  if (options.confirmation !== undefined && options.confirmation.by.length === 0) {
    throw new TransitionError('empty-confirmation', 'A confirmation names the sources that confirm.');
  }
  if (isFinalPhase(from)) {
    if (options.correction === true) return;
    throw new TransitionError(
      'correction-needed',
      `"${from}" is final: only a correction leads away from it.`,
    );
  }
  if (!canTransition(from, to)) {
    throw new TransitionError('not-allowed', `An event does not pass from "${from}" to "${to}".`);
  }
  const evidence = options.confirmation !== undefined || (options.claimIds?.length ?? 0) > 0;
  if (from === 'cancelled' && !evidence) {
    throw new TransitionError(
      'evidence-needed',
      'A cancelled event is reinstated on the word of claims or of a confirmation.',
    );
  }
  if (from === 'planned' && to === 'planned' && options.schedule === undefined) {
    throw new TransitionError('schedule-needed', 'A reschedule says what the schedule is from now on.');
  }
}

/** What the event was until now. */
function historyEntry(event: ScheduledEvent, at: FuzzyDate, options: TransitionOptions): EventHistoryEntry {
  const { phase, status, start, end, window } = event;
  const claimIds = [...new Set([...(event.confirmation?.claimIds ?? []), ...(options.claimIds ?? [])])];
  return {
    phase,
    status,
    ...present({ start, end, window }),
    at,
    ...(claimIds.length === 0 ? {} : { claimIds }),
    ...(options.note === undefined ? {} : { note: options.note }),
  };
}

/** A schedule without the keys that are undefined, so that what comes out is plain JSON. */
function present({ start, end, window }: EventSchedule): EventSchedule {
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(window === undefined ? {} : { window }),
  };
}
