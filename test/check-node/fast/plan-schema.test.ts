import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { planOf } from '../../../src/check-node/fast/plan-schema.js';
import {
  ANY,
  BOOLEAN,
  CODE,
  CUT_NOTED,
  CUT_OUT,
  DOUBTFUL,
  LIST,
  NUMBER,
  OBJECT,
  type Plan,
  TEXT,
  UNION,
  WHOLE,
  WORD,
} from '../../../src/check-node/fast/record-plan.js';
import { wantedBy } from '../../../src/check-node/fast/wanted.js';

const all = wantedBy([]);
const plan = (schema: z.ZodType): Plan => planOf(schema, all);
const isShort = (value: unknown): boolean => String(value).length < 9;
const field = (schema: z.ZodType): Plan => plan(z.strictObject({ a: schema })).fields[0]!.plan;

describe('the plan of a schema', () => {
  test.each<[string, z.ZodType, Partial<Plan>]>([
    [
      'a strict object',
      z.strictObject({ a: z.string().optional(), b: z.int() }),
      { kind: OBJECT, required: 1 },
    ],
    ['a list', z.array(z.string()), { kind: LIST }],
    ['a text', z.string(), { kind: TEXT, least: 0, checks: [] }],
    ['a text that is not empty', z.string().min(1), { kind: TEXT, least: 1, checks: [] }],
    ['characters of one class', z.string().regex(/^[!-~]{1,200}$/), { kind: CODE, least: 1, most: 200 }],
    [
      'so many characters of one class',
      z.string().regex(/^[0-9a-f]{64}$/),
      { kind: CODE, least: 64, most: 64 },
    ],
    ['a vocabulary', z.enum(['a', 'b']), { kind: WORD }],
    ['a literal', z.literal('a'), { kind: WORD }],
    ['a number', z.number().min(-1.5).max(9), { kind: NUMBER, least: -1.5, most: 9, isInteger: false }],
    ['an integer', z.int().min(1).min(2), { kind: NUMBER, least: 2, isInteger: true }],
    ['a boolean', z.boolean(), { kind: BOOLEAN }],
    ['anything', z.unknown(), { kind: ANY }],
    ['one of several', z.union([z.string(), z.strictObject({})]), { kind: UNION }],
  ])('is that of %s', (_, schema, expected) => {
    expect(plan(schema)).toMatchObject(expected);
  });

  test.each<[string, z.ZodType]>([
    ['an object that drops what it does not know', z.object({})],
    ['an object with any key', z.looseObject({})],
    ['an object with some key', z.object({}).catchall(z.string())],
    ['an object with a field of every object', z.strictObject({ constructor: z.string().optional() })],
    ['an object with a key that is written with an escape', z.strictObject({ 'a"': z.string() })],
    ['a text of a format', z.email()],
    ['a text that is made of anything', z.coerce.string()],
    ['a number that is made of anything', z.coerce.number()],
    ['a number above a limit', z.number().gt(0)],
    ['a number below a limit', z.number().lt(0)],
    ['a multiple', z.number().multipleOf(2)],
    ['a number with a check', z.number().refine(isShort)],
    ['a number of another format', z.int32()],
    ['a boolean with a check', z.boolean().refine(isShort)],
    ['a vocabulary with a check', z.enum(['a']).refine(isShort)],
    ['a literal that is no text', z.literal(1)],
    ['one of several with a check', z.union([z.string(), z.int()]).refine(isShort)],
    ['exactly one of several', z.xor([z.string(), z.string().min(1)])],
    ['nothing', z.null()],
    ['what may be nothing', z.string().nullable()],
    ['what has a default', z.string().default('a')],
    ['what is made into something else', z.string().transform(isShort)],
    ['a record', z.record(z.string(), z.string())],
    ['a schema that is made later', z.lazy(() => z.string())],
  ])('is a doubt of %s', (_, schema) => {
    expect(plan(schema).kind).toBe(DOUBTFUL);
    expect(field(schema).kind).toBe(DOUBTFUL);
  });

  test('is a doubt of a field that has a check even where it is not there', () => {
    expect(field(z.string().optional().refine(isShort)).kind).toBe(DOUBTFUL);
  });

  test('asks the checks of the schema where it has no better way', () => {
    for (const schema of [
      z.string().refine(isShort),
      z.string().min(2),
      z.string().max(2),
      z.string().min(1).max(2),
      z.string().regex(/^[a-c]+$/),
      z.string().regex(/^[a-c]{1,}$/),
      z.string().regex(/^[a-c]{1,2}$/i),
      z
        .string()
        .regex(/^[a-c]{1,2}$/)
        .min(2),
      z.array(z.string()).min(1),
      z.strictObject({}).refine(isShort),
      z.unknown().refine(isShort),
    ]) {
      expect(plan(schema).checks.length).toBeGreaterThan(0);
    }
  });
});

describe('what is made of a record', () => {
  const schema = z.strictObject({
    a: z.strictObject({ b: z.string(), c: z.string() }),
    d: z.array(z.strictObject({ e: z.string(), f: z.string() })),
    g: z.array(z.string()),
    h: z.array(z.strictObject({ i: z.string(), j: z.array(z.string()) })).refine(isShort),
  });

  function* made(one: Plan, path: string): Generator<string> {
    if (one.isMade && one.kind === TEXT) yield path;
    for (const { name, plan: below } of one.fields) yield* made(below, `${path}.${name}`);
    for (const option of one.options) yield* made(option, `${path}.*`);
  }

  test.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['a'], ['.a.b', '.a.c']],
    [['a.b'], ['.a.b']],
    [
      ['a', 'a.b'],
      ['.a.b', '.a.c'],
    ],
    [
      ['a.b', 'a'],
      ['.a.b', '.a.c'],
    ],
    [
      ['d.*.e', 'g'],
      ['.d.*.e', '.g.*'],
    ],
    [
      ['d.*', 'zz', 'a.zz'],
      ['.d.*.e', '.d.*.f'],
    ],
  ])('is what %j leads to, and what a check looks at', (paths, expected) => {
    const found = [...made(planOf(schema, wantedBy(paths)), '')];
    expect(found).toEqual([...expected, '.h.*.i', '.h.*.j.*']);
  });

  test('has no long texts where they are the body', () => {
    const texts = z.strictObject({ text: z.string(), html: z.string(), note: z.string() });
    const root = plan(z.strictObject({ body: texts, other: texts, text: z.string() }));
    const cuts = (one: Plan): readonly number[] => one.fields.map(({ plan: { cut } }) => cut);
    expect(cuts(root.fields[0]!.plan)).toEqual([CUT_NOTED, CUT_OUT, WHOLE]);
    expect(cuts(root.fields[1]!.plan)).toEqual([WHOLE, WHOLE, WHOLE]);
    expect(root.fields[2]!.plan.cut).toBe(WHOLE);
  });
});
