import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compileSchemas } from '../../src/records/compile-schemas.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { invalidFixtures, validFixtures } from '../support/fixtures.js';

describe.each(recordTypes)('the compiled schema of %s', (type) => {
  const plain: z.ZodType = recordSchemas[type];
  const compiled: z.ZodType = compileSchemas()[type];

  test('is compiled throughout: no part of it is left to the interpreter', () => {
    expect(() => z.compile(plain, { strict: true })).not.toThrow();
    expect(compiled).not.toBe(plain);
    expect(interpretedParts(plain)).toEqual([]);
  });

  test('is made once', () => {
    expect(compileSchemas()[type]).toBe(compiled);
  });

  test.each(validFixtures(type))('accepts $name and gives it back', ({ value }) => {
    expect(compiled.safeParse(deepFreeze(value))).toEqual({ success: true, data: value });
  });

  test('tells the same mistakes of every invalid fixture', () => {
    for (const { value, description } of invalidFixtures(type)) {
      const expected = plain.safeParse(value);
      const actual = compiled.safeParse(value);
      expect(actual.success, description).toBe(false);
      expect(actual.error?.issues, description).toEqual(expected.error?.issues);
    }
  });
});

test('a part that is left to the interpreter would be seen', () => {
  expect(interpretedParts(z.object({ a: z.xor([z.string(), z.number()]) }))).toHaveLength(1);
});

/** Strict compiling lets a parent hand a part to the interpreter: it then calls a constant with the part's schema. */
function interpretedParts(schema: z.ZodType): readonly string[] {
  const { code } = z.core.compileFn(schema, { debug: true } as never) as unknown as { code: string };
  return code.match(/= c\d+\(c\d+, .*|_zod\.run\(.*/g) ?? [];
}
