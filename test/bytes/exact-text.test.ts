import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTextLength, readExactText, writeExactText } from '../../src/bytes/exact-text.js';
import { RUNS } from '../support/runs.js';

const bytesOf = (text: string, from = 0): Uint8Array => {
  const bytes = new Uint8Array(exactTextLength(text, from));
  writeExactText(text, from, bytes, 0);
  return bytes;
};

/** Any code units, many of them surrogates in any order. */
const units = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd7ff, max: 0xe000 })), { maxLength: 20 })
  .map((all) => String.fromCharCode(...all));

describe('text as bytes', () => {
  it('is UTF-8 where UTF-8 can write it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(bytesOf(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is read as it was, whatever surrogates are in it', () => {
    fc.assert(
      fc.property(units, fc.nat(3), (text, from) => {
        const bytes = bytesOf(text, from);
        expect(readExactText(bytes, 0, bytes.length)).toBe(text.slice(from));
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same only where the texts are', () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        expect(String(bytesOf(one)) === String(bytesOf(other))).toBe(one === other);
      }),
      { numRuns: RUNS },
    );
    expect(bytesOf('\ud800')).not.toEqual(bytesOf('\ud801'));
    expect(bytesOf('\ud800')).not.toEqual(bytesOf('\ufffd'));
  });

  it('may be long', () => {
    for (const text of ['a'.repeat(100_000), 'é🙂\udc00'.repeat(50_000)]) {
      const bytes = bytesOf(text);
      expect(readExactText(bytes, 0, bytes.length)).toBe(text);
    }
  });
});
