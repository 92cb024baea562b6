import { evidenceReads } from '../common/evidence.js';
import { type StoredStatus, stancePlaces, storedStatuses } from '../common/stored-status.js';
import type { Facts } from '../facts.js';
import type { DatasetRule } from '../rule.js';

/** An event that is stored as confirmed, against what its claims come to. */
export const statusAgainstEvidence: DatasetRule = {
  scope: 'dataset',
  code: 'event/status-against-evidence',
  severity: 'error',
  title: 'a confirmed plan that its own claims do not confirm',
  explanation:
    'The status of the event is confirmed, and the claims that speak of whether it takes place come to something else: a party denies it, somebody says that it is not confirmed, or those who confirm it speak for no party, or not by name. Set status to unconfirmed; or record the claim in which a party confirms it. Only what is still planned is judged, by what was said as of its asOf, and only where nothing that is vague about the claims could change it.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'] },
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
      polarity: 'negative',
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'denies' }],
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
      confirmation: { by: ['source:a'] },
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
      polarity: 'positive',
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  reads: {
    ...evidenceReads,
    source: [...evidenceReads.source, 'kind'],
    'scheduled-event': [...evidenceReads['scheduled-event'], 'confirmation.by'],
  },
  judge(facts) {
    return storedStatuses(facts, 'overstated')
      .filter((one) => !isOpen(one) && !isAuthorsAlone(one, facts))
      .map((one) => {
        const { status } = one.found.rollup;
        return {
          record: one.event.record,
          path: ['status'],
          message: `stored as confirmed, but by its claims it is ${status}`,
          expected: '"unconfirmed"',
          received: '"confirmed"',
          related: stancePlaces(one, facts),
        };
      });
  },
};

/** Where nobody is known to take part, nobody can be known to speak for them: what they confirm may be enough. */
function isOpen({ found }: StoredStatus): boolean {
  const { flags, reasons } = found.rollup;
  return flags.includes('no-parties') && reasons.reporting.some(({ stance }) => stance === 'confirms');
}

/** What only an author confirms has a finding of its own. */
function isAuthorsAlone({ event }: StoredStatus, facts: Facts): boolean {
  const by = event.parts.confirmation?.by ?? [];
  return by.length > 0 && by.every((id) => facts.find('source', id)?.parts.kind === 'author-voice');
}
