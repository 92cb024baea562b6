import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type ByteEdit, composeEdits, toByteEdit } from '../../src/check/text-edits.js';
import { encodeUtf8 } from '../../src/text/utf8.js';
import { RUNS } from '../support/runs.js';

const bytes = (text: string): Uint8Array => encodeUtf8(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);
const edit = (start: number, end: number, put: string): ByteEdit => ({ start, end, bytes: bytes(put) });

/** Edits of a text of some length: in order, none reaching into another. */
const editsOf = (length: number): fc.Arbitrary<ByteEdit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 4 })), {
      maxLength: 6,
    })
    .map((parts) => {
      const places = parts.map(([place]) => place).sort((a, b) => a - b);
      return parts.flatMap(([, put], index) =>
        index % 2 === 0 && places[index + 1] !== undefined
          ? [edit(places[index]!, places[index + 1]!, put)]
          : [],
      );
    });

describe('edits', () => {
  it('put bytes in the place of others', () => {
    expect(text(applyEdits(bytes('a b c'), [edit(0, 1, 'xx'), edit(2, 3, ''), edit(5, 5, '!')]))).toBe(
      'xx  c!',
    );
    expect(text(applyEdits(bytes('a'), []))).toBe('a');
  });

  it('come from diagnostics, whose texts are UTF-8', () => {
    expect(toByteEdit({ byteOffset: 2, byteLength: 3, text: 'é' })).toEqual({
      start: 2,
      end: 5,
      bytes: new Uint8Array([0xc3, 0xa9]),
    });
  });

  it('of two rounds are one round', () => {
    const first = [edit(2, 4, 'abcd')];
    expect(composeEdits(6, first, [edit(3, 5, 'X')])).toEqual([edit(2, 4, 'aXd')]);
    expect(composeEdits(6, first, [edit(0, 1, 'X')])).toEqual([edit(0, 1, 'X'), edit(2, 4, 'abcd')]);
    expect(composeEdits(6, first, [edit(0, 8, '')])).toEqual([edit(0, 6, '')]);
    expect(composeEdits(6, [], [edit(6, 6, 'end')])).toEqual([edit(6, 6, 'end')]);
    expect(composeEdits(6, [], [])).toEqual([]);
  });

  it('of two rounds do what the rounds do, one after the other', () => {
    const rounds = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 20 }).chain((start) => {
      const original = bytes(start);
      return editsOf(original.length).chain((first) => {
        const between = applyEdits(original, first);
        return fc.record({
          original: fc.constant(original),
          first: fc.constant(first),
          between: fc.constant(between),
          second: editsOf(between.length),
        });
      });
    });
    fc.assert(
      fc.property(rounds, ({ original, first, between, second }) => {
        const both = composeEdits(original.length, first, second);
        expect(text(applyEdits(original, both))).toBe(text(applyEdits(between, second)));
        for (const [index, { start, end }] of both.entries()) {
          expect(end).toBeGreaterThanOrEqual(start);
          if (index > 0) expect(start).toBeGreaterThan(both[index - 1]!.end);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
