import type * as z from 'zod';
import { crossFieldRulesOf, isPlainObject } from './cross-field.js';
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
  if (!hasRules(schema)) return;
  const told = branchFor(schema, value);
  const branches = told === undefined ? branchesOf(schema) : [told];
  const [first = [], ...others] = branches.map(crossFieldRulesOf);
  const shared = first.filter((rule) => others.every((rules) => rules.includes(rule)));
  for (const rule of new Set([...crossFieldRulesOf(unwrap(schema)), ...shared])) {
    for (const problem of rule(value)) problems.push(below(path, problem));
  }
  const element = elementOf(branches[0]!);
  if (Array.isArray(value) && element !== undefined) {
    for (const [index, item] of value.entries()) collect(element, item, [...path, index], problems);
  }
  if (!isPlainObject(value)) return;
  const [shape, ...otherShapes] = branches.map(shapeOf);
  for (const [key, field] of Object.entries(shape ?? {})) {
    if (!Object.hasOwn(value, key) || !otherShapes.every((other) => other?.[key] === field)) continue;
    collect(field, value[key], [...path, key], problems);
  }
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
