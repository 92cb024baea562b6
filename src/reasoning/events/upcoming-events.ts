import type { Dataset } from '../../dataset/dataset.js';
import type { ScheduledEvent, ScheduledTime } from '../../records/scheduled-event.js';
import type { EventPhase, EventStatus } from '../../vocabulary/scheduled-event.js';
import {
  alternativesOf,
  isPossiblyBy,
  isSurelyBy,
  type Moment,
  momentOf,
  unknownMoment,
} from '../time/moment.js';

/** Whether an event lies in a window whatever its date turns out to be, or only may. */
export type WindowCertainty = 'surely' | 'possibly';

/** What {@link upcomingEvents} is asked for. */
export interface UpcomingEventsOptions {
  /** The first moment of the window: an instant or a fuzzy date, which means its beginning. */
  readonly from: string;
  /** The last moment of the window: an instant or a fuzzy date, which means its end. */
  readonly to: string;
  /** `surely` leaves out what only may lie in the window; `possibly` leaves out nothing that may. */
  readonly certainty: WindowCertainty;
  /** Only events whose stored status is this one. */
  readonly status?: EventStatus | undefined;
}

/** An event that may lie in a window. */
export interface UpcomingEvent {
  readonly event: ScheduledEvent;
  /** How sure it is that it starts in the window, should it take place. */
  readonly certainty: WindowCertainty;
  /** What says when it starts: its start, the span it falls in, or nothing. */
  readonly basis: 'start' | 'window' | 'undated';
}

const upcomingPhases: readonly EventPhase[] = ['proposed', 'planned', 'postponed', 'ongoing'];

/**
 * Lists the events that start, or may start, in a window, both ends included: those that are neither cancelled nor
 * past, by their earliest start and then by id.
 *
 * `surely` is about the date alone, and the date must stand: one whose own status is `unconfirmed`, `denied` or
 * `disputed` is never sure. An event without a date, or whose date is denied, may lie in any window. Whether it takes
 * place at all is what its `status` says.
 *
 * @throws FuzzyDateError when `from` or `to` is neither an instant nor a fuzzy date.
 *
 * @example
 * ```ts
 * import { loadDataset, upcomingEvents } from 'newsdomain';
 *
 * const planned = (id, start) => ({ type: 'scheduled-event', id, name: 'A visit', status: 'unconfirmed', phase: 'planned', start });
 * const dataset = loadDataset([
 *   planned('event:a', { date: '2024-06-19' }),
 *   planned('event:b', { date: '2024-06' }),
 *   planned('event:c', { date: '2024-07-01' }),
 * ]);
 * const ids = (certainty) => upcomingEvents(dataset, { from: '2024-06-15', to: '2024-06-21', certainty }).map(({ event }) => event.id);
 * ids('surely'); // => ['event:a']
 * ids('possibly'); // => ['event:b', 'event:a']
 * ```
 */
export function upcomingEvents(dataset: Dataset, options: UpcomingEventsOptions): readonly UpcomingEvent[] {
  const from = momentOf(options.from);
  const to = momentOf(options.to);
  const found: (UpcomingEvent & { readonly earliest: number })[] = [];
  for (const event of dataset.scheduledEvents) {
    if (!upcomingPhases.includes(event.phase)) continue;
    if (options.status !== undefined && event.status !== options.status) continue;
    const dated = startOf(event);
    const certainty = certaintyOf(dated, from, to);
    if (certainty === undefined || (options.certainty === 'surely' && certainty === 'possibly')) continue;
    found.push({
      event,
      certainty,
      basis: dated.basis,
      earliest: dated.moments[0]?.earliest ?? Number.NEGATIVE_INFINITY,
    });
  }
  return found
    .sort((a, b) => order(a.earliest, b.earliest) || order(a.event.id, b.event.id))
    .map(({ event, certainty, basis }) => ({ event, certainty, basis }));
}

const order = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

interface DatedStart {
  /** The moments it may be, the earliest first. */
  readonly moments: readonly Moment[];
  readonly basis: UpcomingEvent['basis'];
  /** Whether the date is more than a date that somebody mentioned. */
  readonly stands: boolean;
}

/** When an event starts, as far as its record says. */
function startOf({ start, window }: ScheduledEvent): DatedStart {
  if (start?.date !== undefined && start.status !== 'denied') {
    return { moments: alternativesOf(start.date, start.timeZone), basis: 'start', stands: stands(start) };
  }
  if (window?.date !== undefined) {
    return {
      moments: alternativesOf(window.date, window.timeZone),
      basis: 'window',
      stands: start === undefined || stands(start),
    };
  }
  return { moments: [unknownMoment], basis: 'undated', stands: false };
}

const stands = ({ status }: ScheduledTime): boolean =>
  status === undefined || status === 'agreed' || status === 'confirmed';

function certaintyOf({ moments, stands }: DatedStart, from: Moment, to: Moment): WindowCertainty | undefined {
  const begin = { ...from, latest: from.earliest };
  const end = { ...to, earliest: to.latest };
  if (!moments.some((moment) => isPossiblyBy(begin, moment) && isPossiblyBy(moment, end))) return undefined;
  const surely = moments.every((moment) => isSurelyBy(begin, moment) && isSurelyBy(moment, end));
  return stands && surely ? 'surely' : 'possibly';
}
