import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDefinitelyBefore } from '../../../src/primitives/fuzzy-date/order.js';
import { safeParseFuzzyDate } from '../../../src/primitives/fuzzy-date/parse.js';
import { arePlainInOrder, isPlainDate, isPlainInterval } from '../../../src/primitives/fuzzy-date/plain.js';
import { RUNS } from '../../support/runs.js';

const number = (most: number, digits: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(digits, '0'));
const parts = [number(9999, 4), number(14, 2), number(32, 2)];

/** A year, a month or a day, whether or not it exists. */
const date = fc
  .integer({ min: 1, max: 3 })
  .chain((length) => fc.tuple(...parts.slice(0, length)).map((texts) => texts.join('-')));
const interval = fc.tuple(date, date).map(([start, end]) => `${start}/${end}`);
const spoilt = fc
  .tuple(fc.oneof(date, interval), fc.nat(21), fc.constantFrom('', '-', '/', '?', 'X', '1', ' ', '٣'))
  .map(([text, at, unit]) => text.slice(0, at) + unit + text.slice(at + 1));
const runs = { numRuns: 10 * RUNS };

describe('what is told of plain dates', () => {
  it('is told of fuzzy dates alone, and of every year, month and day among them', () => {
    fc.assert(
      fc.property(fc.oneof(date, interval, spoilt), (text) => {
        const { data } = safeParseFuzzyDate(text);
        expect(isPlainDate(text)).toBe(
          data?.kind === 'point' && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(text),
        );
        if (isPlainInterval(text)) expect(data?.kind).toBe('interval');
      }),
      runs,
    );
  });

  it('is their order, where they are as precise as each other', () => {
    fc.assert(
      fc.property(fc.oneof(date, spoilt), fc.oneof(date, spoilt), (start, end) => {
        const read = [start, end].every((text) => safeParseFuzzyDate(text).data?.kind === 'point');
        if (arePlainInOrder(start, end)) {
          expect(read).toBe(true);
          expect(isDefinitelyBefore(end, start)).toBe(false);
          expect(safeParseFuzzyDate(`${start}/${end}`).success).toBe(true);
        } else if (isPlainDate(start) && isPlainDate(end) && start.length === end.length)
          expect(isDefinitelyBefore(end, start)).toBe(true);
      }),
      runs,
    );
  });

  it.each(['2024', '0000', '2024-12', '2024-02-29', '9999-12-31'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(isPlainInterval(`${text}/${text}`)).toBe(true);
  });

  it.each(['', '/', '2024/', '/2024', '2024-01/2024', '2025/2024', '2024-01-32/2024-02-01', '2024//2024'])(
    '%j is no interval between two',
    (text) => {
      expect(isPlainInterval(text)).toBe(false);
    },
  );
});
