import type { Dataset } from '../dataset/dataset.js';
import type { Finding } from '../finding/finding.js';
import { subjectOf } from '../finding/from-issues.js';
import { bodyTextOf } from './body-text.js';
import { collectFacts } from './collect-facts.js';
import { arrangeFacts } from './facts.js';
import { judgeFacts, judgeRecord } from './judge.js';
import { type RuleSettings, selectRules } from './rule-set.js';

/** What `findIssues` may take for granted. */
export interface FindIssuesOptions extends RuleSettings {
  /** Ids of records that exist elsewhere: references to them do not dangle. */
  readonly knownIds?: Iterable<string> | undefined;
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
 * findIssues(dataset, { severities: { 'reference/dangling': 'off' } }); // => []
 * ```
 */
export function findIssues(dataset: Dataset, options: FindIssuesOptions = {}): readonly Finding[] {
  const rules = selectRules(options);
  const found: Finding[][] = [];
  const facts = dataset.records.flatMap((record, index) => {
    const { findings, schemaFindings } = judgeRecord(record, { unknownKeys: 'keep' }, rules);
    found.push([...findings]);
    return collectFacts(record, index, schemaFindings, rules) ?? [];
  });
  const subjects = (record: number) => subjectOf(dataset.records[record]);
  const bodyText = (record: number) => bodyTextOf(dataset.records[record]);
  const knownIds = [...(options.knownIds ?? [])];
  const isPartial = knownIds.length > 0;
  const judged = judgeFacts(arrangeFacts(facts, knownIds), subjects, { rules, bodyText, isPartial });
  for (const { record, finding } of judged) found[record]!.push(finding);
  return found.flat();
}
