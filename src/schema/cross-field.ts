import type * as z from 'zod';
import type { Path, Problem } from './problem.js';

/**
 * A rule over several fields of one value. It never throws and tolerates absent or wrong fields: zod calls it
 * on values whose fields are right, the checker also on values whose fields are not.
 */
export type CrossFieldRule = (value: unknown) => readonly Problem[];

/** What a schema of this package says about a mistake that zod has no code for, in `params` of a custom issue. */
export interface ProblemParams extends Omit<Problem, 'path' | 'message'> {
  /** How many steps of the issue's path the rule itself gave: what `related` paths are relative to. */
  readonly depth: number;
}

type Check = (payload: z.core.ParsePayload) => void;

/** The rules behind each check, so that they can be run again where zod did not get to them. */
const rulesByCheck = new WeakMap<object, readonly CrossFieldRule[]>();

/** Turns cross-field rules into one zod check. */
export function crossField(...rules: readonly CrossFieldRule[]): Check {
  const check: Check = (payload) => {
    for (const rule of rules) {
      for (const { path, message, ...params } of rule(payload.value)) {
        payload.issues.push({
          code: 'custom',
          message,
          path: [...path],
          input: valueAt(payload.value, path),
          params: { ...params, depth: path.length } satisfies ProblemParams as Record<string, unknown>,
          continue: true,
        });
      }
    }
  };
  rulesByCheck.set(check, rules);
  return check;
}

/** The cross-field rules that a schema calls on its own values, not on their parts. */
export function crossFieldRulesOf(schema: z.core.$ZodType): readonly CrossFieldRule[] {
  return (schema._zod.def.checks ?? []).flatMap((check) => rulesByCheck.get(check._zod.check) ?? []);
}

/** The part of `value` that `path` leads to through own properties, or `undefined`. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** Whether `value` is an object that is no array. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
