import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, describeType, describeValue, oneOf } from '../../src/finding/describe.js';
import { RUNS } from '../support/runs.js';

describe('a clipped text', () => {
  test('has 80 code points at most, the last an ellipsis where something is missing', () => {
    expect(clip('short')).toBe('short');
    expect(clip('a'.repeat(80))).toBe('a'.repeat(80));
    expect(clip('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`);
    expect(clip('🇻🇳'.repeat(40))).toBe('🇻🇳'.repeat(40));
    expect(clip('🇻🇳'.repeat(41))).toBe(`${'🇻🇳'.repeat(39)}🇻…`);
  });

  test('is a beginning of the text, and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const clipped = clip(text);
        expect(Array.from(clipped).length).toBeLessThanOrEqual(80);
        if (clipped !== text) {
          expect(clipped.endsWith('…')).toBe(true);
          expect(text.startsWith(clipped.slice(0, -1))).toBe(true);
          expect(Array.from(clipped).length).toBe(80);
          expect(Buffer.from(clipped).toString()).toBe(clipped);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('costs the same however long the text is', () => {
    expect(clip('x'.repeat(10_000_000)).length).toBe(80);
    expect(describeValue('\n'.repeat(10_000_000)).length).toBeLessThanOrEqual(80);
  });
});

test.each([
  ['text', 'a string', '"text"'],
  ['a "b"\n', 'a string', '"a \\"b\\"\\n"'],
  ['\ud800', 'a string', '"\\ud800"'],
  [42, 'a number', '42'],
  [-0.5, 'a number', '-0.5'],
  [Number.NaN, 'NaN', 'NaN'],
  [Number.POSITIVE_INFINITY, 'a number', 'Infinity'],
  [true, 'a boolean', 'true'],
  [null, 'null', 'null'],
  [undefined, 'nothing', 'nothing'],
  [[1, 2], 'an array', 'an array'],
  [{ a: 1 }, 'an object', 'an object'],
  [new Date(0), 'an object', 'an object'],
  [10n, 'a bigint', 'a bigint'],
  [Symbol('a'), 'a symbol', 'a symbol'],
  [() => 1, 'a function', 'a function'],
])('%s is called by its type and shown', (value, type, shown) => {
  expect(describeType(value)).toBe(type);
  expect(describeValue(value)).toBe(shown);
});

test('alternatives are joined for a sentence', () => {
  expect(oneOf([])).toBe('');
  expect(oneOf(['a'])).toBe('"a"');
  expect(oneOf(['a', 'b'])).toBe('"a" or "b"');
  expect(oneOf(['a', 1, true])).toBe('"a", 1 or true');
});
