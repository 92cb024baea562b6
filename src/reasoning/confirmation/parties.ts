import { isDefinitelyOverlapping, isPossiblyOverlapping } from '../../primitives/fuzzy-date/order.js';
import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { EntityId } from '../../primitives/id.js';
import type { EntityEvidence, EventEvidence, EvidenceBase } from '../evidence/evidence-base.js';

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
export function partiesOf(event: EventEvidence): readonly EntityId[] {
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

/** Whether a role that lasted for a time counts at another, either of which can be vague. */
export type RoleCounts = (asOf: FuzzyDate | undefined, during: FuzzyDate | undefined) => boolean;

/** A role counts if it may have lasted then. */
export const mayHaveLasted: RoleCounts = (asOf, during) =>
  during === undefined || asOf === undefined || isPossiblyOverlapping(asOf, during);

/** A role counts only if it surely lasted then. */
export const surelyLasted: RoleCounts = (asOf, during) =>
  during === undefined || (asOf !== undefined && isDefinitelyOverlapping(asOf, during));

/**
 * Step 5, party closure: the entities whose spokesmen can speak for each party, as of a time. From a party the way
 * leads up: to what a person holds a role of while that role counts, to the parent of an organization and to the place
 * that contains a place.
 */
export function reachOf(
  parties: readonly EntityId[],
  asOf: FuzzyDate | undefined,
  dataset: EvidenceBase,
  counts: RoleCounts,
): Reach {
  const reach = new Map<EntityId, EntityId[]>();
  for (const party of parties) {
    const seen = new Set<EntityId>([party]);
    // a Set can grow while it is walked
    for (const id of seen) {
      const known = reach.get(id);
      if (known === undefined) reach.set(id, [party]);
      else known.push(party);
      for (const above of stepsUp(dataset.find('entity', id), asOf, counts)) seen.add(above);
    }
  }
  return reach;
}

function stepsUp(
  entity: EntityEvidence | undefined,
  asOf: FuzzyDate | undefined,
  counts: RoleCounts,
): readonly EntityId[] {
  const roles = entity?.roles?.filter(({ during }) => counts(asOf, during)) ?? [];
  return [...roles.map(({ ofEntityId }) => ofEntityId), entity?.parentId, entity?.containedInId].filter(
    (id) => id !== undefined,
  );
}

/** The reach of an event's parties at any time, worked out once for each date on which it may depend. */
export function reachByDate(
  parties: readonly EntityId[],
  dataset: EvidenceBase,
  counts: RoleCounts = mayHaveLasted,
): (asOf: FuzzyDate | undefined) => Reach {
  const known = new Map<FuzzyDate | undefined, Reach>();
  let always: Reach | undefined;
  return (asOf) => {
    let reach = always ?? known.get(asOf);
    if (reach === undefined) {
      let depends = false;
      reach = reachOf(parties, asOf, dataset, (at, during) => {
        depends ||= during !== undefined;
        return counts(at, during);
      });
      if (!depends) always = reach;
      known.set(asOf, reach);
    }
    return reach;
  };
}
