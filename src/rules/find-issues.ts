import type { Dataset } from '../dataset/dataset.js';
import type { Finding } from '../finding/finding.js';
import { subjectOf } from '../finding/from-issues.js';
import { arrangeFacts, collectFacts } from './facts.js';
import { judgeFacts, judgeRecord } from './judge.js';

/** What `findIssues` may take for granted. */
export interface FindIssuesOptions {
  /** Ids of records that exist elsewhere: references to them do not dangle. */
  knownIds?: Iterable<string> | undefined;
}

/**
 * Runs every rule on a dataset and lists what they find, record by record in the dataset's order. Pointers lead from
 * the root of the record that `recordId` names.
 *
 * @example
 * ```ts
 * import { findIssues, parseDataset } from 'newsdomain';
 *
 * const dataset = parseDataset([
 *   { type: 'article', id: 'article:talks' },
 *   { type: 'claim', id: 'claim:a', text: 'Talks were held.', articleId: 'article:talk' },
 * ]);
 * const [issue] = findIssues(dataset);
 * [issue.code, issue.recordId, issue.pointer]; // => ['reference/dangling', 'claim:a', '/articleId']
 * issue.suggestion; // => 'article:talks'
 * ```
 */
export function findIssues(dataset: Dataset, options: FindIssuesOptions = {}): readonly Finding[] {
  const found = dataset.records.map((record): Finding[] => [
    ...judgeRecord(record, { unknownKeys: 'keep' }).findings,
  ]);
  const facts = dataset.records.flatMap((record, index) => collectFacts(record, index));
  const subjects = (record: number) => subjectOf(dataset.records[record]);
  for (const { record, finding } of judgeFacts(arrangeFacts(facts, options.knownIds), subjects)) {
    found[record]!.push(finding);
  }
  return found.flat();
}
