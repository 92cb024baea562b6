import { evidenceReads } from '../common/evidence.js';
import { stancePlaces, storedStatuses } from '../common/stored-status.js';
import type { DatasetRule } from '../rule.js';

/** An event that is stored as unconfirmed, though its claims confirm it. */
export const unconfirmedAgainstEvidence: DatasetRule = {
  scope: 'dataset',
  code: 'event/unconfirmed-against-evidence',
  severity: 'warning',
  title: 'an unconfirmed plan that its own claims confirm',
  explanation:
    'The status of the event is unconfirmed, and the claims that speak of whether it takes place confirm it: a party says so by name, and none denies it. Either the status is out of date, or one of these claims is not what it seems. To confirm it, set status to confirmed and name in confirmation who did.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator', groundRules: 'on-the-record' }],
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
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
      status: 'unconfirmed',
      phase: 'planned',
      participants: [{ entityId: 'entity:a', role: 'host' }],
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator', groundRules: 'background' }],
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
    },
    { type: 'article', id: 'article:a' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  reads: evidenceReads,
  judge(facts) {
    return storedStatuses(facts, 'understated').map((one) => ({
      record: one.event.record,
      path: ['status'],
      message: 'stored as unconfirmed, but its claims confirm it',
      expected: '"confirmed", with a confirmation',
      received: '"unconfirmed"',
      related: stancePlaces(one, facts),
    }));
  },
};
