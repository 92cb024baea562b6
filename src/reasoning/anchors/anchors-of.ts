import { toJsonPointer } from '../../finding/json-pointer.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';
import { ArticleAnchorSchema, TextAnchorSchema } from '../../records/common/text-anchor.js';
import { isRecordType, recordSchemas } from '../../records/news-record.js';
import { isPlainObject } from '../../schema/cross-field.js';
import type { Path } from '../../schema/problem.js';
import { fieldsOf } from '../../schema/walk.js';
import type { RecordType } from '../../vocabulary/record-type.js';

/** An anchor of a record. */
export interface AnchorUse {
  readonly anchor: TextAnchor;
  /** The article whose text is meant: the anchor's own, else that of the record it stands in, where that says so. */
  readonly articleId: string | undefined;
  /** Steps from the root of the record to the anchor. */
  readonly path: Path;
  /** The same as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
}

/** The fields below which anchors stand, by key, with `'*'` for the elements of an array; an anchor has none. */
interface AnchorFields extends ReadonlyMap<string, AnchorFields> {}

const fieldsByType = new Map<RecordType, AnchorFields>();

/** Where the anchors of a type of record stand, read off its schema. */
function anchorFieldsOf(type: RecordType): AnchorFields {
  let fields = fieldsByType.get(type);
  if (fields === undefined) {
    fields = new Map();
    for (const { pattern, schema } of fieldsOf(recordSchemas[type])) {
      if (schema !== TextAnchorSchema && schema !== ArticleAnchorSchema) continue;
      let at = fields as Map<string, AnchorFields>;
      for (const key of pattern) {
        const below = at.get(key) ?? new Map<string, AnchorFields>();
        at.set(key, below);
        at = below as Map<string, AnchorFields>;
      }
    }
    fieldsByType.set(type, fields);
  }
  return fields;
}

/**
 * Lists every anchor of a record, wherever its schema has them, in the order of the schema's fields. Takes any value: a
 * record that is wrong elsewhere still quotes; what has no words in `exact` is passed over.
 *
 * @example
 * ```ts
 * import { anchorsOf } from 'newsdomain';
 *
 * const claim = {
 *   type: 'claim',
 *   id: 'claim:a',
 *   text: 'The visit may take place in June.',
 *   articleId: 'article:a',
 *   hedges: [{ exact: 'may' }],
 *   attribution: [{ sourceIds: ['source:a'], role: 'originator', cue: { exact: 'she said' } }],
 * };
 * anchorsOf(claim).map(({ pointer, anchor }) => [pointer, anchor.exact]); // => [['/attribution/0/cue', 'she said'], ['/hedges/0', 'may']]
 * ```
 */
export function anchorsOf(record: unknown): readonly AnchorUse[] {
  if (!isPlainObject(record) || !isRecordType(record.type)) return [];
  const own = record.type === 'article' ? record.id : record.type === 'claim' ? record.articleId : undefined;
  const found: AnchorUse[] = [];
  const visit = (value: unknown, fields: AnchorFields, path: Path): void => {
    if (fields.size === 0) {
      if (!isPlainObject(value) || typeof value.exact !== 'string' || value.exact === '') return;
      const articleId = value.articleId ?? own;
      found.push({
        anchor: value as unknown as TextAnchor,
        articleId: typeof articleId === 'string' ? articleId : undefined,
        path,
        pointer: toJsonPointer(path),
      });
      return;
    }
    const elements = fields.get('*');
    if (elements !== undefined && Array.isArray(value)) {
      for (const [index, element] of value.entries()) visit(element, elements, [...path, index]);
    } else if (isPlainObject(value)) {
      for (const [key, below] of fields) {
        if (Object.hasOwn(value, key)) visit(value[key], below, [...path, key]);
      }
    }
  };
  visit(record, anchorFieldsOf(record.type), []);
  return found;
}
