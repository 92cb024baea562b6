import { describe, expect, it } from 'vitest';
import { longestBeginning } from '../../../src/primitives/quote/longest-beginning.js';

describe('longestBeginning', () => {
  const text = 'The visit is not confirmed, “they” said. It isn’t planned. It isn’t known.';

  it.each([
    ['The visit is confirmed', 'The visit is', 'not confirmed, “they” said. It isn’t pla'],
    ['confirmed, "they" say', 'confirmed, “they”', 'said. It isn’t planned. It isn’t known.'],
    ['The visit is not confused', 'The visit is not', 'confirmed, “they” said. It isn’t planned'],
    ['The visit is noted', 'The visit is', 'not confirmed, “they” said. It isn’t pla'],
    ["It isn't knowing", undefined, undefined],
    ['It isn’t known. So it is', 'It isn’t known.', ''],
    ['The trip', undefined, undefined],
    ['A visit', undefined, undefined],
    ['', undefined, undefined],
  ])('of %j is %j', (quote, words, next) => {
    expect(longestBeginning(text, quote)).toEqual(words === undefined ? undefined : { words, next });
  });

  it('does not cut a character in showing what follows', () => {
    expect(longestBeginning(`one two ${'😀'.repeat(50)}`, 'one two three')?.next).toBe('😀'.repeat(40));
  });

  it('is found in a hostile text in time', () => {
    expect(longestBeginning('a '.repeat(50_000), `${'a '.repeat(25_000)}b`)).toBeUndefined();
  }, 10_000);
});
