import type { DatasetRule } from '../rule.js';

/** An id that more than one record has. */
export const duplicateId: DatasetRule = {
  scope: 'dataset',
  code: 'reference/duplicate-id',
  severity: 'error',
  title: 'two records with one id',
  explanation:
    'An id names one record among all records that are checked together, whatever their types: a reference to it must not be ambiguous. Give one of the records another id, or remove the copy.',
  bad: [
    { type: 'article', id: 'article:a' },
    { type: 'article', id: 'article:a' },
  ],
  good: [
    { type: 'article', id: 'article:a' },
    { type: 'article', id: 'article:b' },
  ],
  reads: {},
  judge(facts) {
    return [...facts.shared()].flatMap(([first, ...later]) => {
      const id = JSON.stringify(first!.id);
      return later.map(({ record }) => ({
        record,
        path: ['id'],
        message: `another record has the id ${id} already`,
        expected: 'an id that no other record has',
        received: id,
        related: [{ record: first!.record, path: ['id'], message: 'the first record with this id' }],
      }));
    });
  },
};
