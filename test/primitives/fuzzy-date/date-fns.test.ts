import { tz } from '@date-fns/tz/tz';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveRelative } from '../../../src/primitives/fuzzy-date/relative.js';
import { RUNS } from '../../support/runs.js';

/** How date-fns counts, and how much of a date the unit speaks of. */
const units = [
  ['day', addDays, 10],
  ['month', addMonths, 7],
  ['year', addYears, 4],
] as const;

const days = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('7999-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('counting from a day agrees with date-fns', () => {
  test.each(units)('by the %s', (unit, add, length) => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 900 }), fc.boolean(), (date, amount, past) => {
        const anchor = date.toISOString().slice(0, 10);
        const moved = add(new Date(`${anchor}T12:00:00Z`), past ? -amount : amount, { in: tz('UTC') });
        expect(resolveRelative({ unit, amount, direction: past ? 'past' : 'future' }, anchor)).toBe(
          new Date(moved).toISOString().slice(0, length),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
