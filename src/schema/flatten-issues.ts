import type * as z from 'zod';
import { isPlainObject, valueAt } from './cross-field.js';
import type { Path } from './problem.js';
import { branchesOf, branchFor, discriminatorOf, discriminatorValues, schemaAt } from './walk.js';

type Issue = z.core.$ZodIssue;

/** What names the value a wrong one was meant to be, or `undefined`. */
export type Guess = (wrong: string, known: readonly string[]) => string | undefined;

/**
 * Replaces every union issue by the issues of the one branch that was meant, so that a mistake is told once.
 *
 * Where a discriminator is missing or wrong, zod looks no further; here the value is judged again as the branch
 * that `guess` names, or as the one with the fewest issues, so that its other mistakes are found in the same run.
 */
export function flattenIssues(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly Issue[],
  guess: Guess,
): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    if (issue.code !== 'invalid_union') return [issue];
    const discriminator = 'discriminator' in issue ? (issue.discriminator as string | undefined) : undefined;
    if (discriminator === undefined) return flattenPlainUnion(schema, value, issue, guess);
    const objectPath = issue.path.slice(0, -1) as Path;
    const union = schemaAt(schema, value, objectPath);
    const object = valueAt(value, objectPath);
    if (union === undefined || !isPlainObject(object)) return [issue];
    return [issue, ...issuesOfMeantBranch(union, object, discriminator, guess).map(under(objectPath))];
  });
}

function flattenPlainUnion(
  schema: z.core.$ZodType,
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  guess: Guess,
): readonly Issue[] {
  const path = issue.path as Path;
  const union = schemaAt(schema, value, path);
  const part = valueAt(value, path);
  const branch = union && branchFor(union, part);
  if (branch === undefined) return [issue];
  return issuesOf(branch, part, guess).map(under(path));
}

function issuesOfMeantBranch(
  union: z.core.$ZodType,
  object: Readonly<Record<string, unknown>>,
  discriminator: string,
  guess: Guess,
): readonly Issue[] {
  const level = unionAt(union, object, discriminator);
  const branches = branchesOf(level).map((schema) => ({
    schema,
    values: [...discriminatorValues(schema, discriminator)],
  }));
  const known = branches.flatMap(({ values }) => values).filter((name) => typeof name === 'string');
  const given = object[discriminator];
  const meant = typeof given === 'string' ? guess(given, known) : undefined;
  let best: readonly Issue[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const { schema, values } of branches) {
    if (meant !== undefined && !values.includes(meant)) continue;
    const found = issuesOf(schema, { ...object, [discriminator]: values[0] }, guess);
    if (found.length < fewest) {
      best = found;
      fewest = found.length;
    }
  }
  return best;
}

/** The union, here or in the branch that `object` leads into, that `discriminator` belongs to. */
function unionAt(
  union: z.core.$ZodType,
  object: Readonly<Record<string, unknown>>,
  discriminator: string,
): z.core.$ZodType {
  const own = discriminatorOf(union);
  if (own === undefined || own === discriminator) return union;
  const options = (union._zod.def as unknown as { options: readonly z.core.$ZodType[] }).options;
  const next = options.find((option) => discriminatorValues(option, own).has(object[own]));
  return next === undefined ? union : unionAt(next, object, discriminator);
}

function issuesOf(schema: z.core.$ZodType, value: unknown, guess: Guess): readonly Issue[] {
  const result = (schema as z.ZodType).safeParse(value);
  return result.success ? [] : flattenIssues(schema, value, result.error.issues, guess);
}

const under =
  (prefix: Path) =>
  (issue: Issue): Issue =>
    ({ ...issue, path: [...prefix, ...issue.path] }) as Issue;
