import type { RecordRule } from '../rule.js';

/** A claim that came through others and was published by nobody who is known. */
export const noPublisher: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/no-publisher',
  severity: 'warning',
  title: 'an attributed claim that nobody published',
  explanation:
    'The chain says whom the claim came through, and not who published it: no link has the role "publisher", and there is no articleId, which would imply one. A reader cannot go back to where it stood. Name the article, or add the publisher as the last link.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are agreed.',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are agreed.',
      attribution: [
        { sourceIds: ['source:a'], role: 'originator' },
        { sourceIds: ['source:b'], role: 'publisher' },
      ],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
    { type: 'source', id: 'source:b', kind: 'outlet', name: 'A Paper' },
  ],
  types: ['claim'],
  reads: ['attribution.*.role', 'articleId'],
  check({ attribution = [], articleId }, { isSpoiled }) {
    if (articleId !== undefined || isSpoiled('articleId') || attribution.length === 0) return [];
    if (attribution.some(({ role }) => role === 'publisher')) return [];
    return [
      {
        code: 'claim/no-publisher',
        path: ['attribution'],
        message: 'nobody in the chain published it, and no article is named',
        expected: 'an articleId, or a last link with the role "publisher"',
      },
    ];
  },
};
