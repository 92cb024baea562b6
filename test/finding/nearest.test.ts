import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlipOf, nearest, nearestOfEach } from '../../src/finding/nearest.js';
import { RUNS } from '../support/runs.js';

describe('the nearest name', () => {
  const known = [
    'headline',
    'alternativeHeadlines',
    'id',
    'url',
    'canonicalUrl',
    'publishedAt',
    'publisherId',
  ];
  test.each([
    ['headlin', 'headline'],
    ['headnile', 'headline'],
    ['haedline', 'headline'],
    ['HEADLINE', 'headline'],
    ['head-line', 'headline'],
    ['published_at', 'publishedAt'],
    ['Published At', 'publishedAt'],
    ['publisher', 'publisherId'],
    ['uri', 'url'],
    ['ulr', 'url'],
    ['di', 'id'],
    ['canonicalURL', 'canonicalUrl'],
    ['alternateHeadlines', 'alternativeHeadlines'],
    ['headline', undefined],
    ['byline', undefined],
    ['xyz', undefined],
    ['', undefined],
    ['---', undefined],
    ['mood', undefined],
  ])('%s was meant to be %s', (wrong, meant) => {
    expect(nearest(wrong, known)).toBe(meant);
  });

  test('is the first of several that are as near', () => {
    expect(nearest('cat', ['bat', 'car', 'cut'])).toBe('bat');
    expect(nearest('cat', ['cut', 'car'])).toBe('cut');
    expect(nearest('kinds', ['minds', 'kind'])).toBe('minds');
  });

  test('is never one that is too far away', () => {
    // one change up to three letters, two up to seven, a third of the letters beyond, five at most
    expect(nearest('abc', ['axy'])).toBeUndefined();
    expect(nearest('abcdefg', ['abcdexy'])).toBe('abcdexy');
    expect(nearest('abcdefg', ['abcdxyz'])).toBeUndefined();
    expect(nearest('a'.repeat(30), [`${'a'.repeat(25)}bbbbb`])).toBeDefined();
    expect(nearest('a'.repeat(30), [`${'a'.repeat(24)}bbbbbb`])).toBeUndefined();
  });

  test('is looked for no longer than names are', () => {
    expect(nearest('a'.repeat(257), ['a'.repeat(256)])).toBeUndefined();
    expect(nearest('a'.repeat(1_000_000), known)).toBeUndefined();
    expect(nearest('headlin', ['x'.repeat(1_000_000), 'headline'])).toBe('headline');
  });

  const letter = fc.constantFrom('a', 'b', 'c', '-', 'A');
  const name = fc.string({ unit: letter, minLength: 1, maxLength: 10 });
  /** A long name, and others that it becomes by some changes. */
  const changed = fc
    .tuple(
      fc.string({ unit: letter, minLength: 8, maxLength: 24 }),
      fc.array(fc.array(fc.tuple(fc.nat(24), fc.nat(2), letter), { maxLength: 7 }), { maxLength: 5 }),
    )
    .map(([wrong, changes]) => ({
      wrong,
      names: changes.map((list) =>
        list.reduce(
          (text, [at, kind, unit]) =>
            kind === 2
              ? text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
              : text.slice(0, at) + unit + text.slice(at + kind),
          wrong,
        ),
      ),
    }));
  const several = fc.record({ wrong: name, names: fc.array(name, { maxLength: 8 }) });

  test('is what an unhurried search finds', () => {
    fc.assert(
      fc.property(fc.oneof(several, changed), ({ wrong, names }) => {
        expect(nearest(wrong, names)).toBe(unhurried(wrong, names));
      }),
      { numRuns: RUNS * 5 },
    );
  });

  test('is a slip where it is near for its length', () => {
    fc.assert(
      fc.property(fc.oneof(several, changed), ({ wrong, names }) => {
        for (const other of names) {
          const [a, b] = [fold(wrong), fold(other)];
          const longer = Math.max(a.length, b.length);
          const near = distance(a, b) <= (longer < 4 ? 0 : longer < 8 ? 1 : 2);
          expect(isSlipOf(wrong, other)).toBe(a !== '' && near);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('is found for many at once as for each of them, the least of those as near', () => {
    fc.assert(
      fc.property(fc.array(several, { maxLength: 6 }), changed, (some, { wrong, names }) => {
        const known = [...some.flatMap((one) => one.names), ...names];
        const all = [wrong, '', 'a'.repeat(257), ...some.map((one) => one.wrong)];
        expect(nearestOfEach(all, known)).toEqual(all.map((one) => nearest(one, known, 'least')));
      }),
      { numRuns: RUNS },
    );
  });
});

const fold = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');

/** The definition, word for word, without a thought for time. */
function unhurried(wrong: string, names: readonly string[]): string | undefined {
  const allowed = (length: number): number =>
    length <= 3 ? 1 : length <= 7 ? 2 : Math.min(5, Math.floor(length / 3));
  const near = names
    .filter((name) => name !== wrong && fold(wrong) !== '')
    .map((name) => ({ name, distance: distance(fold(wrong), fold(name)) }))
    .filter(({ name, distance: far }) => far <= allowed(Math.max(fold(wrong).length, fold(name).length)));
  const least = Math.min(...near.map(({ distance: far }) => far));
  return near.find(({ distance: far }) => far === least)?.name;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const choices = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        choices.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...choices);
    }
  }
  return table[a.length]![b.length]!;
}
