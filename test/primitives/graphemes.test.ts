import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointToGrapheme,
  graphemeLength,
  graphemeToCodePoint,
  isSurelyBoundary,
  visitGraphemes,
} from '../../src/primitives/graphemes.js';
import { OffsetError } from '../../src/primitives/offset-error.js';
import { RUNS } from '../support/runs.js';
import { anyText } from '../support/unicode-arbitrary.js';

const runs = { numRuns: RUNS };
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const platform = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

function graphemes(text: string): string[] {
  const found: string[] = [];
  visitGraphemes(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe('graphemeLength', () => {
  it.each([
    ['', 0],
    ['Hà Nội 🇻🇳', 8],
    ['e\u0301', 1],
    ['a\r\nb', 3],
    ['\n\r', 2],
    ['👨\u200d👩\u200d👧', 1],
    ['👍🏽', 1],
    ['🇻🇳🇫🇷', 2],
    ['1\ufe0f\u20e3', 1],
    ['\u1100\u1161\u11a8', 1],
    ['นี่', 1],
    ['\ud83d', 1],
    ['\u0301a', 2],
  ])('of %j is %i', (text, length) => {
    expect(graphemeLength(text)).toBe(length);
  });
});

describe('offsets in graphemes', () => {
  const text = 'e\u0301🇻🇳x';

  it('lead to the code point that begins the grapheme, and back', () => {
    expect([0, 1, 2, 3].map((offset) => graphemeToCodePoint(text, offset))).toEqual([0, 2, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((offset) => codePointToGrapheme(text, offset))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it.each([
    ['not-whole', 0.5],
    ['not-whole', Number.NaN],
    ['negative', -1],
    ['beyond-end', 6],
  ])('are refused as %s: %d', (code, offset) => {
    for (const convert of [codePointToGrapheme, graphemeToCodePoint]) {
      expect(() => convert(text, offset)).toThrow(OffsetError);
      expect(() => convert(text, offset)).toThrow(expect.objectContaining({ code, offset }));
    }
  });

  it('say how many there are', () => {
    expect(() => graphemeToCodePoint(text, 4)).toThrow('which has 3 graphemes');
  });
});

describe('graphemes, whatever the text', () => {
  it('are those of the platform', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(graphemes(text)).toEqual(platform(text));
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it('lead to code points and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = platform(text);
        expect(graphemeLength(text)).toBe(parts.length);
        let codePoints = 0;
        for (const [index, part] of parts.entries()) {
          expect(graphemeToCodePoint(text, index)).toBe(codePoints);
          expect(codePointToGrapheme(text, codePoints)).toBe(index);
          codePoints += [...part].length;
        }
        expect(graphemeToCodePoint(text, parts.length)).toBe(codePoints);
      }),
      runs,
    );
  });

  it('have a boundary wherever one is sure', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
        for (let at = 1; at < text.length; at++) {
          if (isSurelyBoundary(text, at)) expect(starts, `${at} of ${JSON.stringify(text)}`).toContain(at);
        }
      }),
      runs,
    );
  });
});

describe('every UTF-16 unit', () => {
  it('is known for what it does to the boundaries around it', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const char = String.fromCharCode(unit);
      const text = `a${char}a\u0301${char}\u0301\r${char}\n${char}`;
      if (graphemes(text).join('|') !== platform(text).join('|')) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
