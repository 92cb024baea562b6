import { nearest } from '../../finding/nearest.js';
import type { Facts } from '../facts.js';
import type { DatasetRule } from '../rule.js';

/** The most references that are given a suggestion in one run: finding the nearest of all ids is not cheap. */
const MOST_SUGGESTIONS = 200;

/** A reference to an id that no record has. */
export const dangling: DatasetRule = {
  scope: 'dataset',
  code: 'reference/dangling',
  severity: 'error',
  title: 'a reference to a record that does not exist',
  explanation:
    'Every id that a record names must be the id of a record in the data that is checked together. Add the record, or mend the id. Ids that exist elsewhere can be named with --known-ids, or references left out with --refs off.',
  bad: [{ type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' }],
  good: [
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
    { type: 'article', id: 'article:a' },
  ],
  reads: {},
  judge(facts) {
    const lost = [...facts.stray()].filter(({ to }) => facts.holders(to).length === 0 && !facts.isKnown(to));
    const suggest = suggester(facts);
    return lost.map(({ record, path, to, targets }, index) => {
      const meant = index < MOST_SUGGESTIONS ? suggest(to, targets) : undefined;
      const wanted = targets.join(' or ');
      return {
        record,
        path,
        message: `no record has the id ${JSON.stringify(to)}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`}`,
        expected: `the id of ${/^[ae]/.test(wanted) ? 'an' : 'a'} ${wanted}`,
        received: JSON.stringify(to),
        suggestion: meant,
      };
    });
  },
};

/** Suggests the nearest id among the records of the right types; sorted, so that the order of files does not matter. */
function suggester(facts: Facts): (to: string, targets: readonly string[]) => string | undefined {
  const idsByTargets = new Map<string, readonly string[]>();
  return (to, targets) => {
    const key = targets.join();
    let ids = idsByTargets.get(key);
    if (ids === undefined) {
      const right = (id: string): boolean => facts.holders(id).some(({ type }) => targets.includes(type));
      ids = [...facts.ids()].filter(right).sort();
      idsByTargets.set(key, ids);
    }
    return nearest(to, ids);
  };
}
