import type { Dataset } from '../../dataset/dataset.js';
import { isPossiblyOverlapping } from '../../primitives/fuzzy-date/order.js';
import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { EntityId } from '../../primitives/id.js';
import type { Entity } from '../../records/entity.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';

/**
 * Lists the parties of an event, whose word can confirm it, in the order of their ids: its participants and organizers;
 * where any participant says `party: true`, only those that do. One that says `party: false` is none.
 *
 * @example
 * ```ts
 * import { defineScheduledEvent, partiesOf } from 'newsdomain';
 *
 * const event = {
 *   type: 'scheduled-event',
 *   id: 'event:a',
 *   name: 'A visit',
 *   status: 'unconfirmed',
 *   phase: 'planned',
 *   participants: [{ entityId: 'entity:host' }, { entityId: 'entity:guest' }],
 *   organizerIds: ['entity:chamber'],
 * };
 * partiesOf(defineScheduledEvent(event)); // => ['entity:chamber', 'entity:guest', 'entity:host']
 * const participants = [{ entityId: 'entity:host', party: true }, { entityId: 'entity:guest' }];
 * partiesOf(defineScheduledEvent({ ...event, participants })); // => ['entity:host']
 * ```
 */
export function partiesOf(event: ScheduledEvent): readonly EntityId[] {
  const participants = event.participants ?? [];
  const explicit = participants.filter(({ party }) => party === true);
  const ids =
    explicit.length > 0
      ? explicit.map(({ entityId }) => entityId)
      : [
          ...participants.filter(({ party }) => party !== false).map(({ entityId }) => entityId),
          ...(event.organizerIds ?? []),
        ];
  return [...new Set(ids)].sort();
}

/** For an entity, the parties that whoever speaks for it speaks for. */
export type Reach = ReadonlyMap<EntityId, readonly EntityId[]>;

/**
 * Step 5, party closure: the entities whose spokesmen can speak for each party, as of a time. From a party the way
 * leads up: to what a person holds a role of while that role may have lasted, to the parent of an organization and to
 * the place that contains a place.
 */
export function reachOf(parties: readonly EntityId[], asOf: FuzzyDate | undefined, dataset: Dataset): Reach {
  const reach = new Map<EntityId, EntityId[]>();
  for (const party of parties) {
    const seen = new Set<EntityId>([party]);
    // a Set can grow while it is walked
    for (const id of seen) {
      const known = reach.get(id);
      if (known === undefined) reach.set(id, [party]);
      else known.push(party);
      for (const above of stepsUp(dataset.find('entity', id), asOf)) seen.add(above);
    }
  }
  return reach;
}

function stepsUp(entity: Entity | undefined, asOf: FuzzyDate | undefined): readonly EntityId[] {
  if (entity === undefined) return [];
  const ids: (EntityId | undefined)[] = [];
  if (entity.kind === 'person') {
    for (const { ofEntityId, during } of entity.roles ?? []) {
      if (during === undefined || asOf === undefined || isPossiblyOverlapping(asOf, during))
        ids.push(ofEntityId);
    }
  } else if (entity.kind === 'organization') ids.push(entity.parentId);
  else if ('containedInId' in entity) ids.push(entity.containedInId);
  return ids.filter((id) => id !== undefined);
}

/** The reach of an event's parties at any time, worked out once for each date that stances bear. */
export function reachByDate(
  parties: readonly EntityId[],
  dataset: Dataset,
): (asOf: FuzzyDate | undefined) => Reach {
  const known = new Map<FuzzyDate | undefined, Reach>();
  return (asOf) => {
    let reach = known.get(asOf);
    if (reach === undefined) {
      reach = reachOf(parties, asOf, dataset);
      known.set(asOf, reach);
    }
    return reach;
  };
}
