import type { Problem } from '../../schema/problem.js';
import { attributionRoles } from '../../vocabulary/claim.js';
import type { RecordRule } from '../rule.js';

/** A chain of attribution that is not told from its beginning. */
export const attributionOrder: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/attribution-order',
  severity: 'error',
  title: 'a chain of attribution in the wrong order',
  explanation:
    'A chain is told from its beginning: whoever said it first, then whoever passed it on, then whoever published it. A link stands after one that can only come later. Who is confirmed and how sure they are is read off the first link, so the order matters. Several who said it together share one link.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are agreed.',
      attribution: [
        { sourceIds: ['source:b'], role: 'publisher' },
        { sourceIds: ['source:a'], role: 'originator' },
      ],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
    { type: 'source', id: 'source:b', kind: 'outlet', name: 'A Paper' },
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
  reads: ['attribution.*.role'],
  check({ attribution = [] }) {
    const problems: Problem[] = [];
    let latest = 0;
    for (let index = 0; index < attribution.length; index++) {
      const role = attribution[index]?.role;
      if (role === undefined) continue;
      const rank = attributionRoles.indexOf(role);
      if (rank >= attributionRoles.indexOf(attribution[latest]?.role ?? role)) {
        latest = index;
        continue;
      }
      problems.push({
        code: 'claim/attribution-order',
        path: ['attribution', index, 'role'],
        message: `a link with the role "${role}" stands after one with the role "${attribution[latest]?.role}"`,
        expected: 'originator, relay, publisher, in this order',
        related: [{ path: ['attribution', latest, 'role'], message: 'this one comes later' }],
      });
    }
    return problems;
  },
};
