import { describe, expect, it } from 'vitest';
import { keyedHash, newHashKey } from '../../src/bytes/keyed-hash.js';

const key = { low: 1, high: 2 };
const hash = (text: string, salt = 0, by = key): number => {
  const bytes = new TextEncoder().encode(`..${text}.`);
  return keyedHash(by, bytes, 2, bytes.length - 1, salt);
};

describe('a keyed hash', () => {
  it('is of these bytes, their number, the salt and the key', () => {
    expect(hash('entity:a')).toBe(hash('entity:a'));
    const others = [
      hash('entity:b'),
      hash('entity:'),
      hash('entity:a\0'),
      hash('entity:a', 1),
      hash('entity:a', 0, { low: 1, high: 3 }),
      hash('entity:a', 0, { low: 2, high: 2 }),
    ];
    expect(new Set([hash('entity:a'), ...others]).size).toBe(7);
    expect(newHashKey()).not.toEqual(newHashKey());
  });

  it('spreads what is alike over all its bits', () => {
    const counts = new Array<number>(32).fill(0);
    const size = 4000;
    for (let number = 0; number < size; number++) {
      const value = hash(`claim:${number}`);
      for (let bit = 0; bit < 32; bit++) counts[bit]! += (value >>> bit) & 1;
    }
    for (const count of counts) expect(Math.abs(count - size / 2)).toBeLessThan(size / 8);
    expect(new Set(Array.from({ length: size }, (_, number) => hash(`${number}`))).size).toBeGreaterThan(
      size - 5,
    );
  });
});
