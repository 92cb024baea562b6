import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsWord } from '../../../src/primitives/quote/cuts-word.js';
import { prepareText } from '../../../src/primitives/quote/prepared-text.js';
import { verifyAnchor } from '../../../src/reasoning/anchors/verify-anchors.js';
import { createFitCheck, isSoundBoundary } from '../../../src/rules/common/fitting-quotes.js';
import { RUNS } from '../../support/runs.js';

const text = '🇻🇳 “No date,” he said.\nNo date yet, said Zoë. Yes 🙂 👋🏾';

describe('a quick look at a text', () => {
  const fits = createFitCheck(text);

  test.each([
    ['the words at their place', { exact: 'No date', start: 4, end: 11 }, true],
    ['the words behind a flag, an accent and a line end', { exact: 'Zoë', start: 41, end: 44 }, true],
    ['the context beside them', { exact: 'No date', start: 4, end: 11, prefix: '“', suffix: ',' }, true],
    ['another context', { exact: 'No date', start: 4, end: 11, prefix: 'said' }, false],
    ['another place', { exact: 'No date', start: 5, end: 12 }, false],
    ['other words', { exact: 'Not date', start: 4, end: 12 }, false],
    ['no offsets', { exact: 'No date' }, false],
    ['a length that is not that of the words', { exact: 'No date', start: 4, end: 12 }, false],
    ['half a word', { exact: 'ate', start: 8, end: 11 }, false],
    ['words beside an emoji', { exact: 'Yes', start: 46, end: 49 }, true],
    ['an emoji', { exact: '🙂', start: 50, end: 51 }, true],
    ['an emoji without its colour', { exact: '👋', start: 52, end: 53 }, false],
    ['half a flag', { exact: '🇳', start: 1, end: 2 }, false],
    ['a place beyond the end', { exact: 'No date', start: 400, end: 407 }, false],
  ])('%s', (_, anchor, expected) => {
    expect(fits(anchor)).toBe(expected);
  });
});

const unit = fc.constantFrom(
  'a',
  'b',
  'A',
  ' ',
  ' ',
  '\n',
  '\r',
  '“',
  '’',
  'é',
  'e\u0301',
  '\u00ad',
  '🙂',
  '👩‍👩‍👧',
  '東',
  'ы',
  '1',
  '\u200d',
  '\u0600',
);

test('places are counted in code points, in whatever order and wherever pairs lie', () => {
  const pieces = fc.constantFrom(
    '🙂',
    'a',
    ' ',
    '\ud83d',
    '\ude42',
    'é',
    '🙂 '.repeat(300),
    'b '.repeat(257),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 9 }),
      (some, asked) => {
        const text = `🙂${some.join('')}`;
        const points = Array.from(text);
        const fits = createFitCheck(text);
        for (const number of asked) {
          const start = number % (points.length + 3);
          const exact = points[start] ?? 'a';
          // the words of the place are there, and no others
          if (exact === 'b' || exact === '🙂')
            expect(fits({ exact, start, end: start + 1 })).toBe(isAlone(points, start));
          if (exact !== 'x') expect(fits({ exact: 'x', start, end: start + 1 })).toBe(false);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

/** Whether what stands around a code point leaves it a character by itself that begins no word's middle. */
const isAlone = (points: readonly string[], at: number): boolean =>
  isSoundBoundary(points[at - 1]?.codePointAt(0) ?? -1, points[at]!.codePointAt(0)!, true) &&
  isSoundBoundary(points[at]!.codePointAt(0)!, points[at + 1]?.codePointAt(0) ?? -1, false);

test('between plain characters a grapheme ends', () => {
  const points = Array.from({ length: 0x20000 }, (_, point) => point).filter((point) => {
    const isHalf = point >= 0xd800 && point < 0xe000;
    return !isHalf && isSoundBoundary(point, -1, false);
  });
  expect(points.length).toBeGreaterThan(30_000);
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const other of ['a', 'é', '“', '한', '🙂']) {
    for (let from = 0; from < points.length; from += 100) {
      const some = points.slice(from, from + 100);
      const text = some.map((point) => String.fromCodePoint(point) + other).join('');
      expect([...graphemes.segment(text)]).toHaveLength(some.length * 2);
    }
  }
});

test('what fits is found right at its place when it is looked up at length', () => {
  let fitting = 0;
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 30 }),
      fc.nat(40),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(3),
      fc.nat(3),
      fc.constantFrom(0, 0, 0, 1, -1),
      (units, start, length, before, after, shift) => {
        const whole = units.join('');
        const points = Array.from(whole);
        const end = Math.min(points.length, start + length);
        if (start >= end) return;
        const anchor = {
          exact: points.slice(start, end).join(''),
          start: Math.max(0, start + shift),
          end: Math.max(0, start + shift) + (end - start),
          ...(before > 1 && { prefix: points.slice(Math.max(0, start - before), start).join('') }),
          ...(after > 1 && { suffix: points.slice(end, end + after).join('') }),
        };
        if (!createFitCheck(whole)(anchor)) return;
        fitting++;
        const found = verifyAnchor(prepareText(whole), anchor, true);
        expect(found).toMatchObject({ status: 'exact', offsets: 'right', places: [{ start: anchor.start }] });
        expect(found.context).not.toBe('differs');
        expect(cutsWord(whole, found.places[0]!.utf16Start)).toBe(false);
      },
    ),
    { numRuns: RUNS * 10 },
  );
  expect(fitting).toBeGreaterThan(RUNS / 4);
});
