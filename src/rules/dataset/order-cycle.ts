import { eventOrder, orderReads } from '../common/event-order.js';
import { type Edge, findLoops, loopProblem, tellLoop } from '../common/loops.js';
import type { DatasetRule } from '../rule.js';

/** Events that each take place before the next, and the last before the first. */
export const orderCycle: DatasetRule = {
  scope: 'dataset',
  code: 'event/order-cycle',
  severity: 'error',
  title: 'events in an order that leads in a circle',
  explanation:
    'By their relations before and after each of these events takes place before the next, and the last before the first. That cannot be; one relation is wrong. Only relations that are certain, or do not say how certain they are, are held against each other: what is merely probable may turn out otherwise.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      relations: [{ type: 'before', eventId: 'event:b', certainty: 'certain' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'Another visit',
      status: 'unconfirmed',
      phase: 'planned',
      relations: [{ type: 'before', eventId: 'event:a', certainty: 'certain' }],
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      relations: [{ type: 'before', eventId: 'event:b', certainty: 'certain' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'Another visit',
      status: 'unconfirmed',
      phase: 'planned',
      relations: [{ type: 'after', eventId: 'event:a', certainty: 'certain' }],
    },
  ],
  reads: orderReads,
  judge(facts) {
    const edges = eventOrder(facts).map(
      ({ earlier, later, record, path }): Edge => ({ from: earlier, to: later, record, path }),
    );
    return findLoops(edges).map((loop) =>
      loopProblem(loop, `no order is possible: ${tellLoop(loop, ' before ')}`),
    );
  },
};
