import { expect, test } from 'vitest';
import { textKernel } from '../../src/check-node/fast/kernel/text-kernel.js';
import { giveBack, PIECE, takeMemory } from '../../src/check-node/piece-memory.js';

test('files that are read at the same time have memory of their own, and the next have that of the last', () => {
  const { pieces } = textKernel()!;
  const long = takeMemory(true);
  const other = takeMemory(true);
  const short = takeMemory(false);
  expect(long).toBe(pieces);
  const parts = [long, other, short].flat();
  expect(parts).toHaveLength(4);
  expect(new Set([long[0]!.buffer, other[0]!.buffer, short[0]!.buffer]).size).toBe(3);
  expect(long[1]!.byteOffset).toBeGreaterThanOrEqual(long[0]!.byteOffset + PIECE);
  for (const part of parts) expect(part).toHaveLength(PIECE);
  giveBack(short);
  expect(takeMemory(false)).toBe(short);
  giveBack(long);
  expect(takeMemory(false)).not.toBe(long);
  expect(takeMemory(true)).toBe(long);
  giveBack(other);
  giveBack(long);
  expect(takeMemory(true)).toBe(long);
  giveBack(long);
});
