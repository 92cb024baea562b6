import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ESCAPED, LEAST_ROOM, OPEN } from '../../../src/check-node/fast/kernel/text-kernel.js';
import { inKernel, kernel } from '../../support/in-kernel.js';
import { RUNS } from '../../support/runs.js';

test('the memory has room for pieces, and for a copy of other bytes, beside each other', () => {
  for (const [index, piece] of kernel.pieces.entries()) piece.fill(0x61 + 2 * index);
  const long = Buffer.alloc(LEAST_ROOM + 9, 0x62);
  const copies = kernel.copies();
  const copy = kernel.copy(long);
  expect(kernel.copies()).toBe(copies + 1);
  expect(copy.length).toBeGreaterThanOrEqual(LEAST_ROOM);
  expect(copy.length).toBeLessThan(long.length);
  expect(copy.equals(long.subarray(0, copy.length))).toBe(true);
  for (const [index, piece] of kernel.pieces.entries()) {
    expect(piece).toHaveLength(LEAST_ROOM);
    expect(piece.every((byte) => byte === 0x61 + 2 * index)).toBe(true);
    expect(kernel.holds(piece.subarray(5))).toBe(true);
  }
  expect(kernel.holds(copy)).toBe(true);
  expect(kernel.holds(long)).toBe(false);
  // what is read behind the last byte is memory
  for (const bytes of [copy, ...kernel.pieces]) {
    const end = bytes.byteOffset + bytes.length;
    expect(kernel.sweep(end - 1, end)).toBe(OPEN);
    kernel.open(end - 1, end);
    expect(kernel.place(1)).toBe(end);
  }
});

const pieces = fc.constantFrom(
  'é',
  '🙂',
  '\\n',
  '\\"',
  '\\\\',
  '\\u00e9',
  '\\uD83D\\uDE42',
  '\\ud7ff',
  '\\ud83d\\ude00',
);
const letters = fc.nat(90).map((count) => 'x'.repeat(count));
const written = fc
  .array(fc.oneof({ weight: 2, arbitrary: letters }, pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('a string', () => {
  test('ends at its quote, and each code point of it is where it is', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(70),
        fc.constantFrom('"', '\\'),
        fc.infiniteStream(fc.nat()),
        (text, before, behind, numbers) => {
          const bytes = inKernel(Buffer.from(`${text}"`), before, behind.repeat(70));
          const start = bytes.byteOffset;
          const end = start + bytes.length - 1;
          expect(kernel.sweep(start, end + 1)).toBe(text.includes('\\') ? end + ESCAPED : end);
          expect(kernel.sweep(start, end)).toBe(OPEN);
          const points = [...text.matchAll(/\\u[dD][89abAB]..\\u....|\\u....|\\.|[\s\S]/gu)];
          const places = points.map(({ index }) => start + Buffer.byteLength(text.slice(0, index)));
          places.push(end);
          kernel.open(start, end);
          for (const number of numbers.take(8)) {
            const nth = number % (places.length + 1);
            expect(kernel.place(nth)).toBe(places[nth] ?? -1);
          }
        },
      ),
      { numRuns: RUNS * 5 },
    );
  });

  test('that is long is not counted from its start for each place', () => {
    const bytes = inKernel(Buffer.from(`${'é\\n\\u00e9x🙂'.repeat(40_000)}`), 1, '"');
    const start = bytes.byteOffset;
    const [one, all] = [15, 5 * 40_000];
    kernel.open(start, start + bytes.length);
    for (const number of [all, 0, 5, all - 5, 1024 * 5, 1023 * 5, 1025 * 5, 100_000, all]) {
      expect(kernel.place(number)).toBe(start + (number / 5) * one);
    }
    expect(kernel.place(all + 1)).toBe(-1);
  });
});
