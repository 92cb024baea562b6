import { assertionOf, assertionPlace, assertionReads } from '../common/evidence.js';
import { isSurelyBefore, momentAt } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A confirmation that is dated before the claims in which it was given. */
export const confirmedBeforeAsserted: DatasetRule = {
  scope: 'dataset',
  code: 'time/confirmed-before-asserted',
  severity: 'error',
  title: 'an event confirmed before the claim that confirms it was made',
  explanation:
    'confirmation.claimIds names the claims in which an event was confirmed, and confirmation.at lies before all of them were made for certain. When a claim was made is its assertedAt, else the publication of its article. Mend at, or name the claim that was made then.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], at: '2024-06-12', claimIds: ['claim:a'] },
      phase: 'occurred',
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      assertedAt: '2024-06-14',
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms', sourceId: 'source:a' }],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'], at: '2024-06-14', claimIds: ['claim:a'] },
      phase: 'occurred',
    },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit takes place.',
      assertedAt: '2024-06-14',
      stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms', sourceId: 'source:a' }],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  reads: { ...assertionReads, 'scheduled-event': ['confirmation.at', 'confirmation.claimIds'] },
  judge(facts) {
    return facts.records('scheduled-event', 'confirmation').flatMap(({ record, parts }): DatasetProblem[] => {
      const { at, claimIds = [] } = parts.confirmation ?? {};
      if (at === undefined || claimIds.length === 0) return [];
      const confirmed = momentAt(at);
      const related: { record: number; path: readonly (string | number)[]; message: string }[] = [];
      for (const id of claimIds) {
        const claim = facts.find('claim', id);
        const asserted = claim && assertionOf(claim, facts);
        // one claim that may have been made by then is enough
        if (!claim || !asserted || !isSurelyBefore(confirmed, asserted.moment)) return [];
        related.push({
          ...assertionPlace(claim, facts),
          message: `${JSON.stringify(id)} was made ${asserted.date}`,
        });
      }
      return [
        {
          record,
          path: ['confirmation', 'at'],
          message: `confirmed ${at}, before ${claimIds.length === 1 ? 'the claim that confirms it' : 'any of the claims that confirm it'} was made`,
          expected: 'a time at or after one of its claims',
          received: JSON.stringify(at),
          related,
        },
      ];
    });
  },
};
