import fc from 'fast-check';
import * as z from 'zod';
import { planOf } from '../../src/check-node/fast/plan-schema.js';
import { DOUBTFUL } from '../../src/check-node/fast/record-plan.js';
import { wantedBy } from '../../src/check-node/fast/wanted.js';

/** A schema, and values on both sides of what it allows. */
export interface Sample {
  readonly schema: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
}

const words = ['red', 'reddish', 'green', ''];

const texts = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'b',
    'ab',
    'abc',
    'abcd',
    'aa',
    'AB',
    ' ',
    '~',
    'é',
    '🙂',
    'a\n',
    '"',
    '\\',
    'a b',
  ),
  fc.constantFrom(
    'https://example.org/',
    'a@example.org',
    'x'.repeat(300),
    'é'.repeat(70),
    `${'y'.repeat(90)}\n`,
  ),
  fc.string({ unit: 'grapheme', maxLength: 70 }),
);

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 2, 3, 9, 9.5, 10, 0.5, -0.5, -3, -4, 1e15, 1e21, 2 ** 53 - 1, 2 ** 53, 1e-7),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], { a: 1 }, 'red', 1),
  fc.jsonValue({ maxDepth: 2 }),
);

const isShort = (value: unknown): boolean => (JSON.stringify(value) ?? '').length < 40;

const isPlanned = (schema: z.ZodType): boolean => planOf(schema, wantedBy([])).kind !== DOUBTFUL;

/** Values that are right where there are any, those near them, and some of every kind. */
const leaf = (schema: z.ZodType, values: fc.Arbitrary<unknown>): Sample => {
  const right = fc
    .sample(values, { numRuns: 200, seed: 1 })
    .filter((value) => schema.safeParse(value).success);
  const near = [
    { weight: 2, arbitrary: values },
    { weight: 1, arbitrary: anything },
  ];
  return {
    schema,
    values: fc.oneof(
      ...(right.length === 0 ? [] : [{ weight: 17, arbitrary: fc.constantFrom(...right) }]),
      ...near,
    ),
  };
};

/** Schemas of one value that have a plan, and some that have none. */
const leaves: readonly Sample[] = [
  ...[
    z.string(),
    z.string().min(1),
    z.string().min(2).max(4),
    z.string().max(3),
    z.string().regex(/^[a-c]{1,3}$/),
    z.string().regex(/^[!-~]{2}$/),
    z.string().regex(/^[^b]{1,2}$/),
    z.string().regex(/^[a-c]{1,3}$/i),
    z.string().regex(/^[a-c]{1,}$/),
    z.string().regex(/^[é🙂a]{1,2}$/u),
    z.string().regex(/^a+$/).min(2),
    z.string().refine(isShort),
    z.string().trim().min(1),
    z.coerce.string(),
    z.email(),
    z.url(),
  ].map((schema) => leaf(schema, texts)),
  ...[
    z.number(),
    z.number().min(0).max(9),
    z.int().min(-3).max(9),
    z.number().int(),
    z.int32(),
    z.number().gt(0).lt(10),
    z.number().multipleOf(2),
    z.number().refine(isShort),
    z.coerce.number(),
  ].map((schema) => leaf(schema, numbers)),
  ...[z.boolean(), z.coerce.boolean(), z.literal(true)].map((schema) => leaf(schema, fc.boolean())),
  ...[
    z.enum(words),
    z.literal('red'),
    z.literal(['green', 'reddish', 1]),
    z.enum(words).refine((word) => word !== 'red'),
  ].map((schema) => leaf(schema, fc.constantFrom<unknown>(...words, 'rex', 1))),
  leaf(z.null(), fc.constant(null)),
  ...[z.unknown(), z.any(), z.unknown().refine(isShort), z.record(z.string(), z.number())].map((schema) =>
    leaf(schema, fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })),
  ),
];

/** Schemas around another. */
const wrapped = ({ schema, values }: Sample): readonly Sample[] => [
  { schema: schema.nullable(), values: fc.oneof(values, fc.constant(null)) },
  { schema: schema.readonly(), values },
  { schema: z.lazy(() => schema), values },
  { schema: schema.refine(isShort), values },
  { schema: schema.transform((value) => [value]), values },
  { schema: schema.pipe(z.unknown()), values },
];

const listsOf = ({ schema, values }: Sample): readonly Sample[] =>
  [z.array(schema), z.array(schema).min(1), z.array(schema).max(2), z.array(schema).refine(isShort)].map(
    (list) => ({
      schema: list,
      values: fc.oneof({ weight: 19, arbitrary: fc.array(values, { maxLength: 3 }) }, anything),
    }),
  );

const unionOf = (one: Sample, other: Sample): readonly Sample[] =>
  [
    z.union([one.schema, other.schema]),
    z.xor([one.schema, other.schema]),
    z.union([one.schema, other.schema]).refine(isShort),
  ].map((schema) => ({ schema, values: fc.oneof(one.values, other.values) }));

const keys = ['a', 'b', 'ab', 'é', 'id', 'n"', '__proto__', 'constructor'];

type Fields = readonly { readonly key: string; readonly sample: Sample; readonly optional: number }[];

const shapeOf = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(
    fields.map(({ key, sample: { schema }, optional }) => [
      key,
      [
        schema,
        schema.optional(),
        schema.optional(),
        schema.optional().refine((value) => value === undefined || isShort(value)),
        schema.default('a' as never),
      ][optional]!,
    ]),
  );

/** Values for some fields, few of which are missing or of no field. */
const valuesOf = (fields: Fields): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.tuple(...fields.map(({ sample }) => sample.values)),
      fc.array(fc.nat(20), { minLength: fields.length, maxLength: fields.length }),
      fc.oneof(
        { weight: 24, arbitrary: fc.constant(null) },
        fc.tuple(fc.constantFrom(...keys, 'zz'), anything),
      ),
    )
    .map(([values, missing, more]) => {
      const entries = fields.flatMap(({ key, optional }, index) =>
        missing[index]! < (optional === 0 ? 1 : 6) ? [] : [[key, values[index]] as const],
      );
      return Object.fromEntries(more === null ? entries : [...entries, more]);
    });

const objectsOf = (fields: Fields): readonly Sample[] => {
  const shape = shapeOf(fields);
  const values = valuesOf(fields);
  const strict = z.strictObject(shape);
  return [
    ...[strict, strict, strict, strict, strict, strict, strict, strict.refine(isShort)],
    ...[z.object(shape), z.looseObject(shape), z.object(shape).catchall(z.string())],
  ].map((schema) => ({ schema, values }));
};

const discriminated = (one: Fields, other: Fields): Sample => {
  const fieldsOf = (kind: string, fields: Fields): Fields => [
    {
      key: 'kind',
      sample: { schema: z.literal(kind), values: fc.constantFrom<unknown>(kind, kind, 'red') },
      optional: 0,
    },
    ...fields,
  ];
  const [red, green] = [fieldsOf('red', one), fieldsOf('green', other)];
  return {
    schema: z.discriminatedUnion('kind', [z.strictObject(shapeOf(red)), z.strictObject(shapeOf(green))]),
    values: fc.oneof(valuesOf(red), valuesOf(green)),
  };
};

const fields = (sample: fc.Arbitrary<Sample>): fc.Arbitrary<Fields> =>
  fc.uniqueArray(
    fc.record({
      key: fc.oneof(
        { weight: 29, arbitrary: fc.constantFrom('a', 'b', 'ab', 'é', 'id') },
        fc.constantFrom(...keys),
      ),
      sample,
      optional: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 4),
    }),
    { minLength: 1, maxLength: 3, selector: ({ key }) => key },
  );

const anyOf = (samples: readonly Sample[]): fc.Arbitrary<Sample> => fc.constantFrom(...samples);

const depth = fc.createDepthIdentifier();

/** Schemas of every kind, most of which have a plan. */
const schemas: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { depthIdentifier: depth, maxDepth: 3, depthSize: 'small' },
    { weight: 9, arbitrary: anyOf(leaves.filter(({ schema }) => isPlanned(schema))) },
    { weight: 1, arbitrary: anyOf(leaves) },
    { weight: 1, arbitrary: tie('sample').chain((one) => anyOf(wrapped(one))) },
    { weight: 3, arbitrary: tie('sample').chain((one) => anyOf(listsOf(one))) },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('sample'), tie('sample')).chain(([one, other]) => anyOf(unionOf(one, other))),
    },
    { weight: 4, arbitrary: fields(tie('sample')).chain((some) => anyOf(objectsOf(some))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fields(tie('sample')), fields(tie('sample')))
        .map(([one, other]) => discriminated(one, other)),
    },
  ),
})).sample;

const body: Sample = {
  schema: z.strictObject({ text: z.string().optional(), html: z.string().optional() }),
  values: fc.record({ text: texts, html: texts }, { requiredKeys: [] }),
};

/** Schemas of objects, as records have them. */
export const objectSchemas: fc.Arbitrary<Sample & { readonly keys: readonly string[] }> = fc
  .tuple(fields(schemas), fc.boolean())
  .chain(([some, hasBody]) => {
    const all: Fields = hasBody ? [...some, { key: 'body', sample: body, optional: 1 }] : some;
    // A check of the whole would see that a text was cut out.
    return anyOf(objectsOf(all).slice(0, hasBody ? 7 : 9)).map((sample) => ({
      ...sample,
      keys: all.map(({ key }) => key),
    }));
  });
