import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../src/text/lines.js';
import { decodeUtf8, encodeUtf8 } from '../../src/text/utf8.js';

const at = (text: string, byteOffset: number) => {
  const { line, column } = createLineIndex(encodeUtf8(text)).position(byteOffset);
  return `${line}:${column}`;
};

/** Counts lines and columns the slow way, on the decoded text. */
const slowly = (bytes: Uint8Array, byteOffset: number): string => {
  const before = decodeUtf8(bytes.subarray(0, byteOffset)).replace(/^\ufeff/, '');
  // A line end between \r and \n belongs to the pair.
  const pair = before.endsWith('\r') && bytes[byteOffset] === 10;
  const lines = (pair ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
  return `${lines.length}:${lines.at(-1)!.length + (pair ? 2 : 1)}`;
};

describe('createLineIndex', () => {
  it.each([
    ['', 0, '1:1'],
    ['ab', 2, '1:3'],
    ['a\nb', 2, '2:1'],
    ['a\r\nb', 3, '2:1'],
    ['a\rb', 2, '2:1'],
    ['a\u2028b', 4, '1:3'],
    ['é😀x', 6, '1:4'],
    ['\ufeffab', 3, '1:1'],
    ['\ufeffab', 4, '1:2'],
    ['\ufeffab', 0, '1:1'],
    ['\ufeffa\nb', 5, '2:1'],
    ['a\n\ufeffb', 5, '2:2'],
    ['\t漢字x', 7, '1:4'],
    ['a\n', 2, '2:1'],
    ['a', 99, '1:2'],
  ])('%j, byte %d, is at %s', (text, byteOffset, place) => {
    expect(at(text, byteOffset)).toBe(place);
  });

  it('counts like the slow way, wherever a character starts', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '\ufeff', 'é', '漢', '😀', '\u2028'), fc.string()),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const bytes = encodeUtf8(parts.join(''));
        const index = createLineIndex(bytes);
        for (let offset = 0; offset <= bytes.length; offset++) {
          if (offset < bytes.length && (bytes[offset]! & 0xc0) === 0x80) continue;
          const { line, column } = index.position(offset);
          expect(`${line}:${column}`).toBe(
            offset < 3 && parts.join('').startsWith('\ufeff') ? '1:1' : slowly(bytes, offset),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the byte of a UTF-16 unit again, over many checkpoints', () => {
    const text = 'é😀x漢'.repeat(3000);
    const bytes = encodeUtf8(text);
    const index = createLineIndex(bytes);
    for (const unit of [0, 1, 3, 4, 5, 4999, 9998, text.length]) {
      expect(index.byteAt(unit)).toBe(encodeUtf8(text.slice(0, unit)).length);
    }
  });

  it('gives the bytes of a line without its end and without the byte order mark', () => {
    const bytes = encodeUtf8('\ufeffa\r\nbc\rd\n\n');
    const index = createLineIndex(bytes);
    const lines = [1, 2, 3, 4, 5, 6].map((line) => {
      const { start, end } = index.lineSpan(line);
      return decodeUtf8(bytes, start, end);
    });
    expect(lines).toEqual(['a', 'bc', 'd', '', '', '']);
    expect(index.lineCount).toBe(5);
  });

  it('answers 10,000 questions about one line of a megabyte in no time', () => {
    const bytes = encodeUtf8('é'.repeat(1_000_000));
    const index = createLineIndex(bytes);
    index.position(0);
    const start = performance.now();
    for (let question = 0; question < 10_000; question++) index.position(question * 200);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(index.position(2_000_000).column).toBe(1_000_001);
  });
});
