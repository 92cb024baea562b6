import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpoolStore } from '../../src/check-node/spool.js';

const MB = 1024 * 1024;

describe('a spool', () => {
  it.each([0, MB, 64 * MB])('gives back any part of what was written, with %d bytes of memory', (memory) => {
    const store = createSpoolStore(memory);
    const texts = [3.5 * MB, 10, MB, 0].map((size, seed) =>
      Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed + (at >> 9)) & 0xff),
    );
    const spools = texts.map((text) => {
      const spool = store.open();
      for (let at = 0; at < text.length; at += 700_001) spool.write(text.slice(at, at + 700_001));
      spool.end();
      return spool;
    });
    fc.assert(
      fc.property(fc.nat(3), fc.nat(4 * MB), fc.nat(2 * MB), (which, start, length) => {
        const part = spools[which]!.read(start, start + length);
        expect(Buffer.compare(part, texts[which]!.subarray(start, start + length))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a copy of what is written', () => {
    const spool = createSpoolStore().open();
    const piece = Uint8Array.of(1, 2, 3);
    spool.write(piece);
    piece.fill(9);
    expect([...spool.read(0, 10)]).toEqual([1, 2, 3]);
  });
});
