import { describe, expect, it, test } from 'vitest';
import { isSlipOf, sameWord } from '../../src/finding/nearest.js';
import { judgeRecord } from '../../src/rules/judge.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { validFixtures } from '../support/fixtures.js';
import { keysIn, renamed, slipsOf } from '../support/slips.js';

const article = (fields: object) => ({ type: 'article', id: 'article:a', ...fields });
const told = (value: object) =>
  judgeRecord(value).findings.map(({ pointer, suggestion, replacement }) => [
    pointer,
    suggestion,
    replacement,
  ]);

describe('a replacement', () => {
  test.each([
    ['a slip of the finger', { headlin: 'Rain' }, 'headline'],
    ['another way to write a name', { published_at: '2024-06-19T09:30:00Z' }, 'publishedAt'],
    ['a value whose spelling is to be mended next', { publishdAt: '2024-06-19t09:30:00z' }, 'publishedAt'],
  ])('renames a key: %s', (_, fields, name) => {
    const [key] = Object.keys(fields);
    expect(told(article(fields))).toEqual([[`/${key}`, name, name]]);
  });

  test.each([
    ['the value does not fit there', { publishedBy: 'A News Agency' }, 'publishedAt'],
    ['the value has another type', { headlin: ['Rain'] }, 'headline'],
    ['the name is near, but not that near', { versions: 1, subjekte: [] }, undefined],
  ])('is not offered where %s', (_, fields, suggestion) => {
    const [first] = told(article(fields));
    expect(first?.[2]).toBeNull();
    if (suggestion !== undefined) expect(first?.[1]).toBe(suggestion);
  });

  it('never takes the place of a key that is there', () => {
    expect(told(article({ headline: 'Rain', headlin: 'Snow' }))[0]?.[2]).toBeNull();
  });

  it('is not offered to two keys that were both meant to be one', () => {
    expect(told(article({ headlin: 'Rain', hedline: 'Snow' }))).toEqual([
      ['/headlin', 'headline', null],
      ['/hedline', 'headline', null],
    ]);
  });

  test.each([
    ['a word in other capitals', article({ pubStatus: 'Usable' }), '/pubStatus', 'usable'],
    ['a type', { type: 'Scheduled_Event', id: 'e' }, '/type', 'scheduled-event'],
    ['an instant', article({ publishedAt: '2024-06-19t09:30:00z' }), '/publishedAt', '2024-06-19T09:30:00Z'],
    ['a URL', article({ url: ' https://example.org/ ' }), '/url', 'https://example.org/'],
    ['a language', article({ language: 'en_GB' }), '/language', 'en-GB'],
  ])('writes %s as it should be', (_, value, pointer, right) => {
    expect(told(value)).toEqual([[pointer, right, right]]);
  });

  it('is never a guess at a word: confirmed is near to unconfirmed', () => {
    const event = { type: 'scheduled-event', id: 'e', name: 'Talks', phase: 'planned', status: 'unconfirmd' };
    expect(told(event)).toEqual([['/status', 'unconfirmed', null]]);
  });

  it('of a fuzzy date keeps to what may stand there', () => {
    const event = (date: string) => ({
      type: 'scheduled-event',
      id: 'e',
      name: 'Talks',
      phase: 'planned',
      status: 'unconfirmed',
      start: { date },
    });
    expect(told(event(' 2024-06-19 '))[0]?.[2]).toBe('2024-06-19');
    expect(told(event(' 2024-06-19/2024-06-20 '))[0]?.[2]).toBeNull();
  });
});

describe('a slip in any key of any record', () => {
  test.each(recordTypes)(
    'of %s is replaced by what was meant, or not at all',
    (type) => {
      const maximal = validFixtures(type).filter(({ name }) => name.startsWith('maximal'));
      const seen = new Set<string>();
      let [tried, mended] = [0, 0];
      for (const { value } of maximal) {
        for (const path of keysIn(value).filter((one) => !one.includes('extensions'))) {
          const pattern = path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
          if (seen.has(pattern)) continue;
          seen.add(pattern);
          const name = path.at(-1) as string;
          for (const slip of slipsOf(name)) {
            const { findings } = judgeRecord(renamed(value, path, slip));
            const [replacement] = findings
              .filter(
                (found) =>
                  found.part === 'key' && found.path.join('/') === [...path.slice(0, -1), slip].join('/'),
              )
              .map((found) => found.replacement);
            tried++;
            if (replacement == null) continue;
            mended++;
            expect(replacement, `${pattern} as ${slip}`).toBe(name);
          }
        }
      }
      expect(mended / tried).toBeGreaterThan(0.7);
    },
    120_000,
  );
});

describe('names', () => {
  test.each([
    ['headlin', 'headline', true],
    ['HEAD-LINE', 'headline', true],
    ['titel', 'title', true],
    ['quote', 'note', false],
    ['by', 'at', false],
    ['', 'at', false],
    ['x'.repeat(300), 'headline', false],
  ])('%j is a slip of %j: %s', (wrong, name, slip) => {
    expect(isSlipOf(wrong, name)).toBe(slip);
  });

  it('are the same word only where one word is meant', () => {
    expect(sameWord('Not_Held', ['not-held', 'held'])).toBe('not-held');
    expect(sameWord('notheld', ['not-held', 'notHeld'])).toBeUndefined();
    expect(sameWord('nothold', ['not-held'])).toBeUndefined();
  });
});
