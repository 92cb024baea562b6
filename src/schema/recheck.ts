import type * as z from 'zod';
import { type CrossFieldRule, crossFieldRulesOf, isPlainObject } from './cross-field.js';
import type { Path, Problem } from './problem.js';
import { branchesOf, branchFor, elementOf, shapeOf, unwrap } from './walk.js';

type Schema = z.core.$ZodType;

/**
 * Runs every cross-field rule of a schema, however deep, on a value whose fields may be wrong. zod calls the rules of
 * an object only once all its fields are right; with this, all mistakes are found in one run.
 *
 * Of a union, the rules of the branch that the value is meant for are run; where that cannot be told, those that all
 * branches share.
 */
export function crossFieldProblems(schema: Schema, value: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  collect(schema, value, [], problems);
  return problems;
}

function collect(schema: Schema, value: unknown, path: Path, problems: Problem[]): void {
  const { rules, element, fields } = watchedIn(schema, value);
  for (const rule of rules) {
    for (const problem of rule(value)) problems.push(below(path, problem));
  }
  if (element !== undefined && Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      collect(element, value[index], [...path, index], problems);
    }
  }
  if (fields.length === 0 || !isPlainObject(value)) return;
  for (const [key, field] of fields) {
    if (Object.hasOwn(value, key)) collect(field, value[key], [...path, key], problems);
  }
}

/** What is to be run on a value, and the parts of it that something is to be run on. */
interface Watched {
  readonly rules: readonly CrossFieldRule[];
  readonly element: Schema | undefined;
  readonly fields: readonly (readonly [string, Schema])[];
}

const watched = new WeakMap<Schema, Map<Schema | undefined, Watched>>();

function watchedIn(schema: Schema, value: unknown): Watched {
  const told = branchFor(schema, value);
  let byBranch = watched.get(schema);
  if (byBranch === undefined) {
    byBranch = new Map();
    watched.set(schema, byBranch);
  }
  let found = byBranch.get(told);
  if (found === undefined) {
    found = watchedOf(schema, told === undefined ? branchesOf(schema) : [told]);
    byBranch.set(told, found);
  }
  return found;
}

function watchedOf(schema: Schema, branches: readonly Schema[]): Watched {
  const [first = [], ...others] = branches.map(crossFieldRulesOf);
  const shared = first.filter((rule) => others.every((rules) => rules.includes(rule)));
  const element = elementOf(branches[0]!);
  const [shape = {}, ...otherShapes] = branches.map(shapeOf);
  return {
    rules: [...new Set([...crossFieldRulesOf(unwrap(schema)), ...shared])],
    element: element !== undefined && hasRules(element) ? element : undefined,
    fields: Object.entries(shape).filter(
      ([key, field]) => hasRules(field) && otherShapes.every((other) => other?.[key] === field),
    ),
  };
}

const known = new WeakMap<Schema, boolean>();

/** Whether a schema has a cross-field rule anywhere. */
function hasRules(schema: Schema): boolean {
  const inner = unwrap(schema);
  let answer = known.get(inner);
  if (answer === undefined) {
    answer = [inner, ...branchesOf(inner)].some((branch) => {
      const element = elementOf(branch);
      const parts = [...Object.values(shapeOf(branch) ?? {}), ...(element === undefined ? [] : [element])];
      return crossFieldRulesOf(branch).length > 0 || parts.some(hasRules);
    });
    known.set(inner, answer);
  }
  return answer;
}

function below(path: Path, problem: Problem): Problem {
  return {
    ...problem,
    path: [...path, ...problem.path],
    related: problem.related?.map((other) => ({ ...other, path: [...path, ...other.path] })),
  };
}
