import type { Dataset } from '../../dataset/dataset.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { EventPhase, EventStatus } from '../../vocabulary/scheduled-event.js';
import { askedMoment, isPossiblyBy, isSurelyBy, type Moment } from '../time/moment.js';
import { ordersOf, sortByKnownOrder } from './known-order.js';
import { type KnownStart, type StartBasis, startOf } from './start-of.js';

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
  /**
   * What says when it starts: its start, the span it falls in, or, where it has neither, how it relates to events that
   * surely take place; `recurrence` where only a repetition of it may start in the window; `undated` where nothing does.
   */
  readonly basis: StartBasis | 'recurrence';
}

const upcomingPhases: readonly EventPhase[] = ['proposed', 'planned', 'postponed', 'ongoing'];

/**
 * Lists the events that start, or may start, in a window, both ends included: those that are neither cancelled nor
 * past, by their earliest start and then by id. What is said to come after another event of the list follows it, dates
 * or no dates, unless it only possibly does.
 *
 * `surely` is about the date alone, and the date must stand: one whose own status is `unconfirmed`, `denied` or
 * `disputed` is never sure. An event without a date, or whose date is denied, may lie in any window, but for what
 * certain relations to confirmed events rule out. Repetitions are not reckoned: an event that recurs may start again at
 * any time after its first start. Whether it takes place at all is what its `status` says.
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
  const begin = beginOf(askedMoment(options.from));
  const end = endOf(askedMoment(options.to));
  const found: (UpcomingEvent & { readonly id: string; readonly earliest: number })[] = [];
  for (const event of dataset.scheduledEvents) {
    if (!upcomingPhases.includes(event.phase)) continue;
    if (options.status !== undefined && event.status !== options.status) continue;
    const start = startOf(event, dataset);
    const direct = certaintyOf(start, begin, end);
    const certainty = direct ?? recurringCertainty(event, start, end);
    if (certainty === undefined || (options.certainty === 'surely' && certainty === 'possibly')) continue;
    const basis = direct === undefined ? 'recurrence' : start.basis;
    found.push({ event, certainty, basis, id: event.id, earliest: earliestOf(start) });
  }
  const orders = ordersOf(dataset.scheduledEvents).filter(
    ({ certainty }) => certainty !== 'possible' && certainty !== 'underspecified',
  );
  return sortByKnownOrder(found, orders).map(({ event, certainty, basis }) => ({ event, certainty, basis }));
}

const beginOf = (moment: Moment): Moment => ({ ...moment, latest: moment.earliest });
const endOf = (moment: Moment): Moment => ({ ...moment, earliest: moment.latest });

const earliestOf = ({ moments, notBefore }: KnownStart): number =>
  notBefore.reduce(
    (latest, { earliest }) => Math.max(latest, earliest),
    moments[0]?.earliest ?? Number.NEGATIVE_INFINITY,
  );

function certaintyOf(start: KnownStart, begin: Moment, end: Moment): WindowCertainty | undefined {
  const { moments, notBefore, notAfter, stands } = start;
  const possibly =
    moments.some((moment) => isPossiblyBy(begin, moment) && isPossiblyBy(moment, end)) &&
    notBefore.every((moment) => isPossiblyBy(moment, end)) &&
    notAfter.every((moment) => isPossiblyBy(begin, moment));
  if (!possibly) return undefined;
  const notBeforeBegin = (moment: Moment): boolean => isSurelyBy(begin, moment);
  const notAfterEnd = (moment: Moment): boolean => isSurelyBy(moment, end);
  const surely =
    (moments.every(notBeforeBegin) || notBefore.some(notBeforeBegin)) &&
    (moments.every(notAfterEnd) || notAfter.some(notAfterEnd));
  return stands && surely ? 'surely' : 'possibly';
}

/** A repetition may start at any time after the first start. */
function recurringCertainty(
  { recurrence }: ScheduledEvent,
  { moments }: KnownStart,
  end: Moment,
): WindowCertainty | undefined {
  return recurrence !== undefined && moments.some((moment) => isPossiblyBy(moment, end))
    ? 'possibly'
    : undefined;
}
