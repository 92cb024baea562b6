import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../src/dataset/dataset.js';
import { factualityMatrix } from '../../src/reasoning/attribution/factuality-matrix.js';
import { formatAttribution } from '../../src/reasoning/attribution/format-attribution.js';
import { groundRulesOf, isPublishable } from '../../src/reasoning/attribution/ground-rules.js';
import { independentSources } from '../../src/reasoning/attribution/independent-sources.js';
import { originatingSources } from '../../src/reasoning/attribution/originating-sources.js';
import type { Claim } from '../../src/records/claim.js';
import { attributionRoles, certainties, polarities } from '../../src/vocabulary/claim.js';
import { groundRules, sourceKinds } from '../../src/vocabulary/source.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { RUNS } from '../support/runs.js';

const runs = { numRuns: RUNS };

const COUNT = 8;
const sourceIds = Array.from({ length: COUNT }, (_, index) => `source:${index}`);

/** Names that say of whom they are, so that one that must not be printed is recognised. */
const nameOf = (index: number): string => `Name${index}`;

const source = (index: number) =>
  fc
    .record({
      kind: fc.constantFrom(...sourceKinds),
      anonymous: fc.constantFrom(undefined, undefined, true),
      named: fc.boolean(),
      description: fc.constantFrom(
        'an official',
        `the aide ${nameOf(index)}`,
        'somebody who was not named',
        '?',
      ),
      groundRules: fc.option(fc.constantFrom(...groundRules), { nil: undefined, freq: 2 }),
      count: fc.constantFrom(undefined, undefined, 1, 2),
      entityId: fc.constantFrom(undefined, undefined, undefined, 'entity:a', 'entity:b'),
      parentId: fc.option(fc.constantFrom(...sourceIds), { nil: undefined, freq: 2 }),
    })
    .map(({ named, ...rest }) => ({
      type: 'source',
      id: `source:${index}`,
      ...rest,
      ...(named || rest.anonymous === undefined
        ? { name: nameOf(index) }
        : // what gives away a name that is not known is what readers may know
          { description: 'an official' }),
    }));

const link = fc.record({
  // one id in nine is that of a source of which there is no record
  sourceIds: fc.uniqueArray(fc.constantFrom(...sourceIds, 'source:none'), { minLength: 1, maxLength: 3 }),
  role: fc.constantFrom('originator', ...attributionRoles),
  groundRules: fc.option(fc.constantFrom(...groundRules), { nil: undefined, freq: 2 }),
  uncertain: fc.constantFrom(undefined, undefined, true, false),
});

const claim = fc.record({
  attribution: fc.option(fc.array(link, { maxLength: 4 }), { nil: undefined, freq: 9 }),
  certainty: fc.option(fc.constantFrom(...certainties), { nil: undefined }),
  polarity: fc.option(fc.constantFrom(...polarities), { nil: undefined }),
});

interface Case {
  readonly records: readonly object[];
  readonly dataset: Dataset;
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(
    fc.tuple(...sourceIds.map((_, index) => source(index))),
    fc.array(claim, { minLength: 1, maxLength: 6 }),
  )
  .map(([sources, claims]) => {
    const records = deepFreeze([
      ...sources,
      ...claims.map((one, index) => ({ type: 'claim', id: `claim:${index}`, text: 'It rained.', ...one })),
    ]);
    return { records, dataset: loadDataset(records) };
  });

describe('the generator', () => {
  it('hits relays, joint speakers, anonymous originators and strict ground rules, each in 5 % of cases or more', () => {
    const sample = fc.sample(cases, { numRuns: RUNS, seed: 20240619 });
    const share = (hits: (claim: Claim, dataset: Dataset) => boolean): number =>
      sample.filter(({ dataset }) => dataset.claims.some((one) => hits(one, dataset))).length / sample.length;
    const first = ({ attribution }: Claim) => attribution?.[0];
    const shares = {
      'relayed originators': share((one) => first(one)?.role === 'originator' && one.attribution!.length > 1),
      'unstated originators': share((one) => first(one) !== undefined && first(one)?.role !== 'originator'),
      'without a chain': share((one) => first(one) === undefined),
      'joint originators': share(
        (one) => first(one)?.role === 'originator' && first(one)!.sourceIds.length > 1,
      ),
      anonymous: share((one, dataset) =>
        originatingSources(one, dataset).some((by) => by.anonymous === true),
      ),
      'off the record': share((one, dataset) => !isPublishable(one, dataset)),
    };
    console.info('attribution cases hit', shares);
    for (const hit of Object.values(shares)) expect(hit).toBeGreaterThanOrEqual(0.05);
  });
});

describe('formatAttribution', () => {
  it('says something of every chain, and never throws', () => {
    fc.assert(
      fc.property(cases, ({ dataset }) => {
        for (const one of dataset.claims) {
          const text = formatAttribution(one, dataset);
          expect(text).toMatch(
            /^(?:according to |possibly according to |(?:possibly )?in the author's own voice$|without )/,
          );
          expect(text).not.toMatch(/undefined|null|\[object| {2}|, *$/);
        }
      }),
      runs,
    );
  });

  it('never prints a name that the terms do not allow', () => {
    fc.assert(
      fc.property(cases, ({ dataset }) => {
        for (const one of dataset.claims) {
          const text = formatAttribution(one, dataset);
          const printable = (one.attribution ?? []).flatMap(({ sourceIds, groundRules }) =>
            sourceIds.filter((id) => {
              const source = dataset.find('source', id);
              const terms = groundRules ?? source?.groundRules ?? 'unstated';
              return source?.anonymous !== true && (terms === 'on-the-record' || terms === 'unstated');
            }),
          );
          for (const [, index] of text.matchAll(/Name(\d)/g)) expect(printable).toContain(`source:${index}`);
        }
      }),
      runs,
    );
  });
});

describe('independentSources', () => {
  const keyed = ({ dataset }: Case, sameOwner: 'one' | 'several' = 'one') =>
    independentSources(dataset.claims, dataset, { sameOwner });

  it('does not depend on the order of claims and records', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const backwards = loadDataset([...one.records].reverse());
        expect(independentSources(backwards.claims, backwards)).toEqual(keyed(one));
      }),
      runs,
    );
  });

  it('counts nobody twice, whoever repeats a claim and however often', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...sourceIds), (one, relay) => {
        const repeated = one.dataset.claims
          .filter(({ attribution }) => attribution?.[0]?.role === 'originator')
          .map((original) => ({
            ...original,
            id: `${original.id}:again`,
            attribution: [...(original.attribution ?? []), { sourceIds: [relay], role: 'relay' }],
          }));
        const dataset = loadDataset([...one.records, ...repeated]);
        const who = (found: ReturnType<typeof independentSources>) =>
          found.sources.map((each) => each.sourceIds);
        expect(who(independentSources(dataset.claims, dataset))).toEqual(who(keyed(one)));
      }),
      runs,
    );
  });

  it('puts every originating source into one group, and every claim either into groups or aside', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('one' as const, 'several' as const), (one, sameOwner) => {
        const { sources, unstated } = keyed(one, sameOwner);
        const ids = sources.flatMap((each) => each.sourceIds);
        expect(new Set(ids).size).toBe(ids.length);
        const claimIds = new Set([...unstated, ...sources.flatMap((each) => each.claimIds)]);
        expect([...claimIds].sort()).toEqual(one.dataset.claims.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  it('never merges an anonymous source with another but by a joint word, and counts owners for no more', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const alone = one.dataset.claims.every(
          ({ attribution }) => (attribution?.[0]?.sourceIds.length ?? 1) === 1,
        );
        const strict = keyed(one).sources;
        if (alone) expect(strict.length).toBeLessThanOrEqual(keyed(one, 'several').sources.length);
        for (const { sourceIds, anonymous } of strict) {
          if (alone && anonymous) expect(sourceIds).toHaveLength(1);
          const hidden = sourceIds.filter((id) => one.dataset.find('source', id)?.anonymous === true);
          if (alone && sourceIds.length > 1) expect(hidden).toEqual([]);
        }
      }),
      runs,
    );
  });
});

describe('ground rules', () => {
  it('of a link are its own where it states any, and none is freer than the strictest of its sources', () => {
    const strictness = ['on-the-record', 'unstated', 'background', 'deep-background', 'off-the-record'];
    fc.assert(
      fc.property(cases, ({ dataset }) => {
        for (const one of dataset.claims.flatMap(({ attribution = [] }) => attribution)) {
          const found = groundRulesOf(one, dataset);
          const own = one.sourceIds.map((id) => dataset.find('source', id)?.groundRules ?? 'unstated');
          expect(strictness.indexOf(found)).toBe(
            one.groundRules === undefined
              ? Math.max(...own.map((rules) => strictness.indexOf(rules)))
              : strictness.indexOf(one.groundRules),
          );
        }
      }),
      runs,
    );
  });
});

describe('factualityMatrix', () => {
  it('has a cell for each claim and source, and does not depend on the order of the claims', () => {
    fc.assert(
      fc.property(cases, ({ dataset }) => {
        const matrix = factualityMatrix(dataset.claims);
        expect(factualityMatrix([...dataset.claims].reverse())).toEqual(matrix);
        expect(matrix.codes).toHaveLength(matrix.claimIds.length);
        for (const row of matrix.codes) expect(row).toHaveLength(matrix.sourceIds.length);
      }),
      runs,
    );
  });
});
