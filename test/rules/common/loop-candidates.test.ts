import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordWays } from '../../../src/rules/common/loop-candidates.js';
import { findLoops } from '../../../src/rules/common/loops.js';
import { RUNS } from '../../support/runs.js';

/** Ways between a few records, in the order of those that they come from. */
const ways = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 60 })
  .map((all) => [...all].sort(([one], [other]) => one - other));

const candidatesOf = (all: readonly (readonly [from: number, to: number])[]) => {
  const list = createRecordWays();
  for (const [from, to] of all) list.add(from, to);
  return list.candidates();
};

const edge = ([from, to]: readonly [number, number]) => ({
  from: `${from}`,
  to: `${to}`,
  record: from,
  path: [],
});

describe('the records that may be in a loop', () => {
  it('are enough to find the same loops', () => {
    fc.assert(
      fc.property(ways, (all) => {
        const candidates = candidatesOf(all);
        const some = all.filter(([from]) => candidates.has(from));
        expect(findLoops(some.map(edge))).toEqual(findLoops(all.map(edge)));
        expect(candidates.isEmpty).toBe(some.length === 0);
      }),
      { numRuns: RUNS },
    );
  });

  it('are none where ways only lead up, only down, or both by turns', () => {
    const count = 200_000;
    const each = (to: (from: number) => number) =>
      Array.from({ length: count }, (_, from): [number, number] => [from, to(from)]);
    expect(candidatesOf(each((from) => from + 1)).isEmpty).toBe(true);
    expect(candidatesOf(each((from) => from - 1).slice(1)).isEmpty).toBe(true);
    const up = each((from) => (from % 10 === 9 ? from - 15 : from + 1)).filter(([, to]) => to >= 0);
    expect(candidatesOf(up).isEmpty).toBe(false);
    const levels = each((from) => (from * 7 + 1) % count).filter(([from, to]) => from % 8 < to % 8);
    expect(candidatesOf(levels).isEmpty).toBe(true);
    expect(candidatesOf([]).isEmpty).toBe(true);
  });
});
