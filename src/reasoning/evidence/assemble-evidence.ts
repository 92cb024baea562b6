import type { EvidenceBase, EvidenceFact } from './evidence-base.js';

/**
 * Puts together what `collectEvidence` collected, in the order of the records: roll-ups and timelines derived from it
 * are those of the dataset of these records.
 *
 * @example
 * ```ts
 * import { assembleEvidence, collectEvidence, loadDataset, rollupConfirmation } from 'newsdomain';
 *
 * const { records } = loadDataset([
 *   { type: 'source', id: 'source:host', kind: 'institution', name: 'Host', actsFor: ['entity:host'] },
 *   { type: 'scheduled-event', id: 'event:visit', name: 'A visit', status: 'unconfirmed', phase: 'planned', participants: [{ entityId: 'entity:host' }] },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The visit takes place.',
 *     attribution: [{ sourceIds: ['source:host'], role: 'originator' }],
 *     stances: [{ eventId: 'event:visit', aspect: 'occurrence', stance: 'confirms' }],
 *   },
 * ]);
 * const facts = JSON.parse(JSON.stringify(records.flatMap((record) => collectEvidence(record) ?? [])));
 * const evidence = assembleEvidence(facts);
 * const [visit] = evidence.scheduledEvents;
 * rollupConfirmation(visit, 'occurrence', evidence, { at: '2024-06-19' }).status; // => 'confirmed'
 * ```
 */
export function assembleEvidence(facts: Iterable<EvidenceFact>): EvidenceBase {
  const claims: EvidenceBase['claims'][number][] = [];
  const scheduledEvents: EvidenceBase['scheduledEvents'][number][] = [];
  const byId = new Map<string, EvidenceFact>();
  for (const fact of facts) {
    if (fact.type === 'claim') claims.push(fact);
    else if (fact.type === 'scheduled-event') scheduledEvents.push(fact);
    if (!byId.has(fact.id)) byId.set(fact.id, fact);
  }
  return Object.freeze<EvidenceBase>({
    claims: Object.freeze(claims),
    scheduledEvents: Object.freeze(scheduledEvents),
    find: (type, id) => {
      const fact = byId.get(id);
      // the type of what was found is the type that was asked for
      return fact?.type === type ? (fact as never) : undefined;
    },
  });
}
