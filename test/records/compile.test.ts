import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ConfirmedEventSchema, UnconfirmedEventSchema } from '../../src/records/scheduled-event.js';
import { fieldsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { invalidFixtures, validFixtures } from '../support/fixtures.js';
import { recordFunctions } from '../support/record-functions.js';

const schemas = [
  ...recordFunctions.map(({ name, schema }) => ({ name: String(name), schema })),
  { name: 'confirmed event', schema: ConfirmedEventSchema as z.ZodType },
  { name: 'unconfirmed event', schema: UnconfirmedEventSchema as z.ZodType },
];

/** The calls of generated code that hand a part to the interpreter: a function, given the part's schema first. */
const islandsOf = (schema: z.ZodType): readonly string[] =>
  z.core.compileFn(schema, { debug: true }).code!.match(/= c\d+\(c\d+, .*/g) ?? [];

describe.each(schemas)('the schema of $name', ({ schema }) => {
  test('compiles strictly', () => {
    expect(() => z.compile(schema, { strict: true })).not.toThrow();
  });

  test('compiles to code without islands that are interpreted', () => {
    expect(islandsOf(schema)).toEqual([]);
  });

  test('is made of parts that neither change a value nor know themselves', () => {
    const parts = [schema, ...fieldsOf(schema).map((field) => field.schema)];
    const allowed = [
      'object',
      'union',
      'array',
      'string',
      'number',
      'boolean',
      'enum',
      'literal',
      'never',
      'unknown',
    ];
    for (const part of parts) {
      const {
        type,
        checks = [],
        coerce,
      } = part._zod.def as unknown as {
        type: string;
        checks?: readonly z.core.$ZodCheck[];
        coerce?: boolean;
      };
      expect(allowed).toContain(type);
      expect(coerce).toBeFalsy();
      expect(part._zod.optin).toBe(part._zod.optout);
      for (const check of checks) {
        expect(check._zod.def.check).not.toBe('overwrite');
      }
    }
  });
});

test('an island would be seen', () => {
  const sometimes = z.string().check(z.refine(() => true, { when: () => true }));
  expect(islandsOf(z.object({ a: sometimes, b: z.string() }))).toHaveLength(1);
});

test('the source uses neither superRefine nor a transform nor anything that zod keeps globally', async () => {
  const { globSync, readFileSync } = { ...(await import('tinyglobby')), ...(await import('node:fs')) };
  for (const file of globSync(['src/{records,schema,dataset}/**/*.ts'])) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code, file).not.toMatch(
      /superRefine|\.transform\(|\.preprocess|\.overwrite|\.describe\(|\.meta\(|z\.config|z\.lazy|z\.json\(|z\.coerce|z\.xor|import \{[^}]*\bz\b[^}]*\} from 'zod'/,
    );
  }
});

describe.each(recordTypes)('compiled, the schema of %s', (type) => {
  const { schema } = recordFunctions.find(({ name }) => name === type)!;
  const compiled = z.compile(schema, { strict: true });

  test('says of every fixture what it says interpreted', () => {
    for (const { value } of [...validFixtures(type), ...invalidFixtures(type)]) {
      const slow = schema.safeParse(value);
      const fast = compiled.safeParse(value);
      expect(fast.success).toBe(slow.success);
      expect(fast.data).toEqual(slow.data);
      expect(fast.error?.issues).toEqual(slow.error?.issues);
    }
  });
});
