import { nearestOfEach } from '../../finding/nearest.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import { slipsOf } from '../common/slips.js';
import type { Facts, ReferenceFact } from '../facts.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** The most references that are given a suggestion in one run: finding the nearest of all ids is not cheap. */
const MOST_SUGGESTIONS = 200;

/** The most times that ids are compared for them in one run: an archive has millions, and it must not wait for this. */
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
  judge(facts, { most = Number.POSITIVE_INFINITY }) {
    const found: ReferenceFact[] = [];
    for (const reference of facts.stray()) {
      if (facts.holders(reference.to).length > 0) continue;
      found.push(reference);
      if (found.length >= most) break;
    }
    const suggestions = suggestionsFor(found.slice(0, MOST_SUGGESTIONS), facts);
    return found.map(({ record, path, to, targets }): DatasetProblem => {
      const meant = suggestions.get(keyOf(targets))?.get(to);
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

/** What is suggested for ids among the records of some types. */
type Suggestions = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

const keyOf = (targets: readonly RecordType[]): string => targets.join(' ');

/**
 * Suggests for references the nearest id among the records of the right types, and, once too many would have to be
 * compared, one from which a single slip leads to what was written. Of several that are as near the first by its
 * letters, so that the order of files does not matter.
 */
function suggestionsFor(references: readonly ReferenceFact[], facts: Facts): Suggestions {
  const wrong = new Map<string, { readonly targets: readonly RecordType[]; readonly ids: Set<string> }>();
  for (const { to, targets } of references) {
    const same = wrong.get(keyOf(targets));
    if (same === undefined) wrong.set(keyOf(targets), { targets, ids: new Set([to]) });
    else same.ids.add(to);
  }
  let left = MOST_COMPARED;
  const suggestions = new Map<string, ReadonlyMap<string, string | undefined>>();
  for (const [key, { targets, ids }] of wrong) {
    const compared = [...ids].slice(0, facts.named === 0 ? 0 : Math.floor(left / facts.named));
    left -= compared.length * facts.named;
    const nearest = compared.length === 0 ? [] : nearestOfEach(compared, facts.ids(targets));
    const entries = [...ids].map(
      (to, index) => [to, index < compared.length ? nearest[index] : slipped(to, targets, facts)] as const,
    );
    suggestions.set(key, new Map(entries));
  }
  return suggestions;
}

/** The first by its letters of the ids from which a single slip leads to what was written. */
function slipped(to: string, targets: readonly RecordType[], facts: Facts): string | undefined {
  let least: string | undefined;
  for (const id of slipsOf(to)) {
    if (least !== undefined && id >= least) continue;
    if (targets.some((type) => facts.number(type, id) !== undefined)) least = id;
  }
  return least;
}
