import { evidenceReads, isDoubtful } from '../common/evidence.js';
import { storedStatuses } from '../common/stored-status.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** An event that is confirmed, and no claim in which anybody confirms it. */
export const confirmedWithoutClaim: DatasetRule = {
  scope: 'dataset',
  code: 'event/confirmed-without-claim',
  severity: 'error',
  title: 'a confirmed event without a claim that confirms it',
  explanation:
    'The status of the event is confirmed, and nobody can look up in which words: the claims that confirmation.claimIds names do not confirm anything of the event, or, of an event that is still planned, no claim at all does. Record the claim, with a stance that confirms the event, or set status to unconfirmed. Data that hold no stances keep their evidence elsewhere: there only claimIds is held against the claims. So it is with imported events, and where something could not be read.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], claimIds: ['claim:a'] },
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'A visit is expected.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'predicts' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], claimIds: ['claim:a'] },
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  reads: {
    ...evidenceReads,
    source: [...evidenceReads.source, 'kind'],
    'scheduled-event': [
      ...evidenceReads['scheduled-event'],
      'confirmation.by',
      'confirmation.claimIds',
      'imported.format',
    ],
  },
  judge(facts, { isPartial }) {
    const contradicted = new Set(storedStatuses(facts, 'overstated').map(({ event }) => event.record));
    const named = facts
      .records('scheduled-event', 'confirmation')
      .filter((event) => !contradicted.has(event.record) && namesOthers(event, facts))
      .map(
        (event): DatasetProblem => ({
          record: event.record,
          path: ['confirmation', 'claimIds'],
          message: 'none of the claims that are named confirms anything of the event',
          expected: 'a claim with a stance that confirms it',
          related: (event.parts.confirmation?.claimIds ?? []).map((id) => ({
            record: facts.find('claim', id)!.record,
            path: ['stances'],
            message: `what ${JSON.stringify(id)} says of events`,
          })),
        }),
      );
    if (isPartial || facts.records('claim', 'stances').every(() => false)) return named;
    const confirmed = confirmedSomewhere(facts);
    const unsupported = storedStatuses(facts, 'unsupported')
      .filter(({ event }) => {
        const { confirmation, imported } = event.parts;
        const by = confirmation?.by ?? [];
        return (
          (confirmation?.claimIds ?? []).length === 0 &&
          imported === undefined &&
          !confirmed.has(event.id!) &&
          by.length > 0 &&
          by.every((id) => isVoice(facts.find('source', id)))
        );
      })
      .map(
        ({ event }): DatasetProblem => ({
          record: event.record,
          path: ['confirmation'],
          message: 'no claim confirms that the event takes place',
          expected: 'a claim with a stance that confirms it',
        }),
      );
    return [...named, ...unsupported];
  },
};

/** What only an author confirms has a finding of its own, and of whom there is no record nothing is known. */
const isVoice = (source: RecordFacts<'source'> | undefined): boolean =>
  source !== undefined && source.parts.kind !== 'author-voice';

/** Whether an event names claims for its confirmation that speak of something else. */
function namesOthers(event: RecordFacts<'scheduled-event'>, facts: Facts): boolean {
  const { id, parts } = event;
  const claimIds = parts.confirmation?.claimIds ?? [];
  return (
    id !== undefined &&
    claimIds.length > 0 &&
    claimIds.every((claimId) => {
      const claim = facts.find('claim', claimId);
      if (claim === undefined || isDoubtful(claim)) return false;
      return (claim.parts.stances ?? []).every(
        ({ eventId, stance }) => eventId !== id || stance !== 'confirms',
      );
    })
  );
}

/** The events that some claim confirms, whatever became of it and whoever says so: rules of their own judge these. */
function confirmedSomewhere(facts: Facts): ReadonlySet<string> {
  const confirmed = new Set<string>();
  for (const { parts } of facts.records('claim', 'stances')) {
    for (const { eventId, aspect, stance } of parts.stances ?? []) {
      if (aspect === 'occurrence' && stance === 'confirms' && eventId !== undefined) confirmed.add(eventId);
    }
  }
  return confirmed;
}
