import type { Finding } from '../finding/finding.js';
import { finding, subjectOf } from '../finding/from-issues.js';
import { isPlainObject } from '../schema/cross-field.js';

/** A value with its type, or why it is of another type. */
export interface Typed {
  readonly value: unknown;
  readonly finding?: Finding | undefined;
}

/** Supplies a type where there is none; a different one is the only thing said of the record. */
export function supplyType(value: unknown, type: string | undefined): Typed {
  if (type === undefined || !isPlainObject(value)) return { value };
  if (!Object.hasOwn(value, 'type')) return { value: { ...value, type } };
  if (value.type === type) return { value };
  return {
    value,
    finding: finding(subjectOf(value), {
      code: 'schema/type',
      path: ['type'],
      message: `expected records of the type ${JSON.stringify(type)} here`,
      expected: JSON.stringify(type),
      received: typeof value.type === 'string' ? JSON.stringify(value.type) : 'no type',
    }),
  };
}
