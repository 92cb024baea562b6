import { type ReadRecord, readRecord } from '../dataset/read-record.js';
import type { Finding, FindingSubject } from '../finding/finding.js';
import { finding, findingFromProblem, subjectOf } from '../finding/from-issues.js';
import type { ParseOptions } from '../records/common/record-functions.js';
import { isRecordType } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import type { DatasetRule, Facts, RecordRule } from './rule.js';
import { datasetRules, recordRules } from './rule-table.js';

/** A value judged as a record: the record where it is one, and everything found wrong with it. */
export interface JudgedRecord {
  readonly record: ReadRecord['record'];
  readonly findings: readonly Finding[];
}

/**
 * Judges one value by its schema and by every rule that sees one record. Schema mistakes, mistakes between fields
 * and rule findings come in one run, each once; pointers lead from the record's root.
 */
export function judgeRecord(
  value: unknown,
  options?: ParseOptions,
  rules: readonly RecordRule[] = recordRules,
): JudgedRecord {
  const read = readRecord(value, options);
  if (!isPlainObject(value) || !isRecordType(value.type)) return read;
  const type = value.type;
  const subject = subjectOf(value);
  const found: Finding[] = [...read.findings];
  for (const rule of rules) {
    if (!rule.types.includes(type)) continue;
    for (const problem of rule.check(value)) {
      found.push({ ...findingFromProblem(subject, problem, value), severity: rule.severity });
    }
  }
  return { record: read.record, findings: found };
}

/** A finding of a dataset rule: which record it is about, by number, and the records its related places are in. */
export interface DatasetFinding {
  readonly record: number;
  readonly finding: Finding;
  readonly relatedRecords: readonly number[];
}

/** Judges facts by every dataset rule. `subjects` says whose record a number is. */
export function judgeFacts(
  facts: Facts,
  subjects: (record: number) => FindingSubject,
  rules: readonly DatasetRule[] = datasetRules,
): readonly DatasetFinding[] {
  return rules.flatMap((rule) =>
    rule.judge(facts).map(({ record, path, message, expected, received, suggestion, related = [] }) => ({
      record,
      relatedRecords: related.map((part) => part.record),
      finding: finding(subjects(record), {
        code: rule.code,
        severity: rule.severity,
        path,
        message,
        expected: expected ?? null,
        received: received ?? null,
        suggestion: suggestion ?? null,
        related: related.map((part) => ({
          path: part.path,
          message: part.message,
          ...subjects(part.record),
        })),
      }),
    })),
  );
}
