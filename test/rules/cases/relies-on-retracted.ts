import { casesOf, claim, confirmedEvent, event, link } from '../../support/rule-cases.js';

const gone = claim('gone', { recordStatus: 'retracted' });
const related = (type: string, more: object = {}): object =>
  claim('a', { relations: [{ type, claimId: 'claim:gone' }], ...more });

export const cases = casesOf('claim/relies-on-retracted', {
  found: {
    'a confirmation, an agenda and an order': {
      records: [
        confirmedEvent(
          'a',
          { by: ['source:a'], claimIds: ['claim:stands', 'claim:gone'] },
          {
            agenda: [{ topic: 'Energy', status: 'reported', claimIds: ['claim:gone'] }],
            relations: [{ type: 'before', eventId: 'event:b', claimIds: ['claim:gone'] }],
          },
        ),
        event('b'),
        claim('stands'),
        gone,
      ],
      at: [
        'event:a /confirmation/claimIds/1',
        'event:a /agenda/0/claimIds/0',
        'event:a /relations/0/claimIds/0',
      ],
      related: ['claim:gone /recordStatus'],
    },
    'a claim that is made of it, presupposes it and leans on it': {
      records: [
        claim('a', {
          componentIds: ['claim:gone'],
          presupposesIds: ['claim:stands', 'claim:gone'],
          relations: ['supports', 'specifies', 'explains', 'duplicates'].map((type) => ({
            type,
            claimId: 'claim:gone',
          })),
        }),
        claim('stands'),
        gone,
      ],
      at: [
        'claim:a /componentIds/0',
        'claim:a /presupposesIds/1',
        'claim:a /relations/0/claimId',
        'claim:a /relations/1/claimId',
        'claim:a /relations/2/claimId',
        'claim:a /relations/3/claimId',
      ],
    },
    'a plan that nothing else confirms': {
      records: [
        confirmedEvent('a', { by: ['source:a'] }),
        claim('gone', {
          recordStatus: 'retracted',
          articleId: 'article:a',
          attribution: [link('originator', 'a')],
          stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
        }),
      ],
      at: ['event:a /confirmation'],
      related: ['claim:gone /recordStatus'],
    },
    'a retraction that the history tells': {
      records: [
        related('supports'),
        claim('gone', {
          statusHistory: [
            { status: 'asserted', at: '2024' },
            { status: 'retracted', at: '2024-06-20' },
          ],
        }),
      ],
      at: ['claim:a /relations/0/claimId'],
      related: ['claim:gone /statusHistory/1/status'],
    },
  },
  passed: {
    'claims that go against it': [
      ...['contradicts', 'qualifies', 'responds-to', 'in-tension-with'].map((type) => ({
        ...related(type),
        id: `claim:${type}`,
      })),
      gone,
    ],
    'a claim that replaces it': [claim('a', { supersedes: 'claim:gone' }), gone],
    'a claim that was withdrawn itself': [related('supports', { recordStatus: 'retracted' }), gone],
    'a claim that was corrected and stands': [
      related('supports'),
      claim('gone', { recordStatus: 'corrected' }),
    ],
    'an earlier schedule': [event('a', { history: [{ note: 'Then.', claimIds: ['claim:gone'] }] }), gone],
    'a topic that was dropped': [
      event('a', { agenda: [{ topic: 'Energy', status: 'dropped', claimIds: ['claim:gone'] }] }),
      gone,
    ],
  },
});
