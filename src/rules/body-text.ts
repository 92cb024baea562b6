import { isPlainObject } from '../schema/cross-field.js';

/** The plain text of the body of a record, whatever else is wrong with it; `undefined` where there is none. */
export function bodyTextOf(record: unknown): string | undefined {
  if (!isPlainObject(record) || !isPlainObject(record.body)) return undefined;
  const { text } = record.body;
  return typeof text === 'string' ? text : undefined;
}
