import { eventOrder, orderReads } from '../common/event-order.js';
import { isSurelyBefore, momentOfEvent } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** What is read of the times of events. */
const timeReads = ['start.date', 'start.timeZone', 'start.status', 'window.date', 'window.timeZone'] as const;

/** An order between events that their dates contradict. */
export const orderAgainstDates: DatasetRule = {
  scope: 'dataset',
  code: 'event/order-against-dates',
  severity: 'error',
  title: 'an order of events that their dates contradict',
  explanation:
    'One event is said to take place before another, and by their dates it surely starts after it. The relation or one of the dates is wrong. The start counts, else the window; a date that is itself denied or disputed counts for nothing. Only relations that are certain, or do not say how certain they are, are held against dates.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-24' },
      relations: [{ type: 'before', eventId: 'event:b' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'Another visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-19' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-18' },
      relations: [{ type: 'before', eventId: 'event:b' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'Another visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06' },
    },
  ],
  reads: { 'scheduled-event': [...orderReads['scheduled-event'], ...timeReads] },
  judge(facts) {
    const found = new Map<string, DatasetProblem>();
    for (const { earlier, later, record, path } of eventOrder(facts)) {
      const first = facts.find('scheduled-event', earlier);
      const second = facts.find('scheduled-event', later);
      const one = first && momentOfEvent(first.parts);
      const other = second && momentOfEvent(second.parts);
      if (!first || !second || !one || !other || !isSurelyBefore(other.moment, one.moment)) continue;
      // both events may say it: that is one mistake
      const key = `${earlier} ${later}`;
      const known = found.get(key);
      const related = known?.related ?? [
        {
          record: first.record,
          path: one.path,
          message: `${JSON.stringify(earlier)} takes place ${one.date}`,
        },
        {
          record: second.record,
          path: other.path,
          message: `${JSON.stringify(later)} takes place ${other.date}`,
        },
      ];
      found.set(
        key,
        known === undefined
          ? {
              record,
              path,
              message: `${JSON.stringify(earlier)} is to be before ${JSON.stringify(later)}, yet ${one.date} is after ${other.date}`,
              expected: 'an order that the dates allow',
              related,
            }
          : { ...known, related: [...related, { record, path, message: 'the other event says so too' }] },
      );
    }
    return [...found.values()];
  },
};
