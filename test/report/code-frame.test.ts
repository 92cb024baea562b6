import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.js';
import { printable, textWidth } from '../../src/report/display-width.js';
import { encodeUtf8 } from '../../src/text/utf8.js';

/** Draws a frame: the line, and the underline below it. */
const frame = (text: string, target: string, width = 40): string => {
  const bytes = encodeUtf8(text);
  const byteOffset = encodeUtf8(text.slice(0, text.indexOf(target))).length;
  const byteEnd = byteOffset + encodeUtf8(target).length;
  const shown = codeFrame({ bytes, start: 0, cut: false, place: { start: byteOffset, end: byteEnd } }, width);
  return `${shown.text}\n${' '.repeat(shown.underlineStart)}${'^'.repeat(shown.underlineWidth)}`;
};

describe('codeFrame', () => {
  it.each([
    ['{"a": 1}', '"a"', '{"a": 1}\n ^^^'],
    ['x\n{"a": 1}\ny', '1', '{"a": 1}\n      ^'],
    ['{"漢字": 1}', '1', '{"漢字": 1}\n         ^'],
    ['{"漢字": 1}', '漢字', '{"漢字": 1}\n  ^^^^'],
    ['{"e\u0301": 1}', '1', '{"e\u0301": 1}\n      ^'],
    ['{"😀": 1}', '1', '{"😀": 1}\n       ^'],
    ['\t\t"a": 1', '1', '  "a": 1\n       ^'],
    ['{"a": 1\r\n}', '1', '{"a": 1\n      ^'],
    ['\ufeff{"a": 1}', '"a"', '{"a": 1}\n ^^^'],
    ['', '', '\n^'],
    ['\u001b[31m "a"', '"a"', '\ufffd[31m "a"\n      ^^^'],
    ['"\u202eevil"', 'evil', '"\ufffdevil"\n  ^^^^'],
  ])('of %j at %j', (text, target, expected) => {
    expect(frame(text, target)).toBe(expected);
  });

  it('cuts a long line to a window around the place', () => {
    expect(frame(`${'a'.repeat(100)}HERE${'b'.repeat(100)}`, 'HERE')).toBe(
      `…${'a'.repeat(13)}HERE${'b'.repeat(21)}…\n${' '.repeat(14)}^^^^`,
    );
    expect(frame(`HERE${'b'.repeat(100)}`, 'HERE')).toBe(`HERE${'b'.repeat(35)}…\n^^^^`);
    expect(frame(`${'a'.repeat(100)}HERE`, 'HERE')).toBe(`…${'a'.repeat(35)}HERE\n${' '.repeat(36)}^^^^`);
  });

  it('prints no more than the width of any line, and underlines inside it', () => {
    const line = fc.array(fc.constantFrom('a', '漢', '😀', 'é', 'e\u0301', '\t', '\u0007', '"'), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(
        line,
        fc.nat(),
        fc.nat(40),
        fc.integer({ min: 20, max: 100 }),
        (parts, at, length, width) => {
          const from = at % (parts.length + 1);
          const byteOffset = encodeUtf8(parts.slice(0, from).join('')).length;
          const byteEnd = encodeUtf8(parts.slice(0, from + length).join('')).length;
          const bytes = encodeUtf8(parts.join(''));
          const { text, underlineStart, underlineWidth } = codeFrame(
            { bytes, start: 0, cut: false, place: { start: byteOffset, end: byteEnd } },
            width,
          );
          expect(textWidth(text)).toBeLessThanOrEqual(width);
          expect(underlineStart).toBeLessThanOrEqual(width);
          expect(underlineWidth).toBeGreaterThan(0);
          expect(text).toBe(printable(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('needs no more of the text than a piece, wherever that is cut', () => {
    const text = `${'漢'.repeat(1000)}HERE${'字'.repeat(1000)}`;
    const bytes = encodeUtf8(text);
    for (let start = 2950; start < 2960; start++) {
      for (let end = 3050; end < 3060; end++) {
        const piece = { bytes: bytes.subarray(start, end), start, cut: true };
        const shown = codeFrame({ ...piece, place: { start: 3000, end: 3004 } }, 40);
        expect(shown.text).toBe(`…${'漢'.repeat(6)}HERE${'字'.repeat(11)}…`);
        expect([shown.underlineStart, shown.underlineWidth]).toEqual([13, 4]);
      }
    }
  });
});
