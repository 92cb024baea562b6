import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyDateBounds } from '../../src/primitives/fuzzy-date/bounds.js';
import { compareFuzzyDates } from '../../src/primitives/fuzzy-date/compare.js';
import { formatFuzzyDate } from '../../src/primitives/fuzzy-date/format.js';
import { toInstantRange } from '../../src/primitives/fuzzy-date/instant-range.js';
import {
  isDefinitelyBefore,
  isDefinitelyOverlapping,
  isDefinitelyWithin,
  isPossiblyBefore,
  isPossiblyOverlapping,
  isPossiblyWithin,
} from '../../src/primitives/fuzzy-date/order.js';
import { parseFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { relateDates } from '../../src/primitives/fuzzy-date/relate.js';
import { type RelativeDate, resolveRelative } from '../../src/primitives/fuzzy-date/relative.js';
import { fuzzyDateToString } from '../../src/primitives/fuzzy-date/to-string.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { fuzzyDate, pointsOf, sample } from '../support/fuzzy-date-arbitrary.js';
import { RUNS } from '../support/runs.js';

const runs = { numRuns: RUNS };

const relative: fc.Arbitrary<RelativeDate> = fc.oneof(
  fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    amount: fc.constantFrom<number | string>(0, 1, 3, 'couple', 'few', 'several'),
    direction: fc.constantFrom('past' as const, 'future' as const),
    within: fc.boolean(),
  }),
  fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    direction: fc.constantFrom('past' as const, 'future' as const),
  }),
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    direction: fc.constantFrom('past' as const, 'future' as const),
  }),
);

const pairs = [
  [isDefinitelyBefore, isPossiblyBefore],
  [isDefinitelyWithin, isPossiblyWithin],
  [isDefinitelyOverlapping, isPossiblyOverlapping],
] as const;

describe('fuzzy dates', () => {
  it('come definitely before each other in one direction alone', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, (a, b) => {
        expect(isDefinitelyBefore(a, b) && isDefinitelyBefore(b, a)).toBe(false);
        expect(isDefinitelyBefore(a, a)).toBe(false);
      }),
      runs,
    );
  });

  it('come definitely before each other transitively', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, fuzzyDate, (a, b, c) => {
        if (isDefinitelyBefore(a, b) && isDefinitelyBefore(b, c)) expect(isDefinitelyBefore(a, c)).toBe(true);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('may be what they definitely are', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, (a, b) => {
        for (const [definitely, possibly] of pairs) if (definitely(a, b)) expect(possibly(a, b)).toBe(true);
        const { definite, possible } = relateDates(a, b);
        if (definite !== undefined) expect(possible).toEqual([definite]);
        expect(possible.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('have bounds that contain all they may mean', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const points = pointsOf(one);
        fc.pre(points.every(({ fixed }) => fixed) || points.every(({ fixed }) => !fixed));
        const { earliestStart, latestStart, earliestEnd, latestEnd } = fuzzyDateBounds(one.text);
        expect(earliestStart).toBeLessThanOrEqual(latestStart);
        expect(earliestEnd).toBeLessThanOrEqual(latestEnd);
        const [start, end] = points.map(({ first, next }) => first + Math.floor(share * (next - 1 - first)));
        // what starts after it ends is nothing that an extent may mean
        fc.pre(one.edges === undefined || start === undefined || end === undefined || start <= end);
        for (const moment of [start, end]) {
          if (moment === undefined) continue;
          expect(moment).toBeGreaterThanOrEqual(earliestStart);
          expect(moment).toBeLessThanOrEqual(latestEnd);
        }
        if (one.edges !== undefined && points.length === 2) {
          expect(start).toBeLessThanOrEqual(latestStart);
          expect(end).toBeGreaterThanOrEqual(earliestEnd);
        }
      }),
      runs,
    );
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fuzzyDate, (text) => {
        const canonical: string = fuzzyDateToString(text);
        expect(fuzzyDateToString(parseFuzzyDate(canonical))).toBe(canonical);
        expect(parseFuzzyDate(canonical)).toEqual(parseFuzzyDate(text));
      }),
      runs,
    );
  });

  it('may still be what they might be before they were widened', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, fc.constantFrom('~', '?', '%'), (a, b, mark) => {
        fc.pre(/^[-\dX]+$/.test(a) && !/-2[1-4]$/.test(a));
        for (const [definitely, possibly] of pairs) {
          if (possibly(a, b)) expect(possibly(a + mark, b)).toBe(true);
          if (possibly(b, a)) expect(possibly(b, a + mark)).toBe(true);
          if (definitely(a + mark, b)) expect(definitely(a, b)).toBe(true);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('are sorted in a total order that agrees with what is definite', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, fuzzyDate, (a, b, c) => {
        expect(Math.sign(compareFuzzyDates(a, b)) + Math.sign(compareFuzzyDates(b, a))).toBe(0);
        if (compareFuzzyDates(a, b) <= 0 && compareFuzzyDates(b, c) <= 0)
          expect(compareFuzzyDates(a, c)).toBeLessThanOrEqual(0);
        if (compareFuzzyDates(a, b) === 0) expect(fuzzyDateToString(a)).toBe(fuzzyDateToString(b));
        if (isDefinitelyBefore(a, b)) expect(compareFuzzyDates(a, b)).toBeLessThan(0);
      }),
      runs,
    );
  });

  it('resolve to more when the anchor is wider', () => {
    fc.assert(
      fc.property(fuzzyDate, relative, (anchor, one) => {
        fc.pre(/^[-\d]+$/.test(anchor) && !/-2[1-4]$/.test(anchor));
        const [narrow, wide] = [anchor, `${anchor}~`].map((text) =>
          fuzzyDateBounds(resolveRelative(one, text)),
        ) as [ReturnType<typeof fuzzyDateBounds>, ReturnType<typeof fuzzyDateBounds>];
        expect(wide.earliestStart).toBeLessThanOrEqual(narrow.earliestStart);
        expect(wide.latestEnd).toBeGreaterThanOrEqual(narrow.latestEnd);
      }),
      runs,
    );
  });

  it('are never written to, and compare parsed as they do as text', () => {
    fc.assert(
      fc.property(fuzzyDate, fuzzyDate, (a, b) => {
        const [one, other] = [deepFreeze(parseFuzzyDate(a)), deepFreeze(parseFuzzyDate(b))];
        for (const judge of pairs.flat()) expect(judge(one, other)).toBe(judge(a, b));
        expect(relateDates(one, other)).toEqual(relateDates(a, b));
        expect(compareFuzzyDates(one, other)).toBe(compareFuzzyDates(a, b));
        expect(fuzzyDateBounds(one)).toEqual(fuzzyDateBounds(a));
        expect(toInstantRange(one)).toEqual(toInstantRange(a));
        expect(formatFuzzyDate(one)).toBe(formatFuzzyDate(a));
      }),
      runs,
    );
  });

  it('are refused with an error of their own, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'0123456789-XYTZ:./?~%[],{}ES+ ',
      '2024',
      '..',
      '-06',
      '-19',
      'T09:30:00',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        try {
          parseFuzzyDate(value);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FuzzyDateError' });
          const { position } = error as { position: number };
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(value.length);
        }
      }),
      { numRuns: RUNS * 20 },
    );
  });
});

describe('the zone of the process', () => {
  it('changes no answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsdomain-zones-'));
    try {
      const dates = fc.sample(fuzzyDate, { numRuns: 400, seed: 20240619 });
      const program = `
        import * as f from ${JSON.stringify(resolve('src/fuzzy-date.ts'))};
        import { createHash } from 'node:crypto';
        const dates = ${JSON.stringify(dates)};
        const hash = createHash('sha256');
        for (const [at, a] of dates.entries()) {
          const b = dates[(at * 7 + 1) % dates.length];
          const options = { timeZone: ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata', 'Europe/London'][at % 4] };
          const answers = [f.fuzzyDateBounds(a), f.fuzzyDateBounds(a, options), f.toInstantRange(a), f.toInstantRange(a, options),
            f.formatFuzzyDate(a), f.compareFuzzyDates(a, b), f.relateDates(a, b, options), f.relateDates(a, b)];
          for (const relative of [{ month: 9, direction: 'past' }, { unit: 'week', amount: 'few', direction: 'future' }])
            try { answers.push(f.resolveRelative(relative, a)); } catch (error) { answers.push(error.message); }
          hash.update(JSON.stringify(answers, (_, value) => (typeof value === 'number' ? String(value) : value)));
        }
        console.log(new Date(2024, 0, 1).getTimezoneOffset(), hash.digest('hex'));
      `;
      const { outputFiles } = await build({
        stdin: { contents: program, resolveDir: '.', loader: 'js' },
        bundle: true,
        format: 'esm',
        platform: 'node',
        write: false,
      });
      const file = join(folder, 'digest.mjs');
      writeFileSync(file, outputFiles![0]!.contents);
      const outcomes = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata'].map((TZ) => {
        const { stdout, stderr } = spawnSync(process.execPath, [file], {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        return stdout.trim().split(' ');
      });
      // each process was in a zone of its own
      expect(new Set(outcomes.map(([offset]) => offset)).size).toBe(4);
      expect(new Set(outcomes.map(([, digest]) => digest)).size).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
