import type { Finding } from '../finding/finding.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import { NewsDomainError } from '../finding/newsdomain-error.js';
import type { Article } from '../records/article.js';
import type { Assessment } from '../records/assessment.js';
import type { Claim } from '../records/claim.js';
import type { ParseOptions } from '../records/common/record-functions.js';
import type { Entity } from '../records/entity.js';
import type { NewsRecord, RecordsByType } from '../records/news-record.js';
import type { ScheduledEvent } from '../records/scheduled-event.js';
import type { Source } from '../records/source.js';
import type { RecordType } from '../vocabulary/record-type.js';
import { frozenCopy } from './frozen-copy.js';
import { layOut } from './layout.js';
import { readRecord } from './read-record.js';
import { type Reference, referencesOf } from './references.js';

/** A reference and the record that it stands in. */
export interface Referrer extends Reference {
  readonly from: NewsRecord;
}

/** Records together: by type, by id, and who refers to whom. Frozen throughout, and no copy of it ever changes. */
export interface Dataset {
  /** Every record, in the order given; records with an id that stands earlier included. */
  readonly records: readonly NewsRecord[];
  readonly articles: readonly Article[];
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly scheduledEvents: readonly ScheduledEvent[];
  readonly assessments: readonly Assessment[];
  /** The first record with this id, whatever its type. */
  get(id: string): NewsRecord | undefined;
  /** The first record with this id, if it is of this type. */
  find<T extends RecordType>(type: T, id: string): RecordsByType[T] | undefined;
  /** What a record refers to, in the order of its fields. */
  referencesFrom(id: string): readonly Reference[];
  /** What refers to an id, in the order of the records; the id need not exist. */
  referencesTo(id: string): readonly Referrer[];
}

/** A dataset, or why the values are none. */
export type SafeDataset =
  | { readonly success: true; readonly data: Dataset }
  | { readonly success: false; readonly error: NewsDomainError };

/**
 * Joins values into one dataset. Each value may be a dataset document, an array of records or a record. The records
 * are copied and frozen. References need not resolve: `findIssues` says which do not.
 *
 * Throws a `NewsDomainError` with the findings of all the values; their pointers begin with the value's index.
 *
 * @example
 * ```ts
 * import { loadDataset } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
 *   [{ type: 'article', id: 'article:a' }],
 * ]);
 * dataset.find('article', 'article:a').id; // => 'article:a'
 * dataset.referencesTo('article:a').map(({ from }) => from.id); // => ['claim:a']
 * loadDataset([{ type: 'claim' }]); // throws NewsDomainError
 * ```
 */
export function loadDataset(values: Iterable<unknown>, options?: ParseOptions): Dataset {
  return orThrow(safeLoadDataset(values, options));
}

/**
 * Does what `loadDataset` does and gives a result instead of throwing.
 *
 * @example
 * ```ts
 * import { safeLoadDataset } from 'newsdomain';
 *
 * safeLoadDataset([]).success; // => true
 * safeLoadDataset([{ type: 'claim' }]).success; // => false
 * ```
 */
export function safeLoadDataset(values: Iterable<unknown>, options?: ParseOptions): SafeDataset {
  const all = Array.from(values, (value, index) => readValue(value, [index], options));
  return toDataset(all);
}

/**
 * Reads one value of any layout as a dataset: a dataset document, an array of records, or a record. Throws a
 * `NewsDomainError` whose pointers lead from the value's root.
 *
 * @example
 * ```ts
 * import { parseDataset } from 'newsdomain';
 *
 * const dataset = parseDataset({ schemaVersion: '1', records: [{ type: 'article', id: 'article:a' }] });
 * dataset.articles.length; // => 1
 * parseDataset({ schemaVersion: '9', records: [] }); // throws NewsDomainError
 * ```
 */
export function parseDataset(value: unknown, options?: ParseOptions): Dataset {
  return orThrow(safeParseDataset(value, options));
}

/**
 * Does what `parseDataset` does and gives a result instead of throwing.
 *
 * @example
 * ```ts
 * import { safeParseDataset } from 'newsdomain';
 *
 * safeParseDataset([{ type: 'article', id: 'article:a' }]).success; // => true
 * safeParseDataset('article').success; // => false
 * ```
 */
export function safeParseDataset(value: unknown, options?: ParseOptions): SafeDataset {
  return toDataset([readValue(value, [], options)]);
}

interface ReadValue {
  readonly records: readonly NewsRecord[];
  readonly findings: readonly Finding[];
}

function readValue(value: unknown, prefix: readonly number[], options: ParseOptions | undefined): ReadValue {
  const laidOut = layOut(value, options?.unknownKeys);
  const findings = laidOut.findings.map((found) => below(prefix, found));
  const records: NewsRecord[] = [];
  for (const place of laidOut.records) {
    const read = readRecord(place.value, options);
    if (read.record !== undefined) records.push(read.record);
    for (const found of read.findings) findings.push(below([...prefix, ...place.path], found));
  }
  return { records, findings };
}

function below(prefix: Finding['path'], found: Finding): Finding {
  const path = [...prefix, ...found.path];
  const related = found.related.map((part) => ({ ...part, path: [...prefix, ...part.path] }));
  return { ...found, path, pointer: toJsonPointer(path), related };
}

function toDataset(values: readonly ReadValue[]): SafeDataset {
  const findings = values.flatMap((value) => value.findings);
  if (findings.length > 0) {
    const error = new NewsDomainError('invalid-dataset', 'not a valid dataset', findings);
    return { success: false, error };
  }
  return { success: true, data: indexRecords(values.flatMap((value) => value.records).map(frozenCopy)) };
}

function orThrow(result: SafeDataset): Dataset {
  if (result.success) return result.data;
  throw result.error;
}

function indexRecords(records: readonly NewsRecord[]): Dataset {
  const byId = new Map<string, NewsRecord>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);

  let incoming: ReadonlyMap<string, readonly Referrer[]> | undefined;
  const ofType = <T extends RecordType>(type: T): readonly RecordsByType[T][] =>
    Object.freeze(records.filter((record) => record.type === type)) as unknown as readonly RecordsByType[T][];
  const get = (id: string): NewsRecord | undefined => byId.get(id);

  return Object.freeze({
    records: Object.freeze([...records]),
    articles: ofType('article'),
    sources: ofType('source'),
    entities: ofType('entity'),
    claims: ofType('claim'),
    scheduledEvents: ofType('scheduled-event'),
    assessments: ofType('assessment'),
    get,
    find<T extends RecordType>(type: T, id: string): RecordsByType[T] | undefined {
      const record = get(id);
      return record?.type === type ? (record as RecordsByType[T]) : undefined;
    },
    referencesFrom: (id: string): readonly Reference[] => referencesOf(get(id)),
    referencesTo(id: string): readonly Referrer[] {
      incoming ??= indexReferrers(records);
      return incoming.get(id) ?? [];
    },
  });
}

function indexReferrers(records: readonly NewsRecord[]): ReadonlyMap<string, readonly Referrer[]> {
  const referrers = new Map<string, Referrer[]>();
  for (const from of records) {
    for (const reference of referencesOf(from)) {
      const known = referrers.get(reference.to);
      const referrer = Object.freeze({ ...reference, from });
      if (known === undefined) referrers.set(reference.to, [referrer]);
      else known.push(referrer);
    }
  }
  for (const list of referrers.values()) Object.freeze(list);
  return referrers;
}
