import type { Finding } from '../../src/finding/finding.js';
import { subjectOf } from '../../src/finding/from-issues.js';
import { bodyTextOf } from '../../src/rules/body-text.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { arrangeFacts, type RecordFacts } from '../../src/rules/facts.js';
import { judgeFacts, judgeRecord } from '../../src/rules/judge.js';
import type { Rule } from '../../src/rules/rule.js';
import { type RuleSettings, selectRules } from '../../src/rules/rule-set.js';
import { allRules } from '../../src/rules/rule-table.js';
import { deepFreeze } from './deep-freeze.js';

/**
 * Everything that the schemas and the rules find in values, which are frozen throughout. `arrive` is the order in which
 * the facts of the records come together.
 */
export function findingsIn(
  values: readonly unknown[],
  settings: RuleSettings = {},
  table: readonly Rule[] = allRules,
  arrive: (facts: readonly RecordFacts[]) => readonly RecordFacts[] = (facts) => facts,
): readonly Finding[] {
  deepFreeze(values);
  const rules = selectRules(settings, table);
  const found: Finding[] = [];
  const facts = values.flatMap((value, index) => {
    const judged = judgeRecord(value, undefined, rules);
    found.push(...judged.findings);
    // through JSON, as facts travel
    const collected = collectFacts(value, index, judged.schemaFindings, rules);
    return collected === undefined ? [] : [deepFreeze(JSON.parse(JSON.stringify(collected)))];
  });
  const bodyText = (record: number): string | undefined => bodyTextOf(values[record]);
  const subjects = (record: number) => subjectOf(values[record]);
  const judged = judgeFacts(arrangeFacts(arrive(facts)), subjects, { rules, bodyText });
  return [...found, ...judged.map(({ finding }) => finding)];
}
