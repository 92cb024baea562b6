import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { NewsDomainError } from '../../src/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { recordFunctions } from '../support/record-functions.js';
import { thrownBy } from '../support/thrown-by.js';

test('an article with nothing but its id is valid', () => {
  expect(recordFunctions[0]!.parse({ type: 'article', id: 'article:a' })).toEqual({
    type: 'article',
    id: 'article:a',
  });
});

describe.each(recordFunctions)(
  'reading $name',
  ({ schema, parse, safeParse, is, assert, define, minimal }) => {
    test('takes what is required and nothing else, and leaves it alone', () => {
      const input = deepFreeze({ ...minimal });
      const output = parse(input);
      expect(output).toEqual(minimal);
      expect(output).not.toBe(input);
      expect(safeParse(input)).toEqual({ success: true, data: minimal });
      expect(is(input)).toBe(true);
      expect(assert(input)).toBeUndefined();
      if (define !== undefined) expect(define(input as never)).toEqual(minimal);
    });

    test.each(Object.keys(minimal))('misses %s when it is not there', (key) => {
      const { [key]: _, ...lacking } = minimal;
      const { success, error } = safeParse(lacking);
      expect(success).toBe(false);
      expect(error).toBeInstanceOf(z.ZodError);
      expect(is(lacking)).toBe(false);
      const thrown = thrownBy(() => parse(lacking)) as NewsDomainError;
      expect(thrown).toBeInstanceOf(NewsDomainError);
      expect(thrown.issues).toEqual([
        expect.objectContaining({
          code: 'schema/required',
          pointer: '',
          part: 'open',
          expected: key,
          received: null,
        }),
      ]);
    });

    test('throws what safeParse gives, told so that a person can act on it', () => {
      const wrong = deepFreeze({ ...minimal, creatdAt: 'yesterday' });
      const thrown = thrownBy(() => parse(wrong)) as NewsDomainError;
      expect(thrown.name).toBe('NewsDomainError');
      expect(thrown.code).toBe('invalid-record');
      expect(thrown.issues).toEqual([
        {
          code: 'schema/unknown-key',
          severity: 'error',
          message: 'unknown key "creatdAt"; did you mean "createdAt"?',
          path: ['creatdAt'],
          pointer: '/creatdAt',
          part: 'key',
          expected: null,
          received: '"creatdAt"',
          suggestion: 'createdAt',
          replacement: null,
          recordId: minimal.id,
          recordType: minimal.type,
          related: [],
        },
      ]);
      expect(thrown.message).toContain('creatdAt');
      expect(thrown.message).toContain('[schema/unknown-key]');
      const { error } = safeParse(wrong);
      expect(thrown.cause).toBeInstanceOf(z.ZodError);
      expect((thrown.cause as z.ZodError).issues).toEqual(error?.issues);
      expect(thrownBy(() => assert(wrong))).toEqual(thrown);
      if (define !== undefined) expect(thrownBy(() => define(wrong as never))).toEqual(thrown);
    });

    test('gives the result that zod gives', () => {
      for (const value of [minimal, { ...minimal, id: 1 }, {}, [], null, 'a', undefined]) {
        const ours = safeParse(value);
        const zods = schema.safeParse(value);
        expect(Object.keys(ours).sort()).toEqual(Object.keys(zods).sort());
        expect(ours.success).toBe(zods.success);
        expect(ours.data).toEqual(zods.data);
        expect(ours.error?.issues).toEqual(zods.error?.issues);
        expect(is(value)).toBe(zods.success);
      }
    });

    test.each([null, undefined, 1, 'text', true, [], [minimal], () => minimal])('refuses %s', (value) => {
      const thrown = thrownBy(() => parse(value)) as NewsDomainError;
      expect(thrown.issues).toEqual([
        expect.objectContaining({ code: 'schema/type', pointer: '', part: 'value' }),
      ]);
      expect(thrown.issues[0]?.message).toMatch(/^expected an? (?:object|record), received /);
    });
  },
);

test('an error lists its first ten mistakes and says how many there are', () => {
  const keys = Object.fromEntries(Array.from({ length: 12 }, (_, number) => [`qqqq${number}`, 1]));
  const { message, issues } = thrownBy(() =>
    recordFunctions[0]!.parse({ type: 'article', id: 'article:a', ...keys }),
  ) as NewsDomainError;
  expect(issues).toHaveLength(12);
  expect(message.split('\n')).toHaveLength(12);
  expect(message).toMatch(/^not a valid article:\n {2}article:a \/qqqq0: /);
  expect(message).toMatch(/\n {2}… and 2 more$/);
});
