import type { EventPhase } from '../../vocabulary/scheduled-event.js';
import type { DatasetRule } from '../rule.js';

/** What has happened, or was to have, can be confirmed by the author of an article. */
const futurePhases: ReadonlySet<EventPhase | undefined> = new Set<EventPhase | undefined>([
  'proposed',
  'planned',
  'postponed',
]);

/** A plan that is confirmed by nobody but the author of an article. */
export const confirmedByAuthor: DatasetRule = {
  scope: 'dataset',
  code: 'event/confirmed-by-author',
  severity: 'error',
  title: 'a plan that only an author confirms',
  explanation:
    'Of what is past an article may say in its own name that it took place. What is still to come only those can confirm who decide on it: a source of the kind author-voice reports a plan, it does not confirm one. Name the source that confirmed it, or set status to unconfirmed.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'] },
      phase: 'planned',
    },
    { type: 'source', id: 'source:a', kind: 'author-voice', name: 'The author' },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      confirmation: { by: ['source:a'] },
      phase: 'occurred',
    },
    { type: 'source', id: 'source:a', kind: 'author-voice', name: 'The author' },
  ],
  reads: { 'scheduled-event': ['phase', 'confirmation.by'], source: ['kind'] },
  judge(facts) {
    return facts.records('scheduled-event', 'confirmation').flatMap(({ record, parts }) => {
      const by = parts.confirmation?.by ?? [];
      if (by.length === 0 || !futurePhases.has(parts.phase)) return [];
      const sources = by.map((id) => facts.find('source', id));
      if (!sources.every((source) => source?.parts.kind === 'author-voice')) return [];
      return [
        {
          record,
          path: ['confirmation', 'by'],
          message: `nobody but the author confirms an event that is ${parts.phase}`,
          expected: 'a source that speaks for a party of the event',
          related: [
            { record: sources[0]!.record, path: ['kind'], message: 'an author’s own voice' },
            { record, path: ['phase'], message: `${parts.phase}: still to come` },
          ],
        },
      ];
    });
  },
};
