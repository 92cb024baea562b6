import type { Problem } from '../../schema/problem.js';
import type { RecordRule } from '../rule.js';

/** A claim that leans on itself. */
export const selfReference: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/self-reference',
  severity: 'error',
  title: 'a claim that refers to itself',
  explanation:
    'A claim supports, replaces, contains or answers another claim, never itself. Mostly an id was copied with the rest of a record: name the claim that was meant, or remove the reference.',
  bad: [
    {
      type: 'claim',
      id: 'claim:b',
      text: 'Talks were held on Monday.',
      relations: [{ type: 'specifies', claimId: 'claim:b' }],
    },
    { type: 'claim', id: 'claim:a', text: 'Talks were held.' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:b',
      text: 'Talks were held on Monday.',
      relations: [{ type: 'specifies', claimId: 'claim:a' }],
    },
    { type: 'claim', id: 'claim:a', text: 'Talks were held.' },
  ],
  types: ['claim'],
  reads: [
    'id',
    'relations.*.claimId',
    'responses.*.claimId',
    'componentIds',
    'presupposesIds',
    'contentOf',
    'supersedes',
  ],
  check({ id, relations, responses, componentIds, presupposesIds, contentOf, supersedes }) {
    if (id === undefined) return [];
    const problems: Problem[] = [];
    const hold = (to: string | undefined, ...path: readonly (string | number)[]): void => {
      if (to !== id) return;
      problems.push({
        code: 'claim/self-reference',
        path,
        message: 'the claim refers to itself',
        expected: 'the id of another claim',
      });
    };
    for (const [index, { claimId }] of (relations ?? []).entries())
      hold(claimId, 'relations', index, 'claimId');
    for (const [index, { claimId }] of (responses ?? []).entries())
      hold(claimId, 'responses', index, 'claimId');
    for (const [index, to] of (componentIds ?? []).entries()) hold(to, 'componentIds', index);
    for (const [index, to] of (presupposesIds ?? []).entries()) hold(to, 'presupposesIds', index);
    hold(contentOf, 'contentOf');
    hold(supersedes, 'supersedes');
    return problems;
  },
};
