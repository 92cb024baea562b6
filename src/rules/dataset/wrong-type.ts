import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A reference to a record of a type that cannot stand there. */
export const wrongType: DatasetRule = {
  scope: 'dataset',
  code: 'reference/wrong-type',
  severity: 'error',
  title: 'a reference to a record of the wrong type',
  explanation:
    'Each field that names a record says which type it must be: an articleId leads to an article, a sourceId to a source. A person who speaks is both an entity (the person) and a source (the person speaking): refer to the source where words are attributed.',
  bad: [
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'source:a' },
    { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Paper' },
  ],
  good: [
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
    { type: 'article', id: 'article:a' },
  ],
  reads: {},
  judge(facts, { most = Number.POSITIVE_INFINITY }) {
    const found: DatasetProblem[] = [];
    for (const { record, path, to, targets } of facts.stray()) {
      const [first] = facts.holders(to);
      if (first === undefined) continue;
      const wanted = article(targets.join(' or '));
      const is = article(first.type);
      found.push({
        record,
        path,
        message: `expected the id of ${wanted}, but ${JSON.stringify(to)} is ${is}`,
        expected: `the id of ${wanted}`,
        received: `the id of ${is}`,
        related: [{ record: first.record, path: ['type'], message: `${JSON.stringify(to)} is ${is}` }],
      });
      if (found.length >= most) break;
    }
    return found;
  },
};

const article = (noun: string): string => `${/^[ae]/.test(noun) ? 'an' : 'a'} ${noun}`;
