import type { Path } from '../finding/finding.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import { referenceTargets } from '../records/common/ids.js';
import { isRecordType, recordSchemas } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import { type FieldPattern, fieldsOf, visitPattern } from '../schema/walk.js';
import type { RecordType } from '../vocabulary/record-type.js';

/** One record naming another. */
export interface Reference {
  /** The id that is named. */
  readonly to: string;
  /** The types of record that may stand there. */
  readonly targets: readonly RecordType[];
  /** Steps from the root of the naming record to the id. */
  readonly path: Path;
  /** The same as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
}

interface ReferenceField {
  readonly pattern: FieldPattern;
  readonly targets: readonly RecordType[];
}

const fieldsByType = new Map<RecordType, readonly ReferenceField[]>();

/** The fields of a type of record that refer to others, read off its schema. */
export function referenceFieldsOf(type: RecordType): readonly ReferenceField[] {
  let fields = fieldsByType.get(type);
  if (fields === undefined) {
    fields = fieldsOf(recordSchemas[type]).flatMap(({ pattern, schema }) => {
      const targets = referenceTargets.get(schema);
      const isOwnId = pattern.length === 1 && pattern[0] === 'id';
      return targets === undefined || isOwnId ? [] : [{ pattern, targets }];
    });
    fieldsByType.set(type, fields);
  }
  return fields;
}

/**
 * Lists every reference in a record, in the order of its schema's fields. Takes any value: a record that is wrong
 * elsewhere still refers to others.
 *
 * @example
 * ```ts
 * import { referencesOf } from 'newsdomain';
 *
 * const claim = { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' };
 * referencesOf(claim).map(({ pointer, to }) => [pointer, to]); // => [['/articleId', 'article:a']]
 * ```
 */
export function referencesOf(record: unknown): readonly Reference[] {
  if (!isPlainObject(record) || !isRecordType(record.type)) return [];
  const references: Reference[] = [];
  for (const { pattern, targets } of referenceFieldsOf(record.type)) {
    visitPattern(record, pattern, (to, path) => {
      if (typeof to === 'string') references.push({ to, targets, path, pointer: toJsonPointer(path) });
    });
  }
  return references;
}
