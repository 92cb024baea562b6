import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  type CrossFieldRule,
  crossField,
  crossFieldRulesOf,
  isPlainObject,
  valueAt,
} from '../../src/schema/cross-field.js';
import { crossFieldProblems } from '../../src/schema/recheck.js';

const inOrder: CrossFieldRule = (value) =>
  isPlainObject(value) && Number(value.from) > Number(value.to)
    ? [{ code: 'time/x', path: ['to'], message: 'backwards', related: [{ path: ['from'], message: 'from' }] }]
    : [];
const never: CrossFieldRule = () => [{ code: 'event/x', path: [], message: 'never' }];

const span = z.strictObject({ from: z.number(), to: z.number() }).check(crossField(inOrder));
const tagged = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('a'), span: span.optional(), one: z.string() }),
  z.strictObject({ tag: z.literal('b'), one: z.string() }).check(crossField(never)),
]);
const shared = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('a'), span }).check(crossField(never, inOrder)),
  z.strictObject({ tag: z.literal('b'), span }).check(crossField(never)),
]);
const root = z.strictObject({
  name: z.string(),
  spans: z.array(span).optional(),
  tagged: tagged.optional(),
  shared: shared.optional(),
});

const problems = (schema: z.ZodType, value: unknown): readonly string[] =>
  crossFieldProblems(schema, value).map(({ code, path }) => `${code} ${path.join('/')}`);

describe('rules between fields are run on values that zod has given up', () => {
  test('at every depth, with places from the root', () => {
    const value = {
      name: 7,
      spans: [
        { from: 2, to: 1 },
        { from: 1, to: 2 },
        { from: 3, to: 1, more: true },
      ],
    };
    expect(root.safeParse(value).error?.issues.some(({ code }) => code === 'custom')).toBe(true);
    expect(problems(root, value)).toEqual(['time/x spans/0/to', 'time/x spans/2/to']);
    expect(crossFieldProblems(root, value)[1]?.related).toEqual([
      { path: ['spans', 2, 'from'], message: 'from' },
    ]);
  });

  test('of the branch that is named', () => {
    expect(problems(root, { tagged: { tag: 'a', span: { from: 2, to: 1 } } })).toEqual([
      'time/x tagged/span/to',
    ]);
    expect(problems(root, { tagged: { tag: 'b', span: { from: 2, to: 1 } } })).toEqual(['event/x tagged']);
  });

  test('of all branches where none is named: what they share, and no more', () => {
    expect(problems(root, { tagged: { tag: 'c', span: { from: 2, to: 1 } } })).toEqual([]);
    expect(problems(root, { shared: { tag: 'c', span: { from: 2, to: 1 } } })).toEqual([
      'event/x shared',
      'time/x shared/span/to',
    ]);
  });

  test('on anything', () => {
    for (const value of [
      undefined,
      null,
      7,
      'a',
      [],
      [[]],
      { spans: 7 },
      { spans: [null, []] },
      { tagged: null },
    ]) {
      expect(problems(root, value)).toEqual([]);
    }
    expect(problems(z.string(), 'a')).toEqual([]);
  });
});

test('a schema says which rules it calls, on itself and not on its parts', () => {
  expect(crossFieldRulesOf(span)).toEqual([inOrder]);
  expect(crossFieldRulesOf(root)).toEqual([]);
});

test('zod calls the rules itself once the fields are right, and says where', () => {
  const { error } = root.safeParse({ name: 'a', spans: [{ from: 2, to: 1 }] });
  expect(error?.issues).toEqual([
    expect.objectContaining({
      code: 'custom',
      path: ['spans', 0, 'to'],
      message: 'backwards',
      params: expect.objectContaining({ code: 'time/x', depth: 1 }),
    }),
  ]);
});

test('a part is reached through own properties alone', () => {
  const value = { a: [{ b: 1 }], ['__proto__']: undefined };
  expect(valueAt(value, [])).toBe(value);
  expect(valueAt(value, ['a', 0, 'b'])).toBe(1);
  expect(valueAt(value, ['a', 1, 'b'])).toBeUndefined();
  expect(valueAt(value, ['constructor'])).toBeUndefined();
  expect(valueAt(null, ['a'])).toBeUndefined();
  expect(valueAt('text', ['length'])).toBeUndefined();
});
