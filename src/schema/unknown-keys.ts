import type * as z from 'zod';
import { isPlainObject, valueAt } from './cross-field.js';
import { flattenIssues } from './flatten-issues.js';
import type { Path } from './problem.js';

/** What to do with keys that the schema does not know: refuse them, leave them out, or hand them on. */
export type UnknownKeys = 'error' | 'strip' | 'keep';

/**
 * Parses with a strict schema that is to be lenient about unknown keys, and about nothing else: the keys are
 * taken out and the strict schema judges the rest. With `keep` they are put back where they stood.
 */
export function safeParseLeniently<T>(
  schema: z.ZodType<T>,
  value: unknown,
  unknownKeys: UnknownKeys,
): z.ZodSafeParseResult<T> {
  let result = schema.safeParse(value);
  if (unknownKeys === 'error') return result;
  const removed: { path: Path; key: string; value: unknown }[] = [];
  let current = value;
  while (!result.success) {
    const unknown = flattenIssues(schema, current, result.error.issues, () => undefined).flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: issue.path as Path, key })) : [],
    );
    if (unknown.length === 0) return result;
    for (const { path, key } of unknown) {
      const object = valueAt(current, path);
      if (isPlainObject(object)) removed.push({ path, key, value: object[key] });
    }
    current = withoutKeys(current, unknown);
    result = schema.safeParse(current);
  }
  if (unknownKeys === 'keep') {
    for (const { path, key, value: kept } of removed) {
      const object = valueAt(result.data, path);
      // defineProperty, because assigning to `__proto__` would change the prototype instead of keeping the key
      if (isPlainObject(object)) {
        Object.defineProperty(object, key, {
          value: kept,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
    }
  }
  return result;
}

interface Removal {
  readonly path: Path;
  readonly key: string;
}

/** A copy of `value` without the given keys; parts that lose nothing are shared with the original. */
function withoutKeys(value: unknown, removals: readonly Removal[]): unknown {
  if (Array.isArray(value)) {
    const steps = groupByStep(removals);
    return value.map((item, index) => (steps.has(index) ? withoutKeys(item, steps.get(index)!) : item));
  }
  if (!isPlainObject(value)) return value;
  const steps = groupByStep(removals);
  const gone = new Set(removals.filter(({ path }) => path.length === 0).map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !gone.has(key))
      .map(([key, part]) => [key, steps.has(key) ? withoutKeys(part, steps.get(key)!) : part]),
  );
}

function groupByStep(removals: readonly Removal[]): ReadonlyMap<string | number, Removal[]> {
  const steps = new Map<string | number, Removal[]>();
  for (const { path, key } of removals) {
    const [step, ...rest] = path;
    if (step === undefined) continue;
    const below = steps.get(step) ?? [];
    below.push({ path: rest, key });
    steps.set(step, below);
  }
  return steps;
}
