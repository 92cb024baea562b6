import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointCounter,
  codePointLength,
  codePointToUtf16,
  sliceCodePoints,
  utf16ToCodePoint,
} from '../../src/primitives/code-points.js';
import { OffsetError } from '../../src/primitives/offset-error.js';
import { RUNS } from '../support/runs.js';
import { anyText } from '../support/unicode-arbitrary.js';

const runs = { numRuns: RUNS };
const FLAG = '🇻🇳';

/** The code of the OffsetError that is thrown. */
function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof OffsetError ? error.code : String(error);
  }
  return undefined;
}

describe('codePointLength', () => {
  it.each([
    ['', 0],
    ['visit', 5],
    [`Hà Nội ${FLAG}`, 9],
    ['a\r\nb', 4],
    ['e\u0301', 2],
    ['👨\u200d👩\u200d👧', 5],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
    ['\ud83d\ud83d\ude00\ude00', 3],
  ])('of %j is %i', (text, length) => {
    expect(codePointLength(text)).toBe(length);
  });
});

describe('offsets', () => {
  const text = `${FLAG}a\ud83d`;

  it('count a surrogate pair as one code point, and a lone surrogate too', () => {
    expect([0, 1, 2, 3, 4].map((offset) => codePointToUtf16(text, offset))).toEqual([0, 2, 4, 5, 6]);
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => utf16ToCodePoint(text, offset))).toEqual([
      0, 0, 1, 1, 2, 3, 4,
    ]);
  });

  it('count from the true beginning of the text, a byte order mark included', () => {
    expect(codePointToUtf16('\ufeffa', 1)).toBe(1);
  });

  it.each([
    ['not-whole', 0.5],
    ['not-whole', Number.NaN],
    ['not-whole', Number.POSITIVE_INFINITY],
    ['not-whole', 2 ** 53],
    ['negative', -1],
    ['beyond-end', 7],
  ])('are refused as %s: %d', (code, offset) => {
    expect(codeOf(() => codePointToUtf16(text, offset))).toBe(code);
    expect(codeOf(() => utf16ToCodePoint(text, offset))).toBe(code);
    expect(codeOf(() => sliceCodePoints(text, offset))).toBe(code);
    expect(codeOf(() => sliceCodePoints(text, 0, offset))).toBe(code);
  });

  it('are refused when they are no numbers', () => {
    expect(codeOf(() => codePointToUtf16(text, '1' as unknown as number))).toBe('not-whole');
  });

  it('say in the error what is wrong', () => {
    expect(() => codePointToUtf16(text, 5)).toThrow(
      'The offset 5 lies beyond the end of the text, which has 4 code points.',
    );
    expect(() => utf16ToCodePoint(text, 7)).toThrow('which has 6 UTF-16 units');
    expect(() => sliceCodePoints(text, 2, 9)).toThrow('The offset 9 lies beyond the end');
    expect(() => sliceCodePoints(text, 2, 1)).toThrow('The end 1 comes before the start 2.');
  });
});

describe('sliceCodePoints', () => {
  it.each([
    [0, 0, ''],
    [0, 2, FLAG],
    [1, 3, '🇳a'],
    [2, undefined, 'a\ud83d'],
    [4, undefined, ''],
    [4, 4, ''],
  ])('from %s to %s', (start, end, part) => {
    expect(sliceCodePoints(`${FLAG}a\ud83d`, start, end)).toBe(part);
  });
});

describe('code points, whatever the text', () => {
  it('are those that the string iterates over', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = [...text];
        expect(codePointLength(text)).toBe(points.length);
        const count = codePointCounter(text);
        let utf16 = 0;
        for (const [index, point] of points.entries()) {
          expect(codePointToUtf16(text, index)).toBe(utf16);
          expect(utf16ToCodePoint(text, utf16)).toBe(index);
          expect(utf16ToCodePoint(text, utf16 + point.length - 1)).toBe(index);
          expect(count(utf16)).toBe(index);
          utf16 += point.length;
        }
        expect(codePointToUtf16(text, points.length)).toBe(text.length);
        expect(utf16ToCodePoint(text, text.length)).toBe(points.length);
        expect(count(text.length)).toBe(points.length);
      }),
      runs,
    );
  });

  it('are cut out as an array of them is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const points = [...text];
        const [start, end] = [one % (points.length + 1), other % (points.length + 1)].sort((a, b) => a - b);
        expect(sliceCodePoints(text, start!, end)).toBe(points.slice(start, end).join(''));
        expect(sliceCodePoints(text, start!)).toBe(points.slice(start).join(''));
      }),
      runs,
    );
  });
});
