import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/dataset/read-record.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { projectionsOf } from '../../src/rules/reads.js';
import type { RecordParts } from '../../src/rules/record-parts.js';
import type { RecordContext, RecordRule } from '../../src/rules/rule.js';
import { allRules } from '../../src/rules/rule-table.js';
import type { Problem } from '../../src/schema/problem.js';
import { fieldsOf } from '../../src/schema/walk.js';
import type { RecordType } from '../../src/vocabulary/record-type.js';
import { allCases } from '../support/all-rule-cases.js';
import { mutatedRecordArbitrary } from '../support/mutate-record.js';
import { newsRecordArbitrary } from '../support/record-arbitrary.js';
import { RUNS } from '../support/runs.js';

type Whole = Readonly<Record<string, unknown>> & { readonly type: RecordType };

const isRight = (value: unknown): value is Whole => readRecord(value).findings.length === 0;

const rules = allRules.filter((rule): rule is RecordRule => rule.scope === 'record');

/** The records of a rule that no schema finds fault with: its examples and its cases. */
const recordsOf = ({ code, bad, good }: RecordRule): readonly Whole[] => {
  const { found, passed } = allCases.get(code)!;
  const cases = [...Object.values(found).flatMap(({ records }) => records), ...Object.values(passed).flat()];
  return [...bad, ...good, ...cases].filter(isRight);
};

const contextOf = ({ code, now }: RecordRule): RecordContext => ({
  now: allCases.get(code)!.now ?? now ?? '2024-06-19T12:00:00Z',
  isSpoiled: () => false,
});

/** What a rule finds in a record of which it is given some parts. */
function foundIn(rule: RecordRule, record: Whole, reads: readonly string[]): readonly Problem[] {
  const projections = projectionsOf([{ reads: Object.fromEntries(rule.types.map((type) => [type, reads])) }]);
  return rule.check(projections[record.type](record) as RecordParts, contextOf(rule));
}

const wholly = (rule: RecordRule, record: Whole): readonly Problem[] =>
  rule.check(record as RecordParts, contextOf(rule));

const judgedBy = (rule: RecordRule, records: readonly Whole[]): readonly Whole[] =>
  records.filter(({ type }) => rule.types.includes(type));

const everyCase = rules.flatMap(recordsOf);

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  it('names parts that its types of record have, each once', () => {
    const { reads, types } = rule;
    expect(new Set(reads).size).toBe(reads.length);
    for (const path of reads) {
      const having = types.filter((type) =>
        fieldsOf(recordSchemas[type]).some(({ pattern }) => pattern.join('.') === path),
      );
      expect(having.length, path).toBeGreaterThan(0);
      expect(reads.filter((other) => other.startsWith(`${path}.`))).toEqual([]);
    }
  });

  it('finds the same in the parts that it reads as in the whole', () => {
    const own = judgedBy(rule, recordsOf(rule));
    expect(own.some((record) => wholly(rule, record).length > 0)).toBe(true);
    for (const record of [...own, ...judgedBy(rule, everyCase)]) {
      expect(foundIn(rule, record, rule.reads)).toEqual(wholly(rule, record));
    }
  });

  it.each(rule.reads)('needs %s', (path) => {
    const others = rule.reads.filter((other) => other !== path);
    const missed = judgedBy(rule, recordsOf(rule)).filter(
      (record) => JSON.stringify(foundIn(rule, record, others)) !== JSON.stringify(wholly(rule, record)),
    );
    expect(missed).not.toEqual([]);
  });
});

it('every record rule finds the same in the parts that it reads of any record', () => {
  let found = 0;
  let right = 0;
  fc.assert(
    fc.property(fc.oneof(newsRecordArbitrary, mutatedRecordArbitrary), (value) => {
      if (!isRight(value)) return;
      right++;
      for (const rule of rules) {
        if (!rule.types.includes(value.type)) continue;
        const problems = wholly(rule, value);
        expect(foundIn(rule, value, rule.reads), rule.code).toEqual(problems);
        found += problems.length;
      }
    }),
    { numRuns: RUNS },
  );
  expect(right).toBeGreaterThan(RUNS / 4);
  expect(found).toBeGreaterThan(RUNS / 20);
});
