import type { Problem } from '../../schema/problem.js';
import type { RecordRule } from '../rule.js';

/** A claim that says twice how sure a source is, and differently. */
export const factualityConflict: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/factuality-conflict',
  severity: 'error',
  title: 'one source that is sure in two ways',
  explanation:
    'factuality says of each source once how sure it is of the claim. A source stands there twice with different values. Keep the one that the text supports, and put what it leaves open into ambiguities.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      factuality: [
        { sourceId: 'source:a', certainty: 'certain', polarity: 'positive' },
        { sourceId: 'source:a', certainty: 'certain', polarity: 'negative' },
      ],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      factuality: [{ sourceId: 'source:a', certainty: 'certain', polarity: 'negative' }],
    },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  types: ['claim'],
  reads: ['factuality'],
  check({ factuality = [] }) {
    if (factuality.length < 2) return [];
    const first = new Map<string, number>();
    const problems: Problem[] = [];
    for (const [index, { sourceId, certainty, polarity }] of factuality.entries()) {
      if (sourceId === undefined) continue;
      const earlier = first.get(sourceId);
      if (earlier === undefined) {
        first.set(sourceId, index);
        continue;
      }
      const other = factuality[earlier];
      if (other?.certainty === certainty && other?.polarity === polarity) continue;
      problems.push({
        code: 'claim/factuality-conflict',
        path: ['factuality', index],
        message: `how sure ${JSON.stringify(sourceId)} is was said already, and differently`,
        expected: 'one value for each source',
        related: [{ path: ['factuality', earlier], message: 'the other value' }],
      });
    }
    return problems;
  },
};
