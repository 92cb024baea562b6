import type { Dataset } from '../../dataset/dataset.js';
import type { ScheduledEvent, ScheduledTime } from '../../records/scheduled-event.js';
import { alternativesOf, type Moment, momentOf, unknownMoment } from '../time/moment.js';

/** What says when an event starts: its start, the span it falls in, how it relates to other events, or nothing. */
export type StartBasis = 'start' | 'window' | 'relations' | 'undated';

/** When an event starts, as far as is known. */
export interface KnownStart {
  /** The moments it may be, the earliest first. */
  readonly moments: readonly Moment[];
  /** Moments that it is surely no earlier than. */
  readonly notBefore: readonly Moment[];
  /** Moments that it is surely no later than. */
  readonly notAfter: readonly Moment[];
  readonly basis: StartBasis;
  /** Whether the date is more than a date that somebody mentioned. */
  readonly stands: boolean;
}

const stands = ({ status }: ScheduledTime): boolean =>
  status === undefined || status === 'agreed' || status === 'confirmed';

/** Finds when an event starts: from its own dates, else from the events that it surely comes before, after or within. */
export function startOf(event: ScheduledEvent, dataset: Dataset): KnownStart {
  const { start, window } = event;
  const unbound = { notBefore: [], notAfter: [] };
  if (start?.date !== undefined && start.status !== 'denied') {
    const moments = alternativesOf(start.date, start.timeZone);
    return { ...unbound, moments, basis: 'start', stands: stands(start) };
  }
  if (window?.date !== undefined) {
    const moments = alternativesOf(window.date, window.timeZone);
    return { ...unbound, moments, basis: 'window', stands: start === undefined || stands(start) };
  }
  const { notBefore, notAfter } = boundsOf(event, dataset);
  const bound = notBefore.length + notAfter.length > 0;
  return {
    moments: [unknownMoment],
    notBefore,
    notAfter,
    basis: bound ? 'relations' : 'undated',
    stands: bound,
  };
}

/** What surely takes place, and when, bounds what surely comes before, after or within it. */
function boundsOf(
  event: ScheduledEvent,
  dataset: Dataset,
): { readonly notBefore: readonly Moment[]; readonly notAfter: readonly Moment[] } {
  const notBefore: Moment[] = [];
  const notAfter: Moment[] = [];
  for (const { type, eventId, certainty } of event.relations ?? []) {
    if (certainty !== 'certain') continue;
    bind(type, dataset.find('scheduled-event', eventId));
  }
  for (const { from, pointer } of dataset.referencesTo(event.id)) {
    const index = /^\/relations\/(\d+)\/eventId$/.exec(pointer)?.[1];
    const relation = from.type === 'scheduled-event' ? from.relations?.[Number(index)] : undefined;
    if (from.type !== 'scheduled-event' || relation?.certainty !== 'certain') continue;
    if (relation.type === 'before') bind('after', from);
    else if (relation.type === 'after') bind('before', from);
  }
  return { notBefore, notAfter };

  function bind(type: string, other: ScheduledEvent | undefined): void {
    if (other === undefined || other.id === event.id || !surelyHappens(other)) return;
    const start = settled(other.start);
    const end = settled(other.end);
    if (type === 'after' || type === 'part-of' || type === 'begins') {
      if (start !== undefined) notBefore.push(start);
    }
    if (type === 'before' || type === 'begins') {
      if (start !== undefined) notAfter.push(start);
    } else if (type === 'part-of' && end !== undefined) notAfter.push(end);
  }
}

/** Whether an event takes place, as far as anybody can know. */
const surelyHappens = ({ status, phase }: ScheduledEvent): boolean =>
  status === 'confirmed' && (phase === 'planned' || phase === 'ongoing' || phase === 'occurred');

const settled = (time: ScheduledTime | undefined): Moment | undefined =>
  time?.date === undefined || !stands(time) ? undefined : momentOf(time.date, time.timeZone);
