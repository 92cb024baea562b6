import type { Dataset } from '../../dataset/dataset.js';
import type { Assessment } from '../../records/assessment.js';
import {
  askedMoment,
  isPossiblyBy,
  isSurelyBeforeSome,
  isSurelyBy,
  latestStartOf,
  momentOf,
} from '../time/moment.js';
import type { AsOfOptions } from './claim-lifecycle.js';

/** An assessment, as it stood at a time. */
export interface AssessmentAsOf {
  readonly assessment: Assessment;
  /** Whether its assessor had surely published no later one; of several whose order is unknown all are current. */
  readonly current: boolean;
  /** It may have been made only after the time that was asked for. */
  readonly onlyPossibly: boolean;
}

const bySubject = new WeakMap<Dataset, ReadonlyMap<string, readonly Assessment[]>>();

/**
 * Lists the assessments of a claim or a source that may have been made by a time, by assessor and then by id. None is
 * weighed against another: who is right is not for a library to say.
 *
 * @throws FuzzyDateError when `at` is neither an instant nor a fuzzy date.
 *
 * @example
 * ```ts
 * import { assessmentsAsOf, loadDataset } from 'newsdomain';
 *
 * const judged = (id, at, status) => ({ type: 'assessment', id, subjectId: 'claim:a', by: 'source:desk', at, status });
 * const dataset = loadDataset([
 *   judged('assessment:a', '2024-06-12', 'in-review'),
 *   judged('assessment:b', '2024-06-20', 'refuted'),
 * ]);
 * const asOf = (at) => assessmentsAsOf('claim:a', dataset, { at }).filter(({ current }) => current).map(({ assessment }) => assessment.status);
 * asOf('2024-06-15'); // => ['in-review']
 * asOf('2024-06-21'); // => ['refuted']
 * ```
 */
export function assessmentsAsOf(
  subjectId: string,
  dataset: Dataset,
  options: AsOfOptions,
): readonly AssessmentAsOf[] {
  const at = askedMoment(options.at);
  const made = (assessmentsOf(dataset).get(subjectId) ?? [])
    .map((assessment) => ({ assessment, moment: momentOf(assessment.at) }))
    .filter(({ moment }) => isPossiblyBy(moment, at));
  const byAssessor = new Map<string, typeof made>();
  for (const one of made) {
    const known = byAssessor.get(one.assessment.by);
    if (known === undefined) byAssessor.set(one.assessment.by, [one]);
    else known.push(one);
  }
  return [...byAssessor.keys()].sort().flatMap((by) => {
    const group = byAssessor.get(by) ?? [];
    const last = latestStartOf(group.map(({ moment }) => moment));
    return group
      .map(({ assessment, moment }) => ({
        assessment,
        current: !isSurelyBeforeSome(moment, last),
        onlyPossibly: !isSurelyBy(moment, at),
      }))
      .sort((a, b) => (a.assessment.id < b.assessment.id ? -1 : a.assessment.id > b.assessment.id ? 1 : 0));
  });
}

function assessmentsOf(dataset: Dataset): ReadonlyMap<string, readonly Assessment[]> {
  let index = bySubject.get(dataset);
  if (index === undefined) {
    const lists = new Map<string, Assessment[]>();
    for (const assessment of dataset.assessments) {
      const known = lists.get(assessment.subjectId);
      if (known === undefined) lists.set(assessment.subjectId, [assessment]);
      else known.push(assessment);
    }
    index = lists;
    bySubject.set(dataset, index);
  }
  return index;
}
