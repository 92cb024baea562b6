import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src/primitives/quote/find-all.js';
import { RUNS } from '../../support/runs.js';

/** Every place, the slow way. */
function everywhere(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = 0; words !== '' && at + words.length <= text.length; at++) {
    if (text.slice(at, at + words.length) === words) found.push(at);
  }
  return found;
}

describe('findAll', () => {
  it.each([
    ['aaaa', 'aa', [0, 1, 2]],
    ['banana', 'ana', [1, 3]],
    ['banana', 'nab', []],
    ['banana', '', []],
    ['', 'a', []],
    ['ab', 'abc', []],
    ['ab', 'ab', [0]],
  ])('in %j finds %j at %j', (text, words, places) => {
    expect(findAll(text, words)).toEqual(places);
  });

  it('finds words of every length', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, at, length) => {
        const start = at % (text.length + 1);
        const words = text.slice(start, start + (length % 100));
        expect(findAll(text, words)).toEqual(everywhere(text, words));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a^m b a^m in a^n', (m: number) => `${'a'.repeat(m)}b${'a'.repeat(m)}`],
    ['a^m in a^n', (m: number) => 'a'.repeat(m)],
    ['a^m b in a^n', (m: number) => `${'a'.repeat(m)}b`],
    ['b a^m in a^n', (m: number) => `b${'a'.repeat(m)}`],
  ])('finds %s as the slow way does', (_, words) => {
    for (const m of [31, 32, 33, 100]) {
      for (const text of ['a'.repeat(400), `${'a'.repeat(150)}b${'a'.repeat(200)}`]) {
        expect(findAll(text, words(m))).toEqual(everywhere(text, words(m)));
      }
    }
  });

  it('is done with a text that repeats itself in no time worth telling', () => {
    const n = 1_000_000;
    const text = 'a'.repeat(n);
    expect(findAll(text, `${'a'.repeat(n / 4)}b${'a'.repeat(n / 4)}`)).toEqual([]);
    expect(findAll(text, 'a'.repeat(n / 2))).toHaveLength(n / 2 + 1);
  }, 10_000);
});
