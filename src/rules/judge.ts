import { type ReadRecord, readRecord } from '../dataset/read-record.js';
import type { Finding, FindingSubject } from '../finding/finding.js';
import { finding, findingFromProblem, subjectOf } from '../finding/from-issues.js';
import type { ParseOptions } from '../records/common/record-functions.js';
import { isRecordType } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import type { Facts } from './facts.js';
import type { RecordParts } from './record-parts.js';
import type { JudgeContext } from './rule.js';
import { defaultRules, type RuleSet } from './rule-set.js';
import { soundParts } from './sound-parts.js';

/** A value judged as a record: the record where it is one, and everything found wrong with it. */
export interface JudgedRecord {
  readonly record: ReadRecord['record'];
  /** What the schema found and what the rules found, as severe as the settings say. */
  readonly findings: readonly Finding[];
  /** What the schema alone found, whatever the settings say: for {@link collectFacts}. */
  readonly schemaFindings: readonly Finding[];
}

/**
 * Judges one value by its schema and by every rule that sees one record. Schema mistakes, mistakes between fields
 * and rule findings come in one run, each once; pointers lead from the record's root.
 */
export function judgeRecord(
  value: unknown,
  options?: ParseOptions,
  rules: RuleSet = defaultRules(),
): JudgedRecord {
  const { record, findings: schemaFindings } = readRecord(value, options);
  const findings = checkRecord(value, schemaFindings, rules);
  return { record, findings, schemaFindings };
}

/**
 * Runs the record rules on a value that its schema has judged already, and adds what they find to what the schema
 * found. A right value of a type that no rule looks at costs nothing.
 */
export function checkRecord(
  value: unknown,
  schemaFindings: readonly Finding[],
  rules: RuleSet = defaultRules(),
): readonly Finding[] {
  const found = schemaFindings.length === 0 ? NONE : schemaFindings.flatMap(asSet(rules));
  if (!isPlainObject(value) || !isRecordType(value.type)) return found;
  const running = rules.recordRules[value.type];
  if (running.length === 0) return found;
  const { parts, spoiled } = soundParts(value, schemaFindings);
  const context =
    spoiled.length === 0
      ? rules.context
      : { ...rules.context, isSpoiled: (key: string) => spoiled.includes(key) };
  let more: Finding[] | undefined;
  for (const rule of running) {
    const problems = rule.check(parts as RecordParts, context);
    if (problems.length === 0) continue;
    for (const problem of problems) {
      const severity = rules.severityOf(rule.code, rule.severity);
      if (severity === 'off') continue;
      more ??= [...found];
      more.push({ ...findingFromProblem(subjectOf(value), problem, value), code: rule.code, severity });
    }
  }
  return more ?? found;
}

const NONE: readonly Finding[] = Object.freeze([]);

const asSet =
  ({ severityOf }: RuleSet) =>
  (found: Finding): readonly Finding[] => {
    const severity = severityOf(found.code, found.severity);
    return severity === 'off' ? [] : severity === found.severity ? [found] : [{ ...found, severity }];
  };

/** A finding of a dataset rule: which record it is about, by number, and the records its related places are in. */
export interface DatasetFinding {
  readonly record: number;
  readonly finding: Finding;
  readonly relatedRecords: readonly number[];
}

/** What {@link judgeFacts} may ask of whoever has the records. */
export interface JudgeOptions {
  /** The rules that run. */
  readonly rules?: RuleSet | undefined;
  /** Reads the plain text of the body of a record again; without it none has one. */
  readonly bodyText?: JudgeContext['bodyText'] | undefined;
  /** Looks at anchors without reading the text again. */
  readonly bodyFits?: JudgeContext['bodyFits'] | undefined;
  /** How many findings of one rule are wanted at most, those of the first records; all when absent. */
  readonly most?: number | undefined;
  /** Whether some of what belongs to the records is elsewhere or could not be read; `false` when absent. */
  readonly isPartial?: boolean | undefined;
}

const nothing = (): undefined => undefined;

/**
 * Judges facts by every dataset rule, and answers record by record. `subjects` says whose record a number is.
 */
export function judgeFacts(
  facts: Facts,
  subjects: (record: number) => FindingSubject,
  {
    rules = defaultRules(),
    bodyText = nothing,
    bodyFits = nothing,
    isPartial = false,
    most,
  }: JudgeOptions = {},
): readonly DatasetFinding[] {
  const context: JudgeContext = { ...rules.context, bodyText, bodyFits, isPartial, most };
  const found = rules.datasetRules.flatMap((rule): readonly DatasetFinding[] => {
    const severity = rules.severityOf(rule.code, rule.severity);
    if (severity === 'off') return [];
    return rule.judge(facts, context).map(({ record, related = [], ...told }) => ({
      record,
      relatedRecords: related.map((part) => part.record),
      finding: finding(subjects(record), {
        code: rule.code,
        severity,
        path: told.path,
        part: told.part ?? 'value',
        message: told.message,
        expected: told.expected ?? null,
        received: told.received ?? null,
        suggestion: told.suggestion ?? null,
        related: related.map((part) => ({
          path: part.path,
          message: part.message,
          ...subjects(part.record),
        })),
      }),
    }));
  });
  return found.sort((a, b) => a.record - b.record);
}
