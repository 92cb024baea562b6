import * as z from 'zod';
import { isPlainObject, type ProblemParams, valueAt } from './cross-field.js';
import { flattenIssues } from './flatten-issues.js';
import { jsonFault } from './json-fault.js';
import type { Path } from './problem.js';

/** What to do with keys that the schema does not know: refuse them, leave them out, or hand them on. */
export type UnknownKeys = 'error' | 'strip' | 'keep';

/** What a schema says of a value, and which value it was that it judged last. */
export interface Judgement<T> {
  readonly result: z.ZodSafeParseResult<T>;
  /** The value that `result` is about: the one given, less the unknown keys where they are not refused. */
  readonly judged: unknown;
}

/**
 * How many values are parsed as schemas stand. zod writes code for a schema when it first parses with it, which takes
 * longer than a few values do, and gives the same.
 */
const AS_THEY_STAND = 16;

let parsed = 0;

function parse<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  if (parsed === AS_THEY_STAND) return schema.safeParse(value);
  parsed++;
  return schema.safeParse(value, { jitless: true });
}

/**
 * Parses with a strict schema that is to be lenient about unknown keys, and about nothing else: the keys are
 * taken out and the strict schema judges the rest. With `keep` they are put back where they stood; what they hold
 * must be JSON, like all of a record.
 */
export function judgeLeniently<T>(
  schema: z.ZodType<T>,
  value: unknown,
  unknownKeys: UnknownKeys,
): Judgement<T> {
  let judged = value;
  let result = parse(schema, judged);
  if (unknownKeys === 'error') return { result, judged };
  const removed: (Removal & { readonly value: unknown })[] = [];
  while (!result.success) {
    const unknown = flattenIssues(schema, judged, result.error.issues, () => undefined).flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: issue.path as Path, key })) : [],
    );
    if (unknown.length === 0) break;
    for (const { path, key } of unknown) {
      const object = valueAt(judged, path);
      if (isPlainObject(object)) removed.push({ path, key, value: object[key] });
    }
    judged = withoutKeys(judged, unknown);
    result = parse(schema, judged);
  }
  if (unknownKeys === 'strip' || removed.length === 0) return { result, judged };
  const faults = removed.flatMap(({ path, key, value: kept }) => {
    const message = jsonFault(kept);
    return message === undefined ? [] : [notJson([...path, key], kept, message)];
  });
  if (faults.length > 0) {
    const issues = result.success ? faults : [...result.error.issues, ...faults];
    return { result: { success: false, error: new z.ZodRealError(issues) as z.ZodError<T> }, judged };
  }
  if (result.success) for (const kept of removed) putBack(result.data, kept);
  return { result, judged };
}

function notJson(path: Path, input: unknown, message: string): z.core.$ZodIssue {
  const received =
    typeof input === 'object' ? (Array.isArray(input) ? 'an array' : 'an object') : `a ${typeof input}`;
  const params: ProblemParams = { code: 'schema/type', expected: 'JSON', received, depth: 0 };
  return { code: 'custom', message, path: [...path], input, params: { ...params } };
}

/** Gives a key back to a copy. Defines it, because assigning to `__proto__` would change the prototype instead. */
function putBack(copy: unknown, { path, key, value }: Removal & { readonly value: unknown }): void {
  const object = valueAt(copy, path);
  if (!isPlainObject(object)) return;
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
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
