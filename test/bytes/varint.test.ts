import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_VARINT, readVarint, unzigzag, writeVarint, zigzag } from '../../src/bytes/varint.js';
import { RUNS } from '../support/runs.js';

const edges = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 35, 2 ** 53 - 1];

it('numbers are read as they were written, the small ones from few bytes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...edges), fc.maxSafeNat()), (value) => {
      const bytes = new Uint8Array(LONGEST_VARINT + 2);
      const end = writeVarint(bytes, 1, value);
      const reader = { bytes, piece: 0, at: 1 };
      expect(readVarint(reader)).toBe(value);
      expect(reader.at).toBe(end);
      expect(end - 1).toBe(Math.max(1, Math.ceil(BigInt(value).toString(2).length / 7)));
    }),
    { numRuns: RUNS },
  );
});

it('numbers of either sign become numbers without one, and the same again', () => {
  const half = 2 ** 52 - 1;
  fc.assert(
    fc.property(fc.integer({ min: -half, max: half }), (value) => {
      expect(zigzag(value)).toBeGreaterThanOrEqual(0);
      expect(unzigzag(zigzag(value))).toBe(value);
    }),
    { numRuns: RUNS },
  );
  expect([0, -1, 1, -2, 2].map(zigzag)).toEqual([0, 1, 2, 3, 4]);
});
