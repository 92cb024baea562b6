import { describe, expect, it } from 'vitest';
import { findingsFromIssues } from '../../src/finding/from-issues.js';
import { ClaimSchema } from '../../src/records/claim.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { arrangeFacts, eachReference, type RecordFacts } from '../../src/rules/facts.js';
import type { DatasetRule } from '../../src/rules/rule.js';
import { selectRules } from '../../src/rules/rule-set.js';
import { deepFreeze } from '../support/deep-freeze.js';

const reader: DatasetRule = {
  scope: 'dataset',
  code: 'claim/read',
  severity: 'error',
  title: '',
  explanation: '',
  bad: [],
  good: [],
  reads: { claim: ['assertedAt', 'attribution.*.role'] },
  judge: () => [],
};
const rules = selectRules({}, [reader]);

const claim = deepFreeze({
  type: 'claim',
  id: 'claim:a',
  text: 'It rained.',
  articleId: 'article:a',
  assertedAt: '2024-06',
  attribution: [
    { sourceIds: ['source:a', 'source:b'], role: 'originator' },
    { sourceIds: ['source:c'], role: 'relay' },
  ],
});

const collect = (value: unknown, record = 0): RecordFacts | undefined => {
  const result = ClaimSchema.safeParse(value);
  const findings = result.success ? [] : findingsFromIssues(ClaimSchema, value, result.error.issues);
  return collectFacts(value, record, findings, rules);
};

describe('facts of a record', () => {
  it('are its id, its references and the parts that rules read', () => {
    const facts = collect(claim, 7)!;
    expect(facts).toMatchObject({
      record: 7,
      type: 'claim',
      id: 'claim:a',
      parts: { assertedAt: '2024-06', attribution: [{ role: 'originator' }, { role: 'relay' }] },
    });
    const references: string[] = [];
    eachReference(facts, (to, { pattern }, indexes) => {
      references.push(`${pattern.join('.')} ${indexes} ${to}`);
    });
    expect(references).toEqual([
      'articleId  article:a',
      'attribution.*.sourceIds.* 0,0 source:a',
      'attribution.*.sourceIds.* 0,1 source:b',
      'attribution.*.sourceIds.* 1,0 source:c',
    ]);
  });

  it('survive the way through NDJSON', () => {
    const facts = collect(claim)!;
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it('are none of what is no record, and none of a record that says nothing of itself or others', () => {
    for (const value of [
      null,
      1,
      [],
      {},
      { type: 'rumour', id: 'a' },
      { type: 'claim', text: 'It rained.' },
    ]) {
      expect(collectFacts(value, 0, [], rules)).toBeUndefined();
    }
  });

  it('leave out what is wrong, and say so; references stay', () => {
    const wrong = { ...claim, assertedAt: '2024-13', attributoin: [], recordStatus: 'gone' };
    const facts = collect(wrong)!;
    expect(facts.parts).toEqual({ attribution: [{ role: 'originator' }, { role: 'relay' }] });
    expect(facts.spoiled).toEqual(['assertedAt', 'recordStatus', 'attributoin']);
    expect(facts.references).toEqual(collect(claim)!.references);
  });

  it('leave out what a misspelt key was meant to be', () => {
    const { attribution, ...rest } = claim;
    const facts = collect({ ...rest, attributoin: attribution })!;
    expect(facts.spoiled).toEqual(['attributoin', 'attribution']);
  });
});

describe('facts put together', () => {
  const article = (record: number, id: string): RecordFacts => ({ record, type: 'article', id, parts: {} });
  const source = (record: number, id: string): RecordFacts => ({ record, type: 'source', id, parts: {} });

  it('are the same whatever the order they come in', () => {
    const all = [article(0, 'a'), source(1, 'b'), article(2, 'b'), collect(claim, 3)!, article(4, 'a')];
    const told = (facts: readonly RecordFacts[]): unknown => {
      const arranged = arrangeFacts(facts, ['source:a']);
      return [
        [...arranged.records('claim')],
        [...arranged.ids(['article', 'source', 'claim'])].map((id) => arranged.holders(id)),
        [...arranged.shared()],
        [...arranged.stray()],
        arranged.find('article', 'b'),
      ];
    };
    expect(told([...all].reverse())).toEqual(told(all));
    const shuffled = [2, 4, 0, 3, 1].map((index) => all[index]!);
    expect(told(shuffled)).toEqual(told(all));
  });

  it('find the first record of a type that has an id', () => {
    const arranged = arrangeFacts([source(1, 'b'), article(2, 'b'), article(5, 'b')], ['elsewhere']);
    expect(arranged.find('article', 'b')?.record).toBe(2);
    expect(arranged.find('claim', 'b')).toBeUndefined();
    expect(arranged.find('claim', undefined)).toBeUndefined();
    expect(arranged.holders('none')).toEqual([]);
    expect([arranged.isKnown('elsewhere'), arranged.isKnown('b')]).toEqual([true, false]);
  });

  it('list the references that lead nowhere or to a record of another type, and no other', () => {
    const facts = [
      collect(claim, 0)!,
      article(1, 'article:a'),
      source(2, 'source:a'),
      article(3, 'source:b'),
    ];
    expect([...arrangeFacts(facts).stray()]).toEqual([
      { record: 0, to: 'source:b', targets: ['source'], path: ['attribution', 0, 'sourceIds', 1] },
      { record: 0, to: 'source:c', targets: ['source'], path: ['attribution', 1, 'sourceIds', 0] },
    ]);
  });
});
