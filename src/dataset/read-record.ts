import { describeType, describeValue, oneOf } from '../finding/describe.js';
import type { Finding } from '../finding/finding.js';
import { finding, findingsFromIssues, subjectOf } from '../finding/from-issues.js';
import { nearest, sameWord } from '../finding/nearest.js';
import { judgeRecordAs, type ParseOptions } from '../records/common/record-functions.js';
import { isRecordType, type NewsRecord, recordSchemas } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import { recordTypes } from '../vocabulary/record-type.js';

/** A record, or why the value is none. */
export type ReadRecord =
  | { readonly record: NewsRecord; readonly findings: readonly [] }
  | { readonly record: undefined; readonly findings: readonly Finding[] };

/**
 * Reads a value as a record of the type that it names. Only the schema of that type judges it, so that its findings
 * are about the record that was meant.
 */
export function readRecord(value: unknown, options?: ParseOptions): ReadRecord {
  if (!isPlainObject(value) || !isRecordType(value.type)) {
    return { record: undefined, findings: [unknownType(value)] };
  }
  const schema = recordSchemas[value.type];
  const { result, judged } = judgeRecordAs<NewsRecord>(schema, value, options);
  if (result.success) return { record: result.data, findings: [] };
  return { record: undefined, findings: findingsFromIssues(schema, judged, result.error.issues) };
}

function unknownType(value: unknown): Finding {
  const subject = subjectOf(value);
  const expected = oneOf(recordTypes);
  if (!isPlainObject(value)) {
    return finding(subject, {
      code: 'schema/type',
      path: [],
      message: `expected a record, which is an object with a type, received ${describeType(value)}`,
      expected: 'a record',
      received: describeType(value),
    });
  }
  const typeKey = Object.hasOwn(value, 'type');
  if (!typeKey) {
    return finding(subject, {
      code: 'schema/unknown-type',
      path: [],
      part: 'open',
      message: `required key "type" is missing: ${expected}`,
      expected: 'type',
    });
  }
  const given = value.type;
  const meant = typeof given === 'string' ? nearest(given, recordTypes) : undefined;
  return finding(subject, {
    code: 'schema/unknown-type',
    path: ['type'],
    message: `no record type is called ${describeValue(given)}${
      meant === undefined ? `: expected ${expected}` : `; did you mean ${JSON.stringify(meant)}?`
    }`,
    expected,
    received: describeValue(given),
    suggestion: meant ?? null,
    replacement: typeof given === 'string' ? (sameWord(given, recordTypes) ?? null) : null,
  });
}
