import type * as z from 'zod';
import { isPlainObject, type ProblemParams, valueAt } from '../schema/cross-field.js';
import { flattenIssues } from '../schema/flatten-issues.js';
import type { Problem } from '../schema/problem.js';
import { crossFieldProblems } from '../schema/recheck.js';
import { branchesOf, likelyBranches, literalsOf, schemaAt, shapeOf } from '../schema/walk.js';
import { clip, describeType, describeValue, oneOf } from './describe.js';
import type { Finding, FindingSubject, Path } from './finding.js';
import { toJsonPointer } from './json-pointer.js';
import { isSlipOf, nearest, sameWord } from './nearest.js';

type Issue = z.core.$ZodIssue;

/** What a finding needs to be told; the rest is derived. */
type Told = Pick<Finding, 'code' | 'message' | 'path'> & Partial<Finding>;

/** Fills in what a finding leaves unsaid. */
export function finding(subject: FindingSubject, told: Told): Finding {
  return {
    severity: 'error',
    part: 'value',
    replacement: null,
    related: [],
    ...subject,
    ...told,
    pointer: toJsonPointer(told.path),
    expected: told.expected == null ? null : clip(told.expected),
    received: told.received == null ? null : clip(told.received),
    suggestion: told.suggestion ?? null,
  };
}

/** The longest id, in UTF-16 code units: a longer text names nothing, and would fill every message. */
const LONGEST_ID = 200;

/** Reads the `id` and `type` of a value that is meant to be a record. */
export function subjectOf(value: unknown): FindingSubject {
  const own = (key: string): string | null => {
    const part = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return typeof part === 'string' && part.length <= LONGEST_ID ? part : null;
  };
  return { recordId: own('id'), recordType: own('type') };
}

/**
 * Turns the issues of one failed parse into findings: one a mistake, in the order of the issues. Union issues are
 * told for the branch that was meant, a misspelt key takes the place of the missing one that it was meant to be, and
 * the rules between fields, which zod calls only once all fields are right, are run all the same.
 */
export function findingsFromIssues(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly Issue[],
  subject: FindingSubject = subjectOf(value),
): Finding[] {
  const found = flattenIssues(schema, value, issues, nearest).flatMap((issue) =>
    fromIssue({ schema, value, subject }, issue),
  );
  const between = crossFieldProblems(schema, value).map((problem) =>
    findingFromProblem(subject, problem, value),
  );
  return withoutEchoes([...found, ...between]);
}

/** Tells what a rule found in a value. */
export function findingFromProblem(
  subject: FindingSubject,
  { related = [], ...problem }: Problem,
  value: unknown,
): Finding {
  return finding(subject, {
    ...told(problem),
    path: problem.path,
    message: problem.message,
    received:
      problem.received ?? (problem.part === 'open' ? null : describeValue(valueAt(value, problem.path))),
    related: related.map((part) => ({ ...part, ...subject })),
  });
}

/** What a rule says of a finding, without what it leaves unsaid. */
function told({
  code,
  part,
  expected,
  suggestion,
  replacement,
}: Omit<Problem, 'path' | 'message'>): Pick<
  Finding,
  'code' | 'part' | 'expected' | 'suggestion' | 'replacement'
> {
  return {
    code,
    part: part ?? 'value',
    expected: expected ?? null,
    suggestion: suggestion ?? replacement ?? null,
    replacement: replacement ?? null,
  };
}

interface Context {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly subject: FindingSubject;
}

function fromIssue(context: Context, issue: Issue): readonly Finding[] {
  const path = issue.path as Path;
  const received = valueAt(context.value, path);
  const tell = (told: Omit<Told, 'path'> & { path?: Path }): readonly Finding[] => [
    finding(context.subject, {
      path,
      received: told.part === 'open' ? null : describeValue(received),
      ...told,
    }),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return withoutRivals(unknownKeys(context, path, issue.keys));
    case 'invalid_type':
      if (issue.expected === 'never') {
        return tell({ code: 'schema/forbidden-key', part: 'key', message: issue.message });
      }
      if (received === undefined && path.length > 0) return missing(context, path);
      return tell({
        code: 'schema/type',
        message: `expected ${withArticle(issue.expected)}, received ${describeType(received)}`,
        expected: withArticle(issue.expected),
      });
    case 'invalid_value':
      if (received === undefined) return missing(context, path);
      return [wrongWord(context, path, issue.values)];
    case 'invalid_union': {
      if (received === undefined) return missing(context, path);
      const options = 'options' in issue ? (issue.options as readonly unknown[]) : undefined;
      if (options !== undefined) return [wrongWord(context, path, options)];
      return tell({ code: 'schema/type', message: `${describeType(received)} does not fit here` });
    }
    case 'too_small':
    case 'too_big':
      return tell(outOfBounds(issue));
    case 'invalid_key':
      return tell({
        code: 'schema/format',
        part: 'key',
        message: issue.issues.map(({ message }) => message).join('; '),
        received: describeValue(path.at(-1)),
      });
    case 'custom': {
      const params = issue.params as ProblemParams | undefined;
      if (params?.code === undefined) return tell({ code: 'schema/format', message: issue.message });
      const base = path.slice(0, path.length - params.depth);
      return tell({
        ...told(params),
        message: issue.message,
        ...(params.received !== undefined && { received: params.received }),
        related: (params.related ?? []).map((other) => ({
          ...other,
          path: [...base, ...other.path],
          ...context.subject,
        })),
      });
    }
    default:
      return tell({ code: 'schema/format', message: issue.message, expected: issue.message });
  }
}

function missing({ schema, value, subject }: Context, path: Path): readonly Finding[] {
  const parent = path.slice(0, -1);
  const key = path.at(-1);
  if (typeof key !== 'string') {
    return [
      finding(subject, { code: 'schema/type', path, message: 'nothing stands here', received: 'nothing' }),
    ];
  }
  const level = schemaAt(schema, value, parent);
  const branches = level === undefined ? [] : likelyBranches(level, valueAt(value, parent));
  const words = branches.flatMap((branch) => literalsOf(shapeOf(branch)?.[key]));
  const hint = words.length > 0 && words.length <= MOST_WORDS ? ` (${oneOf(words)})` : '';
  return [
    finding(subject, {
      code: 'schema/required',
      path: parent,
      part: 'open',
      message: `required key ${JSON.stringify(key)} is missing${hint}`,
      expected: key,
    }),
  ];
}

/** How many alternatives a message lists before it becomes noise. */
const MOST_WORDS = 16;

function unknownKeys(
  { schema, value, subject }: Context,
  path: Path,
  keys: readonly string[],
): readonly Finding[] {
  const object = valueAt(value, path);
  const level = schemaAt(schema, value, path);
  const branches = level === undefined ? [] : likelyBranches(level, object);
  const shapes = branches.map((branch) => shapeOf(branch) ?? {});
  const known = new Set(shapes.flatMap((shape) => Object.keys(shape)));
  const free = [...known].filter((name) => !isPlainObject(object) || !Object.hasOwn(object, name));
  return keys.map((key) => unknownKey({ subject, path, object, shapes, free }, key));
}

interface Surroundings {
  readonly subject: FindingSubject;
  readonly path: Path;
  readonly object: unknown;
  /** The fields of the branches that the object may be meant for. */
  readonly shapes: readonly Readonly<Record<string, z.core.$ZodType>>[];
  /** The names of fields that are not there. */
  readonly free: readonly string[];
}

function unknownKey({ subject, path, object, shapes, free }: Surroundings, key: string): Finding {
  const meant = nearest(key, free);
  // What was probably meant is worth saying; only what was surely meant is worth writing into somebody's file.
  const fields = meant === undefined ? [] : shapes.map((shape) => shape[meant]);
  const sure =
    free.every((name) => isSlipOf(key, name) === (name === meant)) &&
    fields.every((field) => field !== undefined) &&
    fields.some((field) => fits(field, valueAt(object, [key])));
  return finding(subject, {
    code: 'schema/unknown-key',
    path: [...path, key],
    part: 'key',
    message: `unknown key ${describeValue(key)}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`}`,
    received: describeValue(key),
    suggestion: meant ?? null,
    replacement: sure ? (meant ?? null) : null,
  });
}

/** Where two keys of one object were meant to be the same one, neither can be renamed to it. */
function withoutRivals(findings: readonly Finding[]): readonly Finding[] {
  const meant = findings.map(({ replacement }) => replacement);
  return findings.map((found) =>
    meant.filter((name) => name === found.replacement).length > 1 ? { ...found, replacement: null } : found,
  );
}

/** Whether a value may stand in a field, what is wrong deeper inside apart. */
function fits(field: z.core.$ZodType, value: unknown): boolean {
  const { error } = (field as z.ZodType).safeParse(value);
  return (
    error?.issues.every(
      (issue) =>
        issue.path.length > 0 ||
        (issue.code === 'custom' && (issue.params as ProblemParams | undefined)?.replacement !== undefined),
    ) ?? true
  );
}

function wrongWord({ schema, value, subject }: Context, path: Path, words: readonly unknown[]): Finding {
  const received = valueAt(value, path);
  const texts = words.filter((word) => typeof word === 'string');
  const meant = typeof received === 'string' ? nearest(received, texts) : undefined;
  const elsewhere = meant === undefined ? siblingTaking(schema, value, path, received) : undefined;
  const suggestion = elsewhere === undefined ? meant : `${elsewhere}: ${JSON.stringify(received)}`;
  const didYouMean =
    elsewhere !== undefined
      ? `; did you mean ${suggestion}?`
      : meant === undefined
        ? ''
        : `; did you mean ${JSON.stringify(meant)}?`;
  const choice = words.length <= MOST_WORDS ? oneOf(words) : `one of ${words.length} words`;
  return finding(subject, {
    code:
      typeof received === 'string' || words.every((word) => typeof word !== 'string')
        ? 'schema/enum'
        : 'schema/type',
    path,
    message: `expected ${choice}, received ${describeValue(received)}${didYouMean}`,
    expected: choice,
    received: describeValue(received),
    suggestion: suggestion ?? null,
    replacement: typeof received === 'string' ? (sameWord(received, texts) ?? null) : null,
  });
}

/** A key beside the wrong one that takes this very word: `status: "cancelled"` was meant as `phase`. */
function siblingTaking(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path,
  word: unknown,
): string | undefined {
  const level = schemaAt(schema, value, path.slice(0, -1));
  for (const branch of level === undefined ? [] : branchesOf(level)) {
    for (const [key, field] of Object.entries(shapeOf(branch) ?? {})) {
      if (key !== path.at(-1) && literalsOf(field).includes(word)) return key;
    }
  }
  return undefined;
}

function outOfBounds(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): Pick<Finding, 'code' | 'message' | 'expected'> {
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  const limit = `${small ? 'at least' : 'at most'} ${bound}`;
  if (issue.origin === 'string') {
    const expected = small && bound === 1 ? 'a text that is not empty' : `${limit} UTF-16 code units`;
    return { code: 'schema/length', expected, message: `expected ${expected}` };
  }
  if (issue.origin === 'array') {
    const expected = `${limit} item${bound === 1 ? '' : 's'}`;
    return { code: 'schema/length', expected, message: `expected ${expected}` };
  }
  return { code: 'schema/range', expected: limit, message: `expected a number of ${limit}` };
}

function withArticle(type: string): string {
  if (type === 'int') return 'an integer';
  if (type === 'record') return 'an object';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** Codes of an object that has none of several keys, any of which would do. */
const lackingAny: ReadonlySet<string> = new Set(['schema/at-least-one', 'schema/exactly-one']);

/** Drops findings told twice, and those of a missing key that a misspelt one was meant to be. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const renamed = new Set<string>();
  const mended = new Set<string>();
  for (const { code, path, suggestion } of findings) {
    if (code !== 'schema/unknown-key' || suggestion === null) continue;
    renamed.add(toJsonPointer([...path.slice(0, -1), suggestion]));
    mended.add(toJsonPointer(path.slice(0, -1)));
  }
  const known = new Set<string>();
  return findings.filter(({ code, pointer, path, expected, part }) => {
    if (part === 'open' && lackingAny.has(code) && mended.has(pointer)) return false;
    if (code === 'schema/required' && renamed.has(toJsonPointer([...path, expected ?? '']))) return false;
    const key = `${code} ${pointer} ${part === 'open' ? expected : ''}`;
    return !known.has(key) && known.add(key) !== undefined;
  });
}
