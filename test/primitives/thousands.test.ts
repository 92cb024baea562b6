import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thousands } from '../../src/primitives/thousands.js';

test('groups the digits of whole numbers as the language does', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (whole) => {
      expect(thousands(whole)).toBe(whole.toLocaleString('en'));
    }),
  );
  expect([0, 999, 1000, -1000, 1_234_567].map(thousands)).toEqual([
    '0',
    '999',
    '1,000',
    '-1,000',
    '1,234,567',
  ]);
});
