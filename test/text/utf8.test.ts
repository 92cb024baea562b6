import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  decodeUtf8,
  encodeUtf8,
  firstIllFormed,
  foreignEncoding,
  hasByteOrderMark,
  utf16Length,
} from '../../src/text/utf8.js';
import { corpora } from '../support/corpora.js';

/** Bytes that are mostly UTF-8, with every kind of damage. */
const nearlyUtf8 = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => [...encodeUtf8(text)]),
      fc.array(
        fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0x90, 0xff),
        {
          maxLength: 4,
        },
      ),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flat()));

describe('utf16Length', () => {
  it('counts what a decoder makes of any bytes', () => {
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        expect(utf16Length(bytes, 0, bytes.length)).toBe(decodeUtf8(bytes).length);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([0, 1, 2, 3])('cuts no character where a text is long, shifted by %d bytes', (shift) => {
    const bytes = encodeUtf8('x'.repeat(shift) + '😀'.repeat(600_000));
    expect(utf16Length(bytes, 0, bytes.length)).toBe(shift + 1_200_000);
  });
});

describe('firstIllFormed', () => {
  it('agrees with a decoder that throws', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const accepts = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        expect(firstIllFormed(bytes, 0, bytes.length) === -1).toBe(accepts(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  [[0xff, 0xfe, 0x7b, 0x00], 'UTF-16LE'],
  [[0xfe, 0xff, 0x00, 0x7b], 'UTF-16BE'],
  [[0xff, 0xfe, 0x00, 0x00], 'UTF-32LE'],
  [[0x7b, 0x00, 0x22, 0x00], 'UTF-16LE'],
  [[0x00, 0x7b, 0x00, 0x22], 'UTF-16BE'],
  [[0x00, 0x00, 0xfe, 0xff], 'UTF-32BE'],
  [[0x7b, 0x00, 0x00, 0x00], 'UTF-32LE'],
  [[0x7b, 0x22, 0x61, 0x22], undefined],
  [[0xef, 0xbb, 0xbf, 0x7b], undefined],
  [[0x31, 0x00], undefined],
])('foreignEncoding(%j) is %s', (bytes, expected) => {
  expect(foreignEncoding(Uint8Array.from(bytes))).toBe(expected);
});

test('hasByteOrderMark wants all three bytes', () => {
  expect(hasByteOrderMark(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe(true);
  expect(hasByteOrderMark(Uint8Array.of(0xef, 0xbb))).toBe(false);
});

const folder = corpora('06c-strings-utf8');

describe.skipIf(folder === undefined)('the UTF-8 test cases', () => {
  const lines = folder
    ? readFileSync(join(folder, 'flenniken__utf8tests', 'utf8tests.txt'), 'latin1').split('\n')
    : [];
  const cases = lines.flatMap((line) => {
    const match = /^([\d.]+):(valid hex|invalid hex):([0-9A-F ]+)(?::[^:]*:([^:]*))?$/i.exec(line.trim());
    return match
      ? [{ name: match[1]!, valid: match[2] === 'valid hex', hex: match[3]!, replaced: match[4] }]
      : [];
  });

  it('are all there', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases)('$name ($hex)', ({ valid, hex, replaced }) => {
    const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    expect(firstIllFormed(bytes, 0, bytes.length) === -1).toBe(valid);
    const text = decodeUtf8(bytes);
    expect(utf16Length(bytes, 0, bytes.length)).toBe(text.length);
    if (replaced && /^[0-9A-F ]+$/i.test(replaced)) {
      expect(Buffer.from(encodeUtf8(text)).toString('hex').toUpperCase()).toBe(
        replaced.replaceAll(' ', '').toUpperCase(),
      );
    }
  });
});
