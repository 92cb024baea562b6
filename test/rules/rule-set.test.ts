import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/dataset.js';
import { findIssues } from '../../src/rules/find-issues.js';
import { checkRecord, judgeRecord } from '../../src/rules/judge.js';
import type { RecordRule } from '../../src/rules/rule.js';
import { defaultRules, selectRules } from '../../src/rules/rule-set.js';
import { allRules } from '../../src/rules/rule-table.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';

const shout: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/shout',
  severity: 'warning',
  title: '',
  explanation: '',
  bad: [],
  good: [],
  types: ['claim'],
  reads: ['text'],
  check: ({ text = '' }, { isSpoiled }) =>
    text === text.toUpperCase()
      ? [{ code: 'claim/shout', path: ['text'], message: isSpoiled('text') ? 'spoiled' : 'too loud' }]
      : [],
};
const late: RecordRule = {
  ...shout,
  code: 'time/late',
  now: '2024-06-19T00:00:00Z',
  check: (_, { now }) => [{ code: 'time/late', path: [], message: `it is ${now}` }],
};
const loud = { type: 'claim', id: 'claim:a', text: 'RAIN' };
const datasetReads = (type: RecordType): string[] =>
  allRules.flatMap((rule) => (rule.scope === 'dataset' ? (rule.reads[type] ?? []) : []));
const told = (findings: readonly { readonly code: string; readonly severity: string }[]): string[] =>
  findings.map(({ code, severity }) => `${severity} ${code}`);

describe('the rules of a check', () => {
  it('are those of the table, at their own severities', () => {
    const rules = selectRules({}, [shout]);
    expect(told(judgeRecord(loud, undefined, rules).findings)).toEqual(['warning claim/shout']);
    expect(
      judgeRecord({ ...loud, type: 'article' }, undefined, rules).findings.map(({ code }) => code),
    ).not.toContain('claim/shout');
  });

  it('are as severe as the settings say', () => {
    const rules = selectRules({ severities: { 'claim/shout': 'note', 'schema/unknown-key': 'warning' } }, [
      shout,
    ]);
    expect(told(judgeRecord({ ...loud, txt: 1 }, undefined, rules).findings)).toEqual([
      'warning schema/unknown-key',
      'note claim/shout',
    ]);
  });

  it('do not run where the settings say off, and are listed as not run', () => {
    const rules = selectRules({ severities: { 'claim/shout': 'off', 'schema/unknown-key': 'off' } }, [shout]);
    expect(rules.recordRules.claim).toEqual([]);
    expect(rules.notRun).toEqual(['claim/shout']);
    const judged = judgeRecord({ ...loud, txt: 1 }, undefined, rules);
    expect(judged.findings).toEqual([]);
    expect(judged.record).toBeUndefined();
    expect(told(judged.schemaFindings)).toEqual(['error schema/unknown-key']);
  });

  it('that ask for the time run only where somebody says what time it is', () => {
    expect(selectRules({}, [shout, late]).notRun).toEqual(['time/late']);
    const rules = selectRules({ now: '2024-06-20T00:00:00Z' }, [late]);
    expect(rules.notRun).toEqual([]);
    expect(checkRecord(loud, [], rules).map(({ message }) => message)).toEqual([
      'it is 2024-06-20T00:00:00Z',
    ]);
  });

  it('cost nothing where none looks at a type: the findings of the schema are handed on as they are', () => {
    const { schemaFindings } = judgeRecord({ type: 'source', id: 'source:a' });
    expect(schemaFindings.length).toBeGreaterThan(0);
    expect(checkRecord({ type: 'source' }, [], selectRules({}, [shout]))).toEqual([]);
  });

  it('see a record without what its schema finds fault with', () => {
    const rules = selectRules({}, [shout]);
    const found = judgeRecord({ ...loud, text: 7 }, undefined, rules).findings;
    expect(found.map(({ message }) => message)).toContain('spoiled');
  });

  it('read what each of those that run reads, and no more', () => {
    const { reads } = selectRules({}, [shout, late]);
    expect(reads.claim).toEqual(['text']);
    expect(reads.article).toEqual([]);
    const timed = selectRules({ now: '2024-06-20T00:00:00Z' }, [shout, { ...late, reads: ['asOf'] }]);
    expect(timed.reads.claim).toEqual(['text', 'asOf']);
    expect(selectRules({ severities: { 'claim/shout': 'off' } }, [shout]).reads.claim).toEqual([]);
    for (const type of recordTypes) {
      expect(defaultRules().reads[type]).toEqual(expect.arrayContaining(datasetReads(type)));
    }
  });

  it('take no setting from the prototype of the settings', () => {
    expect(selectRules({ severities: {} }).severityOf('constructor', 'error')).toBe('error');
    expect(defaultRules().severityOf('reference/dangling', 'error')).toBe('error');
  });
});

describe('findIssues', () => {
  it('takes severities', () => {
    const dataset = loadDataset([{ type: 'claim', id: 'claim:a', text: 'x', articleId: 'article:a' }]);
    const found = (severity: 'note' | 'off') =>
      told(findIssues(dataset, { severities: { 'reference/dangling': severity } }));
    expect(found('note')).toEqual(['note reference/dangling']);
    expect(found('off')).toEqual([]);
  });
});
