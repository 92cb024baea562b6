import { nearest } from '../../finding/nearest.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import type { Facts } from '../facts.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** The most references that are given a suggestion in one run: finding the nearest of all ids is not cheap. */
const MOST_SUGGESTIONS = 200;

/** The most ids that are looked at for them in one run: an archive has millions, and it must not wait for this. */
const MOST_COMPARED = 2_000_000;

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
    const suggest = suggester(facts);
    const found: DatasetProblem[] = [];
    for (const { record, path, to, targets } of facts.stray()) {
      if (facts.holders(to).length > 0) continue;
      const meant = found.length < MOST_SUGGESTIONS ? suggest(to, targets) : undefined;
      const wanted = targets.join(' or ');
      found.push({
        record,
        path,
        message: `no record has the id ${JSON.stringify(to)}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`}`,
        expected: `the id of ${/^[ae]/.test(wanted) ? 'an' : 'a'} ${wanted}`,
        received: JSON.stringify(to),
        suggestion: meant,
      });
    }
    return found;
  },
};

/**
 * Suggests the nearest id among the records of the right types, while few enough were looked at. Of several that are as
 * near the first by its letters, so that the order of files does not matter.
 */
function suggester(facts: Facts): (to: string, targets: readonly RecordType[]) => string | undefined {
  let left = MOST_COMPARED;
  function* some(targets: readonly RecordType[]): Generator<string, void, undefined> {
    for (const id of facts.ids(targets)) {
      if (left-- <= 0) return;
      yield id;
    }
  }
  return (to, targets) => {
    if (left <= 0) return undefined;
    const meant = nearest(to, some(targets), 'least');
    // what else there is might have been nearer
    return left <= 0 ? undefined : meant;
  };
}
