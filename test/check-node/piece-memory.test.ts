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
  expect(new Set(parts.map(({ buffer, byteOffset }) => [buffer, byteOffset])).size).toBe(4);
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
