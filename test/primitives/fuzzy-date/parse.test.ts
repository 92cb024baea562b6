import { describe, expect, it } from 'vitest';
import {
  assertFuzzyDate,
  isFuzzyDate,
  parseFuzzyDate,
  safeParseFuzzyDate,
} from '../../../src/primitives/fuzzy-date/parse.js';
import { fuzzyDateFromParts, fuzzyDateToString } from '../../../src/primitives/fuzzy-date/to-string.js';

const good = [
  '2024',
  '0000',
  '-0001',
  '2024-06',
  '2024-02-29',
  '2024-06-19T23:59:59',
  '2024-06-19T09:30:00.123456Z',
  '2024-06-19T09:30:00+14:00',
  '2024-06-19T09:30:00-12:00',
  '2024-06-19T09:30:00-00:00',
  'Y17000',
  'Y-170000002',
  '2024-21',
  '2024-24',
  '201X',
  '20XX',
  '2XXX',
  'XXXX',
  '-19XX',
  '2024-XX',
  '2024-XX-XX',
  '2024-06-XX',
  'XXXX-XX',
  '2024?',
  '2024-06~',
  '2024-06-19%',
  '2024/2025',
  '2024-06-19/2024-06-19',
  '2024-06-19/2024-06',
  '2024~/2025?',
  '../2024',
  '2024/..',
  '/2024',
  '2024/',
  '../..',
  '/',
  '2024-21/2024-22',
  '2024-06-19T23:00:00/2024-06-19',
  '[2024]',
  '[2023,2024-06]',
  '[..2024]',
  '[2024..]',
  '[2023..2024]',
  '[..2020,2021~,2022..2023,2024..]',
];

const bad: readonly (readonly [string, string, number])[] = [
  ['', 'syntax', 0],
  ['soon', 'syntax', 0],
  [' 2024', 'syntax', 0],
  ['2024 ', 'syntax', 4],
  ['2024-6', 'syntax', 4],
  ['20xx', 'syntax', 0],
  ['Y2024', 'syntax', 0],
  ['..', 'syntax', 0],
  ['[]', 'syntax', 1],
  ['[..]', 'syntax', 1],
  ['[2024', 'syntax', 5],
  ['[2024,]', 'syntax', 6],
  ['[2024..,2025]', 'syntax', 7],
  ['[2023,..2024]', 'syntax', 6],
  ['2024/2025/2026', 'syntax', 9],
  ['Y17000/Y18000', 'syntax', 0],
  ['2024-06-19T09:30', 'syntax', 10],
  ['2024-06-19T09:30:00Z?', 'syntax', 20],
  ['2024-06-XXT09:30:00', 'syntax', 7],
  ['-0000', 'no-such-date', 0],
  ['2024-00', 'no-such-date', 5],
  ['2024-13', 'no-such-date', 5],
  ['2024-42', 'no-such-date', 5],
  ['2023-02-29', 'no-such-date', 8],
  ['1900-02-29', 'no-such-date', 8],
  ['2024-06-31', 'no-such-date', 8],
  ['2024-06-00', 'no-such-date', 8],
  ['2024-21-01', 'no-such-date', 8],
  ['[2024,2024-06-31]', 'no-such-date', 14],
  ['2024-06-19T24:00:00', 'no-such-time', 11],
  ['2024-06-19T23:60:00', 'no-such-time', 14],
  ['2024-06-19T23:59:60', 'no-such-time', 17],
  ['2024-06-19T09:30:00+14:01', 'offset-range', 19],
  ['2024-06-19T09:30:00-13', 'offset-range', 19],
  ['2024-06-19T09:30:00+05:60', 'offset-range', 19],
  ['2024-07/2024-06', 'order', 8],
  ['[2024..2023]', 'order', 7],
  ['[2024..2024-06]', 'mixed-precision', 7],
  ['[2024?..2025]', 'mixed-precision', 1],
];

const level2: readonly (readonly [string, string])[] = [
  ['2024?-06', 'partial qualification'],
  ['~2024', 'partial qualification'],
  ['XXXX-06-19', 'unspecified digits elsewhere'],
  ['156X-12', 'unspecified digits elsewhere'],
  ['201X-XX', 'unspecified digits elsewhere'],
  ['2024-1X', 'unspecified digits elsewhere'],
  ['2024-XX-19', 'unspecified digits elsewhere'],
  ['2024-XX/2025', 'unspecified digits elsewhere'],
  ['{2023,2024}', 'sets of all members'],
  ['Y17E7', 'exponential years'],
  ['1950S2', 'significant digits'],
  ['2024-25', 'sub-year groupings'],
  ['2024-41', 'sub-year groupings'],
  ['2024-21~', 'qualified seasons'],
  ['19', 'centuries and decades'],
  ['197~', 'centuries and decades'],
];

describe('a fuzzy date', () => {
  it.each(good)('%s is read, and written as it was', (text) => {
    expect(isFuzzyDate(text)).toBe(true);
    expect(() => assertFuzzyDate(text)).not.toThrow();
    expect(fuzzyDateToString(parseFuzzyDate(text))).toBe(text);
    expect(JSON.parse(JSON.stringify(parseFuzzyDate(text)))).toEqual(parseFuzzyDate(text));
  });

  it.each(bad)('%j is refused: %s at %d', (text, code, position) => {
    expect(safeParseFuzzyDate(text).error).toMatchObject({ name: 'FuzzyDateError', code, position });
    expect(isFuzzyDate(text)).toBe(false);
    expect(() => assertFuzzyDate(text)).toThrow(expect.objectContaining({ code, position }));
  });

  it.each(level2)('%j is refused as level 2: %s', (text, feature) => {
    const { error } = safeParseFuzzyDate(text);
    expect(error).toMatchObject({ code: 'level-2', feature });
    expect(error?.message).toContain(feature);
  });

  it.each([undefined, null, 2024, {}, [], Symbol('2024'), new Date(0)])('is a string: %s', (value) => {
    expect(safeParseFuzzyDate(value).error).toMatchObject({ code: 'type', position: 0 });
  });

  it.each(['2024\ud800', '\udc002024', '２０２４', '2024\u0000', '2024\n'])('%j is none', (text) => {
    expect(isFuzzyDate(text)).toBe(false);
  });

  it('tells a wrong order only of a text without other faults', () => {
    expect(safeParseFuzzyDate('[2024..2023,2024-06-31]').error?.code).toBe('no-such-date');
  });

  it('has an offset with minutes in its canonical form', () => {
    expect(fuzzyDateToString('2024-06-19T09:30:00+07')).toBe('2024-06-19T09:30:00+07:00');
  });

  it.each([
    [{ year: 2024, month: 21 }],
    [{ year: 2024, season: 1 as never }],
    [{ year: 2024, month: 6, season: 21 as const }],
    [{ year: 2023, month: 2, day: 29 }],
  ])('is not made of %j', (parts) => {
    expect(() => fuzzyDateFromParts(parts)).toThrow(expect.objectContaining({ code: 'no-such-date' }));
  });
});

describe('a hostile text', () => {
  // Ten times the text may take thirty times as long, and not a hundred: quadratic time would.
  it.each([
    ['a good set', (n: number) => `[${'2024-06-19..2024-06-20,'.repeat(n)}2024]`],
    ['a set that is bad at its end', (n: number) => `[${'2024,'.repeat(n * 4)}2024-13]`],
    ['a set that never ends', (n: number) => `[${'2024,'.repeat(n * 4)}`],
    ['commas', (n: number) => `[${','.repeat(n * 20)}]`],
    ['dots', (n: number) => `[${'.'.repeat(n * 20)}]`],
    ['slashes', (n: number) => '/'.repeat(n * 20)],
    ['a fraction', (n: number) => `2024-06-19T09:30:00.${'1'.repeat(n * 20)}`],
    ['letters of level 2', (n: number) => 'XE'.repeat(n * 10)],
  ])('%s is judged in linear time', (_, make) => {
    const [short, long] = [make(500), make(5000)].map((text) => {
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 7; round++) {
        const start = process.hrtime.bigint();
        safeParseFuzzyDate(text);
        best = Math.min(best, Number(process.hrtime.bigint() - start));
      }
      return best;
    }) as [number, number];
    // what takes less than a tenth of a millisecond is too short to compare
    expect(long / Math.max(short, 100_000)).toBeLessThan(40);
  });
});
