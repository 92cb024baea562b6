import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/dataset.js';
import { isPossiblyOverlapping } from '../../src/primitives/fuzzy-date/order.js';
import { claimLifecycle } from '../../src/reasoning/claims/claim-lifecycle.js';
import { type Contradiction, findContradictions } from '../../src/reasoning/claims/find-contradictions.js';
import { normalizeRating } from '../../src/reasoning/claims/normalize-rating.js';
import { ratingScales } from '../../src/reasoning/claims/rating-scales.js';
import { rollupConfirmation } from '../../src/reasoning/confirmation/rollup-confirmation.js';
import type { Claim } from '../../src/records/claim.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { load, type NewsCase, newsCase, recordsOf } from '../support/news-arbitrary.js';
import { RUNS } from '../support/runs.js';

const runs = { numRuns: RUNS };

const find = (records: readonly object[], at: string): readonly Contradiction[] =>
  findContradictions(loadDataset(deepFreeze(records)), deepFreeze({ at }));

/** The records of a case with two of its claims alone. */
const withOnly = (one: NewsCase, ids: readonly string[]): readonly object[] =>
  recordsOf({ ...one, claims: one.claims.filter(({ id }) => ids.includes(id)) });

describe('findContradictions', () => {
  it('finds contradictions in the cases of the generator, stances and dates each in 5 % of them or more', () => {
    const cases = fc.sample(newsCase, { numRuns: RUNS, seed: 20240619 });
    const share = (kind: string): number =>
      cases.filter((one) => find(recordsOf(one), one.at).some((found) => found.kind === kind)).length /
      cases.length;
    const shares = { stance: share('stance'), date: share('date') };
    console.info('contradictions found', shares);
    for (const hit of Object.values(shares)) expect(hit).toBeGreaterThanOrEqual(0.05);
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        expect(find([...recordsOf(one)].reverse(), one.at)).toEqual(find(recordsOf(one), one.at));
      }),
      runs,
    );
  });

  it('is symmetric: a claim contradicts one that contradicts it, in whichever order they come', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        for (const { kind, sides } of find(recordsOf(one), one.at)) {
          for (const { says, claimIds } of sides) {
            const others = sides.filter((side) => side.says !== says).flatMap((side) => side.claimIds);
            for (const id of claimIds) {
              const partner = others.find((other) =>
                find(withOnly(one, [id, other]), one.at).some((found) => found.kind === kind),
              );
              expect(partner).toBeDefined();
              const pair = [...withOnly(one, [id, partner ?? ''])];
              expect(find(pair.reverse(), one.at)).toEqual(find(withOnly(one, [id, partner ?? '']), one.at));
            }
          }
        }
      }),
      runs,
    );
  });

  it('finds no contradiction of dates that may be the same', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        for (const { kind, sides } of find(recordsOf(one), one.at)) {
          if (kind !== 'date') continue;
          for (const { says } of sides) {
            expect(sides.some((other) => !isPossiblyOverlapping(says, other.says))).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('claimLifecycle', () => {
  it('says of every claim that a roll-up counts that it stood', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const { dataset, event } = load(deepFreeze(recordsOf(one)));
        const { reasons } = rollupConfirmation(event, one.aspect, dataset, one);
        for (const { claimIds, onlyPossibly } of Object.values({ ...reasons }).flat()) {
          const lives = claimIds.map((id) =>
            claimLifecycle(dataset.find('claim', id) as Claim, dataset, { at: one.at }),
          );
          expect(lives.every(({ stands }) => stands)).toBe(true);
          if (!onlyPossibly) {
            expect(lives.some((life) => life.status === 'corrected' || !life.onlyPossibly)).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('normalizeRating', () => {
  const label = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(...ratingScales.flatMap(({ labels }) => Object.keys(labels)), 'F6', 'A1', 'B 3'),
  );
  const number = fc.option(fc.double({ noNaN: false }), { nil: undefined });
  const rating = fc.record(
    {
      label,
      scale: fc.option(fc.constantFrom('politifact', 'Snopes', 'NATO', 'ICD 203', 'stars'), {
        nil: undefined,
      }),
      value: number,
      best: number,
      worst: number,
    },
    { requiredKeys: ['label'] },
  );

  it('keeps every label verbatim, and a position lies from 0 to 1', () => {
    fc.assert(
      fc.property(rating, (one) => {
        const read = normalizeRating(deepFreeze(one));
        expect(read.label).toBe(one.label);
        for (const part of [read.position, read.reliability, read.credibility]) {
          if (part !== undefined) expect(part >= 0 && part <= 1).toBe(true);
        }
        expect((read.scale === undefined) === (read.version === undefined)).toBe(true);
      }),
      runs,
    );
  });
});
