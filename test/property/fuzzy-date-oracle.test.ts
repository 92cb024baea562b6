import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDefinitelyAfter,
  isDefinitelyBefore,
  isDefinitelyOverlapping,
  isDefinitelyWithin,
  isPossiblyAfter,
  isPossiblyBefore,
  isPossiblyOverlapping,
  isPossiblyWithin,
} from '../../src/primitives/fuzzy-date/order.js';
import { relateDates } from '../../src/primitives/fuzzy-date/relate.js';
import { sample } from '../support/fuzzy-date-arbitrary.js';
import { judge } from '../support/fuzzy-date-oracle.js';
import { RUNS } from '../support/runs.js';

describe('what two dates may turn out to be, tried out', () => {
  it('decides every definite and every possible answer', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { definitely, possibly } = judge(a, b);
        expect({
          definitely: {
            before: isDefinitelyBefore(a.text, b.text),
            within: isDefinitelyWithin(a.text, b.text),
            overlapping: isDefinitelyOverlapping(a.text, b.text),
          },
          possibly: {
            before: isPossiblyBefore(a.text, b.text),
            within: isPossiblyWithin(a.text, b.text),
            overlapping: isPossiblyOverlapping(a.text, b.text),
          },
        }).toEqual({ definitely, possibly });
        expect(isDefinitelyAfter(b.text, a.text)).toBe(definitely.before);
        expect(isPossiblyAfter(b.text, a.text)).toBe(possibly.before);
      }),
      { numRuns: RUNS },
    );
  });

  it('decides which relations are possible, and which one is definite', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { relations } = judge(a, b);
        const { definite, possible } = relateDates(a.text, b.text);
        const uncertain = /[?%]/.test(a.text + b.text);
        if (uncertain) expect(possible).toEqual(expect.arrayContaining([...relations]));
        else expect(new Set(possible)).toEqual(relations);
        expect(definite).toBe(possible.length === 1 ? possible[0] : undefined);
      }),
      { numRuns: RUNS },
    );
  });
});
