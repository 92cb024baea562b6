import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { judgeLeniently } from '../../src/schema/unknown-keys.js';
import { deepFreeze } from '../support/deep-freeze.js';

const part = z.strictObject({ name: z.string().min(1) });
const either = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('a'), part }),
  z.strictObject({ kind: z.literal('b'), parts: z.array(part), never: z.never().optional() }),
]);
const schema = z.strictObject({
  id: z.string(),
  either: either.optional(),
  label: z.union([z.string(), part]).optional(),
});

const value = deepFreeze({
  id: 'x',
  more: 1,
  either: { kind: 'b', more: 2, parts: [{ name: 'p', more: 3 }, { name: 'q' }] },
  label: { name: 'l', more: 4 },
});
const bare = { id: 'x', either: { kind: 'b', parts: [{ name: 'p' }, { name: 'q' }] }, label: { name: 'l' } };

describe('unknown keys', () => {
  test('are refused by the schema as it is', () => {
    const { result, judged } = judgeLeniently(schema, value, 'error');
    expect(result.success).toBe(false);
    expect(judged).toBe(value);
    expect(judgeLeniently(schema, bare, 'error').result).toEqual({ success: true, data: bare });
  });

  test('are refused in the same words as often as it is asked, whether or not zod has compiled the schema', () => {
    const wrong = { ...bare, either: { kind: 'b', parts: [{ name: '' }, { nam: 'q' }], never: 1 }, label: 3 };
    for (const judged of [value, bare, wrong, 7]) {
      const plain = schema.safeParse(judged, { jitless: true });
      for (let time = 0; time < 40; time++) {
        expect(judgeLeniently(schema, judged, 'error').result).toEqual(plain);
      }
    }
  });

  test('are stripped wherever they are, in lists and in the branches of unions', () => {
    const { result, judged } = judgeLeniently(schema, value, 'strip');
    expect(result.data).toEqual(bare);
    expect(judged).toEqual(bare);
  });

  test('are kept where they stood, in a copy', () => {
    const { result } = judgeLeniently(schema, value, 'keep');
    expect(result.data).toEqual(value);
    expect(result.data).not.toBe(value);
    expect(Object.isFrozen(result.data)).toBe(false);
  });

  test('leave the issues of what is wrong besides, about the value that was judged', () => {
    const wrong = { ...value, id: 7, label: { name: '', more: 4 } };
    for (const unknownKeys of ['strip', 'keep'] as const) {
      const { result, judged } = judgeLeniently(schema, wrong, unknownKeys);
      expect(result.error?.issues.map(({ code, path }) => `${code} ${path.join('/')}`)).toEqual([
        'invalid_type id',
        'too_small label/name',
      ]);
      expect(judged).toEqual({ ...bare, id: 7, label: { name: '' } });
    }
  });

  test('are not what a schema forbids by name', () => {
    const forbidden = { id: 'x', either: { kind: 'b', parts: [], never: 1, more: 2 } };
    expect(judgeLeniently(schema, forbidden, 'strip').result.error?.issues).toEqual([
      expect.objectContaining({ expected: 'never', path: ['either', 'never'] }),
    ]);
  });

  test('may bear the name of a prototype', () => {
    const odd = JSON.parse('{"id":"x","__proto__":{"a":1},"constructor":2}');
    const kept = judgeLeniently(schema, odd, 'keep').result.data as object;
    expect(Object.keys(kept).sort()).toEqual(['__proto__', 'constructor', 'id']);
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
    expect(judgeLeniently(schema, odd, 'strip').result.data).toEqual({ id: 'x' });
  });

  test('that are inherited count as unknown, and end', () => {
    const heir = Object.assign(Object.create({ inherited: 1 }), { id: 'x' });
    expect(judgeLeniently(schema, heir, 'error').result.success).toBe(false);
    expect(judgeLeniently(schema, heir, 'strip').result.data).toEqual({ id: 'x' });
  });
});
