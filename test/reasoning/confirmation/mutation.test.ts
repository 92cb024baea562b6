import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../../src/reasoning/confirmation/evidence.js';
import type { Moment } from '../../../src/reasoning/time/moment.js';
import { type Rollup, scenarios } from './scenarios.js';

/** Each step of the roll-up, taken out or bent; the scenario named must notice. */
interface Mutant {
  readonly step: string;
  readonly change: string;
  /** The module of the step, below `src/reasoning/`. */
  readonly module: string;
  readonly exports: object | ((actual: object) => object);
  readonly noticedBy: string;
}

const every = (): boolean => true;

const mutants: readonly Mutant[] = [
  {
    step: 'time',
    change: 'everything was said by then',
    module: 'confirmation/made-by.js',
    exports: { madeBy: every },
    noticedBy: 'what is said later does not count yet',
  },
  {
    step: 'time',
    change: 'the dates of articles are not heard',
    module: 'claims/asserted-at.js',
    exports: {
      assertionTimeOf: ({ assertedAt }: { assertedAt?: string }) =>
        assertedAt === undefined ? { basis: 'unknown' } : { date: assertedAt, basis: 'claim' },
    },
    noticedBy: 'what stands in an article is said when the article was published',
  },
  {
    step: 'retraction at a time',
    change: 'nothing is ever withdrawn',
    module: 'confirmation/standing.js',
    exports: { standsAt: every },
    noticedBy: 'a confirmation that was retracted no longer counts',
  },
  {
    step: 'retraction at a time',
    change: 'a withdrawal counts from the beginning',
    module: 'confirmation/standing.js',
    exports: { standsAt: ({ withdrawn }: Evidence, _at: Moment) => withdrawn.length === 0 },
    noticedBy: 'a confirmation that was retracted later still counts before',
  },
  {
    step: 'retraction at a time',
    change: 'no claim replaces another',
    module: 'claims/withdrawals.js',
    exports: (actual) => {
      const { withdrawalsOf } = actual as typeof import('../../../src/reasoning/claims/withdrawals.js');
      return {
        ...actual,
        withdrawalsOf: (...[claim, dataset]: Parameters<typeof withdrawalsOf>) =>
          withdrawalsOf(claim, { ...dataset, claims: [] }),
      };
    },
    noticedBy: 'a confirmation that another claim replaces no longer counts',
  },
  {
    step: 'grouping',
    change: 'each claim is a source of its own',
    module: 'confirmation/grouping.js',
    exports: {
      groupByVoice: (evidence: readonly Evidence[]) =>
        new Map(evidence.map((one, index) => [String(index), [one]])),
    },
    noticedBy: 'a source that takes its confirmation back, through another relay, no longer confirms',
  },
  {
    step: 'grouping',
    change: 'all claims are of one source',
    module: 'confirmation/grouping.js',
    exports: { groupByVoice: (evidence: readonly Evidence[]) => new Map([['all', evidence]]) },
    noticedBy: 'the word of a source does not replace that of another',
  },
  {
    step: 'grouping',
    change: 'whoever passes on what an unstated originator said, said it',
    module: 'attribution/voice.js',
    exports: (actual) => {
      const { voicesOf } = actual as typeof import('../../../src/reasoning/attribution/voice.js');
      return {
        ...actual,
        voicesOf: (...[claim, ...rest]: Parameters<typeof voicesOf>) => {
          const attribution = claim.attribution?.map((link) => ({ ...link, role: 'originator' as const }));
          return voicesOf({ ...claim, attribution }, ...rest);
        },
      };
    },
    noticedBy: 'a relay is not authoritative in place of an originator who is not stated',
  },
  {
    step: 'recency',
    change: 'whatever a source ever said stays',
    module: 'confirmation/recency.js',
    exports: { latestOf: (evidence: readonly Evidence[]) => evidence },
    noticedBy: 'a source that denies what it confirmed: denied, not disputed',
  },
  {
    step: 'recency',
    change: 'the stance listed last wins, known order or not',
    module: 'confirmation/recency.js',
    exports: { latestOf: (evidence: readonly Evidence[]) => evidence.slice(-1) },
    noticedBy: 'where the order of two stances is unknown both stay',
  },
  {
    step: 'party closure',
    change: 'a party is spoken for only under its own id',
    module: 'confirmation/parties.js',
    exports: (actual) => ({
      ...actual,
      reachByDate: (parties: readonly string[]) => () => new Map(parties.map((id) => [id, [id]])),
    }),
    noticedBy:
      'North Korea: preparation is confirmed by the ambassador of the country whose president travels',
  },
  {
    step: 'party closure',
    change: 'a role counts for ever',
    module: 'confirmation/parties.js',
    exports: (actual) => {
      const { reachByDate } = actual as typeof import('../../../src/reasoning/confirmation/parties.js');
      return {
        ...actual,
        reachByDate: (...given: Parameters<typeof reachByDate>) => {
          const reach = reachByDate(...given);
          return () => reach(undefined);
        },
      };
    },
    noticedBy: 'a role that had ended does not make its country a party',
  },
  {
    step: 'party closure',
    change: '`party: true` restricts nothing',
    module: 'confirmation/parties.js',
    exports: (actual) => ({
      ...actual,
      partiesOf: (event: { participants?: readonly { entityId: string }[] }) =>
        (event.participants ?? []).map(({ entityId }) => entityId),
    }),
    noticedBy: 'where a participant says that it is a party, the others are none',
  },
  {
    step: 'authority',
    change: 'everyone is authoritative',
    module: 'confirmation/authority.js',
    exports: { authorityOf: () => ({ authority: 'authoritative', parties: [], assumed: false }) },
    noticedBy: 'an outlet only reports',
  },
  {
    step: 'authority',
    change: 'background is as good as the record',
    module: 'confirmation/authority.js',
    exports: (actual) => {
      const { authorityOf } = actual as typeof import('../../../src/reasoning/confirmation/authority.js');
      return {
        authorityOf: (...given: Parameters<typeof authorityOf>) => {
          const standing = authorityOf(...given);
          return standing.authority === 'weak' ? { ...standing, authority: 'authoritative' } : standing;
        },
      };
    },
    noticedBy: 'Vietnam: occurrence is unconfirmed, though an unnamed official confirms it on background',
  },
  {
    step: 'authority',
    change: 'the ground rules of a link are not heard',
    module: 'attribution/ground-rules.js',
    exports: (actual) => ({
      ...actual,
      groundRulesOfSource: (_: unknown, source: { groundRules?: string } | undefined) =>
        source?.groundRules ?? 'unstated',
    }),
    noticedBy: 'a link on background makes a source weak',
  },
  {
    step: 'authority',
    change: 'what is off the record is published',
    module: 'attribution/ground-rules.js',
    exports: (actual) => ({ ...actual, isPublishable: every }),
    noticedBy: 'a chain with a link off the record is no evidence',
  },
  {
    step: 'decision',
    change: 'whatever is denied disputes whatever is confirmed',
    module: 'confirmation/opposition.js',
    exports: (actual) => ({
      ...actual,
      mayOppose: (confirming: readonly Evidence[], denying: readonly Evidence[]) =>
        confirming.length > 0 && denying.length > 0,
    }),
    noticedBy: 'not on the 19th but on the 25th: the date is confirmed, not disputed',
  },
  {
    step: 'decision',
    change: 'every source is independent of every other',
    module: 'attribution/independence.js',
    exports: (actual) => ({ ...actual, tiesOf: () => [] }),
    noticedBy: 'sources of one owner are one source',
  },
  {
    step: 'decision',
    change: 'a denial is not heard',
    module: 'confirmation/decide.js',
    exports: (actual) => {
      const { decide } = actual as typeof import('../../../src/reasoning/confirmation/decide.js');
      return {
        ...actual,
        decide: (...[weighed, ...rest]: Parameters<typeof decide>) =>
          decide(
            weighed.filter(({ evidence }) => evidence.stance.stance !== 'denies'),
            ...rest,
          ),
      };
    },
    noticedBy: 'the host denies: disputed',
  },
  {
    step: 'decision',
    change: 'policies are not heard',
    module: 'confirmation/decide.js',
    exports: (actual) => {
      const { decide } = actual as typeof import('../../../src/reasoning/confirmation/decide.js');
      return {
        ...actual,
        decide: (...[weighed, parties, tiesOf]: Parameters<typeof decide>) =>
          decide(weighed, parties, tiesOf),
      };
    },
    noticedBy: 'under requireAllParties one party is not enough',
  },
];

const FOLDER = '../../../src/reasoning';

async function loadRollup(): Promise<Rollup> {
  const { rollupConfirmation } = await import(`${FOLDER}/confirmation/rollup-confirmation.js`);
  return rollupConfirmation;
}

/** The scenarios that come out otherwise than they should. */
function failing(rollup: Rollup): readonly string[] {
  return scenarios.filter(({ ask, expected }) => ask(rollup) !== expected).map(({ name }) => name);
}

const table: string[] = [];

describe('taking out a step of the roll-up makes a named test fail', () => {
  beforeEach(() => {
    vi.resetModules();
  });

  afterEach(() => {
    for (const { module } of mutants) vi.doUnmock(`${FOLDER}/${module}`);
  });

  afterAll(() => {
    console.info(['step | change | noticed by | scenarios that fail', ...table].join('\n'));
  });

  it('and none fails while every step is there', async () => {
    expect(failing(await loadRollup())).toEqual([]);
  });

  it('as the documentation says', () => {
    const rows = mutants.map(({ step, change, noticedBy }) => `| ${step} | ${change} | ${noticedBy} |`);
    const documented = readFileSync('docs/confirmation.md', 'utf8').split('\n');
    const first = documented.indexOf('| step | taken out or bent | the scenario that fails |');
    expect(documented.slice(first + 2, first + 2 + rows.length + 1)).toEqual([...rows, '']);
  });

  for (const { step, change, module, exports, noticedBy } of mutants) {
    it(`${step}: ${change}`, async () => {
      vi.doMock(`${FOLDER}/${module}`, async (importActual) =>
        typeof exports === 'function' ? exports(await importActual<object>()) : exports,
      );
      const failed = failing(await loadRollup());
      table.push(`${step} | ${change} | ${noticedBy} | ${failed.length} of ${scenarios.length}`);
      expect(failed).toContain(noticedBy);
    });
  }
});
