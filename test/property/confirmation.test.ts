import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPossiblyOverlapping } from '../../src/primitives/fuzzy-date/order.js';
import { assertionTimeOf } from '../../src/reasoning/claims/asserted-at.js';
import { confirmationTimeline } from '../../src/reasoning/confirmation/confirmation-timeline.js';
import { explainConfirmation } from '../../src/reasoning/confirmation/explain-confirmation.js';
import {
  type ConfirmationRollup,
  rollupConfirmation,
} from '../../src/reasoning/confirmation/rollup-confirmation.js';
import { statusAgainstEvidence } from '../../src/reasoning/events/status-against-evidence.js';
import { assembleEvidence } from '../../src/reasoning/evidence/assemble-evidence.js';
import { collectEvidence } from '../../src/reasoning/evidence/collect-evidence.js';
import { alternativesOf, type Moment } from '../../src/reasoning/time/moment.js';
import type { Claim } from '../../src/records/claim.js';
import type { AspectStatus } from '../../src/vocabulary/scheduled-event.js';
import { deepFreeze } from '../support/deep-freeze.js';
import {
  type ClaimDraft,
  isFuzzy,
  load,
  type NewsCase,
  newsCase,
  recordsOf,
  reporters,
  SECRET,
} from '../support/news-arbitrary.js';
import { RUNS } from '../support/runs.js';

const runs = { numRuns: RUNS };

function roll(
  records: readonly object[],
  { aspect, at, policy }: Pick<NewsCase, 'aspect' | 'at' | 'policy'>,
): ConfirmationRollup {
  const { dataset, event } = load(deepFreeze(records));
  return rollupConfirmation(event, aspect, dataset, deepFreeze({ at, policy }));
}

/** Whether two stances can be about the same date. */
const mayMean = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || isPossiblyOverlapping(one, other);

/** A roll-up without the ids of its claims, of which a relay adds one. */
function withoutClaims(rollup: ConfirmationRollup): unknown {
  return JSON.parse(JSON.stringify(rollup, (key, value) => (key === 'claimIds' ? undefined : value)));
}

describe('the generator', () => {
  it('hits disputed events, relays, retractions and fuzzy times of assertion, each in 5 % of cases or more', () => {
    const cases = fc.sample(newsCase, { numRuns: RUNS, seed: 20240619 });
    const share = (hits: (one: NewsCase) => boolean): number => cases.filter(hits).length / cases.length;
    const relayed = ({ attribution = [] }: ClaimDraft) => attribution.length > 1;
    const withdrawn = (one: ClaimDraft) =>
      one.recordStatus === 'retracted' ||
      one.statusHistory?.some(({ status }) => status === 'retracted') === true;
    const shares = {
      disputed: share((one) => roll(recordsOf(one), one).status === 'disputed'),
      confirmed: share((one) => roll(recordsOf(one), one).status === 'confirmed'),
      denied: share((one) => roll(recordsOf(one), one).status === 'denied'),
      unconfirmed: share((one) => roll(recordsOf(one), one).status === 'unconfirmed'),
      relays: share((one) => one.claims.some(relayed)),
      retractions: share((one) => one.claims.some(withdrawn)),
      supersessions: share((one) => one.claims.some(({ supersedes }) => supersedes !== undefined)),
      'fuzzy assertedAt': share((one) => one.claims.some(({ assertedAt }) => isFuzzy(assertedAt))),
    };
    console.info('confirmation cases hit', shares);
    for (const hit of Object.values(shares)) expect(hit).toBeGreaterThanOrEqual(0.05);
  });
});

describe('rollupConfirmation', () => {
  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        newsCase.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...recordsOf(one)], { minLength: recordsOf(one).length }),
          ),
        ),
        ([one, shuffled]) => {
          expect(roll(shuffled, one)).toEqual(roll(recordsOf(one), one));
        },
      ),
      runs,
    );
  });

  it('does not change when a relay is added', () => {
    fc.assert(
      fc.property(newsCase, fc.nat(), fc.constantFrom(...reporters), (one, index, relay) => {
        const original = one.claims[index % one.claims.length] as ClaimDraft;
        const replaced = one.claims.some(({ supersedes }) => supersedes === original.id);
        fc.pre(!replaced && original.attribution !== undefined);
        const attribution = [
          ...(original.attribution ?? []),
          { sourceIds: [`source:${relay}`], role: 'relay' },
        ];
        const relayed = { ...original, id: 'claim:relayed', attribution };
        const before = roll(recordsOf(one), one);
        const after = roll([...recordsOf(one), relayed], one);
        expect(withoutClaims(after)).toEqual(withoutClaims(before));
      }),
      runs,
    );
  });

  it('keeps its status when somebody who speaks for no party reports', () => {
    const report = fc.record({
      assertedAt: fc.constantFrom('2024-06-01', '2024-06-15', '2024', undefined),
      stance: fc.constantFrom('confirms', 'denies', 'unconfirmed', 'reports'),
      role: fc.constantFrom('originator', 'relay'),
      name: fc.constantFrom(...reporters, 'host'),
    });
    fc.assert(
      fc.property(newsCase, fc.array(report, { minLength: 1, maxLength: 4 }), (one, reports) => {
        const added = reports.map(({ stance, name, role, assertedAt }, index) => ({
          type: 'claim',
          id: `claim:report-${index}`,
          text: 'The talks take place.',
          // a party counts as nobody where it only relays an originator who is not stated
          attribution: [{ sourceIds: [`source:${name}`], role: name === 'host' ? 'relay' : role }],
          stances: [{ eventId: 'event:talks', aspect: one.aspect, stance }],
          ...(assertedAt === undefined ? {} : { assertedAt }),
        }));
        const before = roll(recordsOf(one), one);
        const after = roll([...recordsOf(one), ...added], one);
        expect([after.status, after.reasons.confirming]).toEqual([before.status, before.reasons.confirming]);
      }),
      runs,
    );
  });

  it('never confirms under a policy what it does not confirm without', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const free = roll(recordsOf(one), { ...one, policy: {} }).status;
        const strict = roll(recordsOf(one), one).status;
        expect(strict === free || (free === 'confirmed' && strict === 'unconfirmed')).toBe(true);
      }),
      runs,
    );
  });

  it('has reasons for its status', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const { status, reasons } = roll(recordsOf(one), { ...one, policy: {} });
        const { confirming, denying } = reasons;
        const opposed = confirming.some((yes) => denying.some((no) => mayMean(yes.value, no.value)));
        const byReasons: AspectStatus = opposed
          ? 'disputed'
          : confirming.length > 0
            ? 'confirmed'
            : denying.length > 0
              ? 'denied'
              : 'unconfirmed';
        expect(status).toBe(byReasons);
        for (const reason of [...reasons.confirming, ...reasons.denying]) {
          expect(reason.parties.length).toBeGreaterThan(0);
          expect(reason.sourceId).toBeDefined();
        }
      }),
      runs,
    );
  });

  it('is explained in one sentence a reason, which names no anonymous source', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const { dataset, event } = load(recordsOf(one));
        const rollup = rollupConfirmation(event, one.aspect, dataset, one);
        const sentences = explainConfirmation(deepFreeze(rollup), dataset);
        expect(sentences).toHaveLength(Object.values(rollup.reasons).flat().length);
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect(sentence).not.toContain(SECRET);
        }
      }),
      runs,
    );
  });
});

describe('evidence collected record by record', () => {
  it('comes to what the dataset comes to, after a way through JSON', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const { dataset, event } = load(recordsOf(one));
        const facts = dataset.records.flatMap((record) => collectEvidence(record) ?? []);
        const evidence = assembleEvidence(deepFreeze(JSON.parse(JSON.stringify(facts))));
        const [alike] = evidence.scheduledEvents;
        if (alike === undefined) throw new Error('the event is lost');
        expect(rollupConfirmation(alike, one.aspect, evidence, one)).toEqual(
          rollupConfirmation(event, one.aspect, dataset, one),
        );
        expect(confirmationTimeline(alike, one.aspect, evidence, one)).toEqual(
          confirmationTimeline(event, one.aspect, dataset, one),
        );
      }),
      runs,
    );
  });
});

describe('statusAgainstEvidence', () => {
  const stored = fc.record({
    status: fc.constantFrom('confirmed', 'unconfirmed'),
    asOf: fc.option(
      fc.constantFrom('2024-06-12', '2024-06-14', '2024-06-16~', '2024-06-13T12:00:00Z', '2024'),
      {
        nil: undefined,
      },
    ),
  });

  it('contradicts only what the roll-up contradicts as well', () => {
    const kinds = { overstated: 0, unsupported: 0, understated: 0 };
    fc.assert(
      fc.property(newsCase, stored, (one, { status, asOf }) => {
        const confirmation = status === 'confirmed' ? { by: ['source:host'] } : undefined;
        const { dataset, event } = load(
          deepFreeze(recordsOf({ ...one, event: { ...one.event, status, asOf, confirmation } })),
        );
        const { policy } = one;
        const found = statusAgainstEvidence(event, dataset, deepFreeze({ policy }));
        if (found === undefined) return;
        kinds[found.kind]++;
        expect(found.stored).toBe(status);
        expect(found.rollup.status === 'confirmed').toBe(found.kind === 'understated');
        expect(status).toBe(found.kind === 'understated' ? 'unconfirmed' : 'confirmed');
      }),
      runs,
    );
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(0);
  });
});

describe('a contradicted status', () => {
  /** A moment that a vague time may turn out to be, as a text; `at` from 0 to 1 says which. */
  function resolve(date: string | undefined, timeZone: string | undefined, at: number): string {
    const moments = alternativesOf(date, timeZone);
    const { earliest, latest, floating, uncertain } = moments[
      Math.floor(at * moments.length * 0.999)
    ] as Moment;
    const low = uncertain ? Date.UTC(2024, 4, 1) : Math.max(earliest, Date.UTC(2024, 4, 1));
    const high = uncertain ? Date.UTC(2024, 6, 31) : Math.min(latest, Date.UTC(2024, 6, 31));
    const written = new Date(low + Math.floor((at * (high - low)) / 1000) * 1000).toISOString().slice(0, 19);
    return floating && !uncertain ? written : `${written}Z`;
  }

  it('stays so whatever the vague dates turn out to be', () => {
    let contradicted = 0;
    const choice = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 });
    const stored = fc.tuple(
      fc.constantFrom('confirmed', 'unconfirmed'),
      fc.constantFrom(undefined, '2024-06-12', '2024-06-15', '2024-06-14T12:00:00Z'),
    );
    fc.assert(
      fc.property(newsCase, stored, choice, (one, [status, asOf], at) => {
        const confirmation = status === 'confirmed' ? { by: ['source:host'] } : undefined;
        const vague = { ...one, event: { ...one.event, status, asOf, confirmation } };
        const before = load(recordsOf(vague));
        const found = statusAgainstEvidence(before.event, before.dataset);
        if (found === undefined) return;
        contradicted++;
        const claims = vague.claims.map((claim, index) => {
          const record = before.dataset.find('claim', claim.id) as Claim;
          const { date, timeZone } = assertionTimeOf(record, before.dataset);
          return {
            ...claim,
            assertedAt: resolve(date, timeZone, at[index] ?? 0),
            statusHistory: record.statusHistory?.map((change) => ({
              ...change,
              at: resolve(change.at, undefined, at[10 + index] ?? 0),
            })),
          } as ClaimDraft;
        });
        const after = load(recordsOf({ ...vague, claims }));
        const again = statusAgainstEvidence(after.event, after.dataset);
        expect(again?.stored).toBe(status);
        expect(again?.kind === 'understated').toBe(found.kind === 'understated');
      }),
      runs,
    );
    expect(contradicted).toBeGreaterThan(RUNS / 20);
  });
});

describe('confirmationTimeline', () => {
  const moment = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
    .map(([day, hour]) => `2024-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00`);

  it('agrees with the roll-up at every moment', () => {
    fc.assert(
      fc.property(newsCase, moment, (one, local) => {
        const { dataset, event } = load(deepFreeze(recordsOf(one)));
        const { policy } = one;
        const changes = confirmationTimeline(event, one.aspect, dataset, deepFreeze({ policy }));
        const zoned = changes.some(({ at }) => at?.endsWith('Z'));
        const at = zoned ? `${local}Z` : local;
        const rollup = rollupConfirmation(event, one.aspect, dataset, { at, policy });
        // without a change the evidence may be dated either way, and nothing depends on it
        const last = changes.findLast((change) => change.at === undefined || change.at <= at);
        expect(rollup.status).toBe(last?.to ?? 'unconfirmed');
      }),
      runs,
    );
  });

  it('is a chain of changes, each at a moment at which the roll-up says so', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const { dataset, event } = load(recordsOf(one));
        const { policy } = one;
        let from: AspectStatus = 'unconfirmed';
        for (const change of confirmationTimeline(event, one.aspect, dataset, { policy })) {
          expect(change.from).toBe(from);
          expect(change.to).not.toBe(from);
          expect(change.rollup.status).toBe(change.to);
          if (change.at !== undefined) {
            const again = rollupConfirmation(event, one.aspect, dataset, { at: change.at, policy });
            expect(change.rollup).toEqual(again);
          }
          from = change.to;
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(newsCase, (one) => {
        const forward = load(recordsOf(one));
        const backward = load([...recordsOf(one)].reverse());
        expect(confirmationTimeline(backward.event, one.aspect, backward.dataset)).toEqual(
          confirmationTimeline(forward.event, one.aspect, forward.dataset),
        );
      }),
      runs,
    );
  });
});
