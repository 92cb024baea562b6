import type * as z from 'zod';
import { isPlainObject } from './cross-field.js';
import type { Path } from './problem.js';

type Schema = z.core.$ZodType;

/** Any schema's definition, seen through the parts that matter for walking. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly discriminator?: string;
  readonly valueType?: Schema;
}

const definition = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The schema inside `optional`, `nullable` and `readonly`. */
export function unwrap(schema: Schema): Schema {
  let current = schema;
  for (;;) {
    const inner = definition(current).innerType;
    if (inner === undefined) return current;
    current = inner;
  }
}

/** The fields of an object schema, or `undefined` when it is no object. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  return definition(unwrap(schema)).shape;
}

/** The element schema of an array schema, or `undefined` when it is no array. */
export function elementOf(schema: Schema): Schema | undefined {
  return definition(unwrap(schema)).element;
}

/** The branches of a union, nested unions flattened; any other schema is its only branch. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const inner = unwrap(schema);
  const options = definition(inner).options;
  return options === undefined ? [inner] : options.flatMap(branchesOf);
}

/** The key that tells the branches of a union apart, where it has one. */
export function discriminatorOf(schema: Schema): string | undefined {
  return definition(unwrap(schema)).discriminator;
}

/** The literal values a schema allows (`literal`, `enum`), or an empty list. */
export function literalsOf(schema: Schema | undefined): readonly unknown[] {
  return schema === undefined ? [] : [...(unwrap(schema)._zod.values ?? [])];
}

/**
 * The branch of a union that `value` is meant for: told by the discriminator where that is right,
 * by being an object or not in a plain union. `undefined` when nothing tells.
 */
export function branchFor(schema: Schema, value: unknown): Schema | undefined {
  const inner = unwrap(schema);
  const { options, discriminator } = definition(inner);
  if (options === undefined) return inner;
  const chosen = options.find((option) => {
    if (discriminator === undefined) {
      return branchesOf(option).some((branch) => (shapeOf(branch) !== undefined) === isPlainObject(value));
    }
    return isPlainObject(value) && discriminatorValues(option, discriminator).has(value[discriminator]);
  });
  return chosen === undefined ? undefined : branchFor(chosen, value);
}

/** The values of `discriminator` that lead into `branch`. */
export function discriminatorValues(branch: Schema, discriminator: string): ReadonlySet<unknown> {
  return new Set(
    branchesOf(branch).flatMap((option) => {
      const field = shapeOf(option)?.[discriminator];
      return field === undefined ? [] : literalsOf(field);
    }),
  );
}

/** The branches of a schema that `value` may be meant for: one where that can be told, else all. */
export function likelyBranches(schema: Schema, value: unknown): readonly Schema[] {
  const branch = branchFor(schema, value);
  return branch === undefined ? branchesOf(schema) : [branch];
}

/**
 * The schema that judges the part of `value` at `path`, or `undefined` where no schema reaches. Where a union's branch
 * can't be told, the first branch that has such a part.
 */
export function schemaAt(schema: Schema, value: unknown, path: Path): Schema | undefined {
  let current: Schema | undefined = schema;
  let here = value;
  for (const key of path) {
    if (current === undefined) return undefined;
    const below: readonly (Schema | undefined)[] = likelyBranches(current, here).map((branch) =>
      typeof key === 'number' ? elementOf(branch) : ownField(branch, key),
    );
    current = below.find((part) => part !== undefined);
    here = (here as Readonly<Record<string | number, unknown>> | undefined | null)?.[key];
  }
  return current;
}

function ownField(schema: Schema, key: string): Schema | undefined {
  const shape = shapeOf(schema);
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** A field's place in every value of a schema: its keys, with `'*'` for every element of an array. */
export type FieldPattern = readonly string[];

/** A field of a schema, however deep. */
export interface SchemaField {
  readonly pattern: FieldPattern;
  readonly schema: Schema;
}

/**
 * Lists every field below a schema, array elements and union branches included, once per distinct
 * (pattern, schema). The schemas of this package are not recursive, so the list is finite.
 */
export function fieldsOf(schema: Schema): readonly SchemaField[] {
  const fields: SchemaField[] = [];
  const seen = new Map<string, Set<Schema>>();
  const add = (pattern: FieldPattern, field: Schema): void => {
    const inner = unwrap(field);
    const key = pattern.join('\0');
    const known = seen.get(key) ?? new Set();
    if (known.has(inner)) return;
    seen.set(key, known.add(inner));
    fields.push({ pattern, schema: inner });
    descend(pattern, inner);
  };
  const descend = (pattern: FieldPattern, at: Schema): void => {
    for (const branch of branchesOf(at)) {
      for (const [key, field] of Object.entries(shapeOf(branch) ?? {})) add([...pattern, key], field);
      const element = elementOf(branch);
      if (element !== undefined) add([...pattern, '*'], element);
    }
  };
  descend([], schema);
  return fields;
}

/** Calls `found` for every part of `value` that `pattern` leads to. Absent and wrong parts are passed over. */
export function visitPattern(
  value: unknown,
  pattern: FieldPattern,
  found: (part: unknown, path: Path) => void,
): void {
  const step = (part: unknown, depth: number, path: (string | number)[]): void => {
    const key = pattern[depth];
    if (key === undefined) {
      found(part, [...path]);
    } else if (key === '*') {
      if (!Array.isArray(part)) return;
      for (const [index, item] of part.entries()) {
        path.push(index);
        step(item, depth + 1, path);
        path.pop();
      }
    } else if (isPlainObject(part) && Object.hasOwn(part, key)) {
      path.push(key);
      step(part[key], depth + 1, path);
      path.pop();
    }
  };
  step(value, 0, []);
}
