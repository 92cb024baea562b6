import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/rules/rule.js';
import { allRules } from '../../src/rules/rule-table.js';
import { allCases, foundAt } from '../support/all-rule-cases.js';
import { findingsIn } from '../support/findings-in.js';

/** The table with one rule changed. */
const tableWith = (rule: Rule, change: Partial<Rule>): readonly Rule[] =>
  allRules.map((one) => (one === rule ? ({ ...rule, ...change } as Rule) : one));

/** Ways to take out what a rule does, and nothing else. */
function mutationsOf(rule: Rule): readonly (readonly [string, readonly Rule[]])[] {
  if (rule.scope === 'record') return [['its check', tableWith(rule, { check: () => [] })]];
  const unread = allRules.map((one) => (one.scope === 'dataset' ? { ...one, reads: {} } : one));
  const readsNothing = Object.keys(rule.reads).length === 0;
  return [
    ['its judge', tableWith(rule, { judge: () => [] })],
    ...(readsNothing ? [] : [['what it reads', unread] as const]),
  ];
}

describe.each(allRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it.each(mutationsOf(rule))('emptying %s is noticed by its example and by each of its cases', (_, table) => {
    const codes = (records: readonly object[], now: string | undefined) =>
      findingsIn(records, { now }, table).map((finding) => finding.code);
    expect(codes(rule.bad, rule.now)).not.toContain(code);
    const { found, now = rule.now } = allCases.get(code)!;
    for (const [name, { records }] of Object.entries(found)) {
      expect(foundAt(code, records, now), name).not.toEqual([]);
      expect(codes(records, now), name).not.toContain(code);
    }
  });
});
