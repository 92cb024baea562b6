import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createByteFit } from '../../../src/check-node/fast/fitting-bytes.js';
import type { TextAnchor } from '../../../src/primitives/text-anchor.js';
import { createFitCheck } from '../../../src/rules/common/fitting-quotes.js';
import { anchorOf, quotableText } from '../../support/anchored-articles.js';
import { inKernel, kernel } from '../../support/in-kernel.js';
import { RUNS } from '../../support/runs.js';

/** Looks at an anchor of a text that is written inside a JSON string, at an odd place in memory. */
function fitsBytes(written: string, anchor: TextAnchor, before = 3): boolean {
  const fit = createByteFit(kernel);
  fit.open(inKernel(Buffer.from(`"${written}`), before, '", "more"'), 1, 1 + Buffer.byteLength(written));
  return fit.fits(anchor);
}

describe('a quick look at a text in JSON', () => {
  test.each<[string, string, TextAnchor, boolean]>([
    ['the words at their place', 'It rained.', { exact: 'rained', start: 3, end: 9 }, true],
    ['the whole text', 'It rained.', { exact: 'It rained.', start: 0, end: 10 }, true],
    ['words behind escapes', 'A\\n\\"b\\" \\u00e9\\ud83d\\ude42 c', { exact: 'c', start: 9, end: 10 }, true],
    ['an escape itself', 'It \\"rained\\"', { exact: '"rained"', start: 3, end: 11 }, true],
    ['words that the text ends in', 'It rained', { exact: 'rained"', start: 3, end: 10 }, false],
    ['a letter of an escape', 'It\\nrained', { exact: 'nrained', start: 2, end: 9 }, false],
    ['a backslash of an escape', 'It\\nrained', { exact: '\\', start: 2, end: 3 }, false],
    ['part of a word', 'It rained', { exact: 'ained', start: 4, end: 9 }, false],
    ['an accent alone', 'e\\u0301a', { exact: 'a', start: 2, end: 3 }, false],
    [
      'a place beyond all memory',
      'It rained.',
      { exact: 'rained', start: 2 ** 32 + 3, end: 2 ** 32 + 9 },
      false,
    ],
    ['a place beyond the end', 'It rained', { exact: 'It', start: 99, end: 101 }, false],
    [
      'a prefix that reaches before the text',
      'It rained',
      { exact: 'It', prefix: 'x ', start: 0, end: 2 },
      false,
    ],
    [
      'a suffix that reaches behind it',
      'It rained',
      { exact: 'rained', suffix: '"', start: 3, end: 9 },
      false,
    ],
    ['another end', 'It rained', { exact: 'rained', start: 3, end: 8 }, false],
    ['no offsets', 'It rained', { exact: 'rained' }, false],
  ])('%s', (_, written, anchor, expected) => {
    for (const before of [0, 1, 2, 3]) expect(fitsBytes(written, anchor, before)).toBe(expected);
    expect(createFitCheck(JSON.parse(`"${written}"`))(anchor)).toBe(expected);
  });

  test('finds places in a long text in whatever order they are asked for', () => {
    const text = Array.from({ length: 3000 }, (_, n) => `${n}${n % 7 === 0 ? ' é🙂"\n' : ' '}`).join('');
    const points = Array.from(text);
    const written = JSON.stringify(text).slice(1, -1);
    const fit = createByteFit(kernel);
    const check = createFitCheck(text);
    fit.open(inKernel(Buffer.from(written), 3, '"'), 0, Buffer.byteLength(written));
    let fitting = 0;
    for (let turn = 0, start = 1; turn < 500; turn++, start = (start * 7919) % points.length) {
      const exact = points.slice(start, start + 9).join('');
      const anchor = { exact, start, end: start + Array.from(exact).length };
      expect(fit.fits(anchor)).toBe(check(anchor));
      if (fit.fits(anchor)) fitting++;
    }
    expect(fitting).toBeGreaterThan(50);
  });

  test('says what a look at the text says, however the text is written', () => {
    let fitting = 0;
    fc.assert(
      fc.property(
        quotableText.chain((text) => fc.tuple(fc.constant(text), anchorOf(text))),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }),
        fc.nat(3),
        ([text, anchor], ways, before) => {
          const written = Array.from(text, (char, at) => escaped(char, ways[at % ways.length]!)).join('');
          expect(JSON.parse(`"${written}"`)).toBe(text);
          const fits = fitsBytes(written, anchor, before);
          expect(fits).toBe(createFitCheck(text)(anchor));
          if (fits) fitting++;
        },
      ),
      { numRuns: RUNS * 5 },
    );
    expect(fitting).toBeGreaterThan(RUNS / 4);
  });
});

/** A character as JSON may have it: as it is, or as an escape. */
function escaped(char: string, way: number): string {
  const plain = JSON.stringify(char).slice(1, -1);
  if (way > 1) return plain;
  const units = Array.from({ length: char.length }, (_, at) =>
    char.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return units.map((unit) => `\\u${way === 0 ? unit : unit.toUpperCase()}`).join('');
}
