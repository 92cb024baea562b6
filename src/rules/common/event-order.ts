import type { Facts } from '../facts.js';
import type { Reads } from '../reads.js';
import type { RecordPart } from '../rule.js';

/** What {@link eventOrder} needs of events. */
export const orderReads = {
  'scheduled-event': ['relations.*.type', 'relations.*.eventId', 'relations.*.certainty'],
} as const satisfies Reads;

/** That one event takes place before another, and the relation that says so. */
export interface OrderedEvents extends RecordPart {
  readonly earlier: string;
  readonly later: string;
}

/** Whether a relation is more than probable: what is merely likely may turn out otherwise, and contradicts nothing. */
export const isAsserted = (relation: { readonly certainty?: string | undefined }): boolean =>
  relation.certainty === undefined || relation.certainty === 'certain';

/** The order that events are said to take place in, by the numbers of the records that say so. */
export function eventOrder(facts: Facts): readonly OrderedEvents[] {
  return facts.records('scheduled-event', 'relations').flatMap((event) => {
    const { id, record, parts } = event;
    if (id === undefined || !facts.isFirst(event)) return [];
    return (parts.relations ?? []).flatMap((relation, index): OrderedEvents[] => {
      const { type, eventId } = relation;
      if (eventId === undefined || (type !== 'before' && type !== 'after') || !isAsserted(relation))
        return [];
      const [earlier, later] = type === 'before' ? [id, eventId] : [eventId, id];
      return [{ earlier, later, record, path: ['relations', index, 'type'] }];
    });
  });
}
