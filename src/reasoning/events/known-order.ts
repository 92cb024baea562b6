import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { Certainty } from '../../vocabulary/claim.js';

/** One event that takes place before another, by what either of them says. */
export interface Order {
  readonly earlierId: string;
  readonly laterId: string;
  readonly certainty: Certainty | undefined;
}

/** Reads the order of events off their relations, from whichever of two events it is stated. */
export function ordersOf(events: Iterable<ScheduledEvent>): readonly Order[] {
  const orders: Order[] = [];
  for (const { id, relations = [] } of events) {
    for (const { type, eventId, certainty } of relations) {
      if (eventId === id) continue;
      if (type === 'before') orders.push({ earlierId: id, laterId: eventId, certainty });
      else if (type === 'after') orders.push({ earlierId: eventId, laterId: id, certainty });
    }
  }
  return orders;
}

/** Something that is to be sorted by its earliest moment where no order is known. */
interface Sortable {
  readonly id: string;
  readonly earliest: number;
}

const byEarliest = (a: Sortable, b: Sortable): number =>
  a.earliest === b.earliest ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.earliest < b.earliest ? -1 : 1;

/**
 * Sorts by earliest moment, then by id; what is known to follow something else comes after it, and so counts from no
 * earlier a moment. Where an order goes round in a circle the earliest of it comes first.
 */
export function sortByKnownOrder<T extends Sortable>(
  items: readonly T[],
  orders: readonly Order[],
): readonly T[] {
  const sorted = [...items].sort(byEarliest);
  const nodes = new Map<
    string,
    { earliest: number; depth: number; open: number; readonly later: string[] }
  >();
  for (const { id, earliest } of sorted) nodes.set(id, { earliest, depth: 0, open: 0, later: [] });
  for (const { earlierId, laterId } of orders) {
    const later = nodes.get(laterId);
    const earlier = nodes.get(earlierId);
    if (earlier === undefined || later === undefined) continue;
    earlier.later.push(laterId);
    later.open++;
  }
  const done = new Set<string>();
  const pass = (first: string): void => {
    const ready = [first];
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      const node = nodes.get(id);
      if (node === undefined || done.has(id)) continue;
      done.add(id);
      for (const laterId of node.later) {
        const later = nodes.get(laterId);
        if (later === undefined || done.has(laterId)) continue;
        later.earliest = Math.max(later.earliest, node.earliest);
        later.depth = Math.max(later.depth, node.depth + 1);
        if (--later.open === 0) ready.push(laterId);
      }
    }
  };
  for (const { id } of sorted) if (nodes.get(id)?.open === 0) pass(id);
  // what is left goes round in circles, or follows one
  for (const { id } of sorted) pass(id);
  const placeOf = (item: T) => nodes.get(item.id) ?? { ...item, depth: 0 };
  return sorted.sort((a, b) => {
    const one = placeOf(a);
    const other = placeOf(b);
    if (one.earliest !== other.earliest) return one.earliest < other.earliest ? -1 : 1;
    return one.depth - other.depth || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  });
}
