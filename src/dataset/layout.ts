import * as z from 'zod';
import type { Finding, Path } from '../finding/finding.js';
import { findingsFromIssues } from '../finding/from-issues.js';
import { ExtensionsSchema } from '../records/common/extensions.js';
import type { NewsRecord } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import { judgeLeniently, type UnknownKeys } from '../schema/unknown-keys.js';

/** The version of the dataset document that this package reads and writes. */
export const SCHEMA_VERSION = '1';

/** A dataset as one JSON document. */
export interface DatasetDocument {
  /** The version of the format. */
  schemaVersion: '1';
  /** The records, in any order. */
  records: NewsRecord[];
  /** Data of other systems under namespaced keys, handed on untouched. */
  extensions?: Record<string, unknown> | undefined;
}

/** How a value holds records: as a dataset document, as a list of records, or as one record. */
export type Layout = 'dataset' | 'list' | 'record';

/** A value that is meant to be a record, and where it stands in the value it came in. */
export interface RecordPlace {
  readonly value: unknown;
  readonly path: Path;
}

/** The records in a value, and what is wrong with what holds them. */
export interface LaidOut {
  readonly layout: Layout;
  readonly records: readonly RecordPlace[];
  readonly findings: readonly Finding[];
}

/** Everything of a dataset document but its records, which are judged one by one. */
const EnvelopeSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  records: z.array(z.unknown()),
  extensions: ExtensionsSchema.optional(),
});

/**
 * Finds the records in a value of any layout: an array is a list, an object with `records` or `schemaVersion` and no
 * `type` is a dataset document, anything else is meant to be a record. `unknownKeys` is about the document's own keys,
 * not about those of its records.
 */
export function layOut(value: unknown, unknownKeys: UnknownKeys = 'error'): LaidOut {
  if (Array.isArray(value)) return { layout: 'list', records: placed(value, []), findings: [] };
  if (!isPlainObject(value) || !isEnvelope(value)) {
    return { layout: 'record', records: [{ value, path: [] }], findings: [] };
  }
  const { result, judged } = judgeLeniently(EnvelopeSchema, value, unknownKeys);
  return {
    layout: 'dataset',
    records: Array.isArray(value.records) ? placed(value.records, ['records']) : [],
    findings: result.success
      ? []
      : findingsFromIssues(EnvelopeSchema, judged, result.error.issues).map(asVersionFinding),
  };
}

const isEnvelope = (value: object): boolean =>
  !Object.hasOwn(value, 'type') && (Object.hasOwn(value, 'records') || Object.hasOwn(value, 'schemaVersion'));

const placed = (records: readonly unknown[], prefix: Path): readonly RecordPlace[] =>
  Array.from(records, (value, index) => ({ value, path: [...prefix, index] }));

/** A version that this package does not know makes the whole document unreadable: it has a code of its own. */
function asVersionFinding(found: Finding): Finding {
  if (found.pointer !== '/schemaVersion') return found;
  return {
    ...found,
    code: 'schema/version',
    // The records follow the rules of their version: another number would not make them fit.
    suggestion: null,
    message: `this version of newsdomain reads schemaVersion ${JSON.stringify(SCHEMA_VERSION)}, not ${found.received}`,
  };
}
