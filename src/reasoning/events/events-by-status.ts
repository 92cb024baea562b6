import type { Dataset } from '../../dataset/dataset.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { StanceAspect } from '../../vocabulary/claim.js';
import type { AspectStatus, EventStatus } from '../../vocabulary/scheduled-event.js';
import { assertPolicy } from '../confirmation/decide.js';
import { type RollupOptions, rollupConfirmation } from '../confirmation/rollup-confirmation.js';
import { askedMoment } from '../time/moment.js';

const byId = (a: ScheduledEvent, b: ScheduledEvent): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Sorts the events of a dataset by the status that is stored in them; each list is in the order of their ids.
 *
 * @example
 * ```ts
 * import { eventsByStatus, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'scheduled-event', id: 'event:b', name: 'A visit', status: 'unconfirmed', phase: 'planned' },
 *   { type: 'scheduled-event', id: 'event:a', name: 'Talks', status: 'unconfirmed', phase: 'planned' },
 * ]);
 * eventsByStatus(dataset).unconfirmed.map(({ id }) => id); // => ['event:a', 'event:b']
 * ```
 */
export function eventsByStatus(dataset: Dataset): Readonly<Record<EventStatus, readonly ScheduledEvent[]>> {
  const events = [...dataset.scheduledEvents].sort(byId);
  return {
    confirmed: events.filter(({ status }) => status === 'confirmed'),
    unconfirmed: events.filter(({ status }) => status === 'unconfirmed'),
  };
}

/** What {@link eventsByEvidence} is asked for. */
export interface EventsByEvidenceOptions extends RollupOptions {
  /** The aspect that is rolled up; `occurrence` when absent. */
  readonly aspect?: StanceAspect | undefined;
}

/**
 * Sorts the events of a dataset by what the claims in it come to at a time, whatever is stored in the events; each list
 * is in the order of their ids.
 *
 * @throws FuzzyDateError when `at` is neither an instant nor a fuzzy date.
 * @throws RangeError when `policy.corroborate` is no whole number of 1 or more.
 *
 * @example
 * ```ts
 * import { eventsByEvidence, loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'scheduled-event', id: 'event:a', name: 'Talks', status: 'confirmed', phase: 'planned', confirmation: { by: ['source:a'] } },
 * ]);
 * eventsByEvidence(dataset, { at: '2024-06-19' }).unconfirmed.map(({ id }) => id); // => ['event:a']
 * ```
 */
export function eventsByEvidence(
  dataset: Dataset,
  options: EventsByEvidenceOptions,
): Readonly<Record<AspectStatus, readonly ScheduledEvent[]>> {
  assertPolicy(options.policy);
  askedMoment(options.at);
  const lists: Record<AspectStatus, ScheduledEvent[]> = {
    unconfirmed: [],
    confirmed: [],
    denied: [],
    disputed: [],
  };
  for (const event of [...dataset.scheduledEvents].sort(byId)) {
    lists[rollupConfirmation(event, options.aspect ?? 'occurrence', dataset, options).status].push(event);
  }
  return lists;
}
