import type { RecordRule } from '../rule.js';

/** An author's own voice that is said to speak for somebody. */
export const authorActs: RecordRule<'source'> = {
  scope: 'record',
  code: 'source/author-acts',
  severity: 'error',
  title: 'an author’s own voice that speaks for somebody',
  explanation:
    'A source of the kind author-voice is what an article says in its own name. It speaks for nobody, and so can confirm nothing for a party. Whoever speaks for the entity is a source of its own, of the kind official or institution.',
  bad: [
    { type: 'source', id: 'source:a', kind: 'author-voice', name: 'The author', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  good: [
    { type: 'source', id: 'source:a', kind: 'author-voice', name: 'The author' },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  types: ['source'],
  reads: ['kind', 'actsFor'],
  check({ kind, actsFor = [] }) {
    if (kind !== 'author-voice' || actsFor.length === 0) return [];
    return [
      {
        code: 'source/author-acts',
        path: ['actsFor'],
        message: 'an author’s own voice speaks for nobody',
        expected: 'no actsFor',
        related: [{ path: ['kind'], message: 'an author’s own voice' }],
      },
    ];
  },
};
