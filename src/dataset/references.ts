import type { Path } from '../finding/finding.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import { referenceTargets } from '../records/common/ids.js';
import { isRecordType, recordSchemas } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import { type FieldPattern, fieldsOf } from '../schema/walk.js';
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

/** A field of one type of record that refers to others. */
export interface ReferenceField {
  /** Which of the fields of its type it is, in the order of the schema. */
  readonly number: number;
  readonly pattern: FieldPattern;
  /** How many lists lie on the way to it: how many indexes a reference needs beside the field. */
  readonly depth: number;
  /** The types of record that it may name. */
  readonly targets: readonly RecordType[];
}

/** What is done with a reference. `indexes` is the walk's own list and changes as it goes on: copy what is kept. */
export type FoundReference = (to: string, field: ReferenceField, indexes: readonly number[]) => void;

const fieldsByType = new Map<RecordType, readonly ReferenceField[]>();

/** The fields of a type of record that refer to others, read off its schema. */
export function referenceFieldsOf(type: RecordType): readonly ReferenceField[] {
  let fields = fieldsByType.get(type);
  if (fields === undefined) {
    const found: ReferenceField[] = [];
    for (const { pattern, schema } of fieldsOf(recordSchemas[type])) {
      const targets = referenceTargets.get(schema);
      const isOwnId = pattern.length === 1 && pattern[0] === 'id';
      if (targets === undefined || isOwnId) continue;
      const depth = pattern.filter((key) => key === '*').length;
      found.push({ number: found.length, pattern, depth, targets });
    }
    fields = found;
    fieldsByType.set(type, fields);
  }
  return fields;
}

/** Where in a record a reference stands, given its field and its indexes. */
export function pathOfReference({ pattern }: ReferenceField, indexes: readonly number[]): Path {
  let next = 0;
  return pattern.map((key) => (key === '*' ? indexes[next++]! : key));
}

/** One step on the way to references: the same for all fields that share it. */
interface Step {
  field: ReferenceField | undefined;
  items: Step | undefined;
  readonly keys: string[];
  /** What is below each of the keys. */
  readonly below: Step[];
}

const stepsByType = new Map<RecordType, Step>();

function stepsOf(type: RecordType): Step {
  let root = stepsByType.get(type);
  if (root === undefined) {
    root = newStep();
    for (const field of referenceFieldsOf(type)) {
      let step = root;
      for (const key of field.pattern) step = stepInto(step, key);
      step.field = field;
    }
    stepsByType.set(type, root);
  }
  return root;
}

const newStep = (): Step => ({ field: undefined, items: undefined, keys: [], below: [] });

function stepInto(from: Step, key: string): Step {
  if (key === '*') {
    from.items ??= newStep();
    return from.items;
  }
  const known = from.below[from.keys.indexOf(key)];
  if (known !== undefined) return known;
  const step = newStep();
  from.keys.push(key);
  from.below.push(step);
  return step;
}

/**
 * Calls `found` for every reference in a record, in the order of its schema's fields, in one walk that makes nothing.
 * Takes any value: a record that is wrong elsewhere still refers to others.
 */
export function visitReferences(
  type: RecordType,
  record: Readonly<Record<string, unknown>>,
  found: FoundReference,
): void {
  visit(record, stepsOf(type), [], found);
}

function visit(value: unknown, step: Step, indexes: number[], found: FoundReference): void {
  if (step.field !== undefined && typeof value === 'string') found(value, step.field, indexes);
  if (step.items !== undefined && Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      indexes.push(index);
      visit(value[index], step.items, indexes, found);
      indexes.pop();
    }
  }
  const { keys, below } = step;
  if (keys.length === 0 || !isPlainObject(value)) return;
  for (let index = 0; index < keys.length; index++) {
    const part = value[keys[index]!];
    if (part !== undefined) visit(part, below[index]!, indexes, found);
  }
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
  visitReferences(record.type, record, (to, field, indexes) => {
    const path = pathOfReference(field, indexes);
    references.push({ to, targets: field.targets, path, pointer: toJsonPointer(path) });
  });
  return references;
}
