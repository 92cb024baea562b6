import { type Dataset, loadDataset } from '../../../src/dataset/dataset.js';
import type {
  ConfirmationRollup,
  RollupOptions,
} from '../../../src/reasoning/confirmation/rollup-confirmation.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import type { StanceAspect } from '../../../src/vocabulary/claim.js';

/** The function under test, which the mutation check replaces by one that lacks a step. */
export type Rollup = (
  event: ScheduledEvent,
  aspect: StanceAspect,
  dataset: Dataset,
  options: RollupOptions,
) => ConfirmationRollup;

export interface Scenario {
  readonly name: string;
  /** What the roll-up says, in a few words. */
  readonly ask: (rollup: Rollup) => unknown;
  readonly expected: unknown;
}

export const VIETNAM = 'event:vietnam';
export const KOREA = 'event:korea';

/** What the yardstick article reports of two visits, as few records as will do. */
export const visits: readonly object[] = [
  { type: 'entity', id: 'entity:russia', kind: 'country', name: 'Russia', containedInId: 'entity:earth' },
  { type: 'entity', id: 'entity:earth', kind: 'region', name: 'Earth' },
  { type: 'entity', id: 'entity:vietnam', kind: 'country', name: 'Vietnam' },
  { type: 'entity', id: 'entity:korea', kind: 'country', name: 'North Korea' },
  {
    type: 'entity',
    id: 'entity:president',
    kind: 'person',
    name: 'The guest',
    roles: [
      { title: 'president', ofEntityId: 'entity:russia', during: '2012-05-07/..' },
      { title: 'honorary citizen', ofEntityId: 'entity:ruritania', during: '../2010' },
    ],
  },
  { type: 'source', id: 'source:agency', kind: 'agency', name: 'An agency' },
  { type: 'source', id: 'source:paper', kind: 'outlet', name: 'A paper' },
  { type: 'source', id: 'source:author', kind: 'author-voice', name: 'The author' },
  {
    type: 'source',
    id: 'source:official',
    kind: 'official',
    anonymous: true,
    description: 'an official of Vietnam',
    actsFor: ['entity:vietnam'],
    groundRules: 'background',
  },
  {
    type: 'source',
    id: 'source:ambassador',
    kind: 'official',
    name: 'The ambassador',
    actsFor: ['entity:russia'],
    groundRules: 'on-the-record',
  },
  {
    type: 'source',
    id: 'source:kremlin',
    kind: 'institution',
    name: 'The Kremlin',
    actsFor: ['entity:russia'],
    groundRules: 'on-the-record',
  },
  {
    type: 'source',
    id: 'source:pyongyang',
    kind: 'institution',
    name: 'The host',
    actsFor: ['entity:korea'],
    groundRules: 'on-the-record',
  },
  {
    type: 'source',
    id: 'source:ruritania',
    kind: 'institution',
    name: 'Ruritania',
    actsFor: ['entity:ruritania'],
    groundRules: 'on-the-record',
  },
  visit(VIETNAM, 'entity:vietnam'),
  visit(KOREA, 'entity:korea'),
  { type: 'article', id: 'article:visits', publicationDate: { date: '2024-06~' } },
  said('claim:vietnam-plan', [relay('agency')], [[VIETNAM, 'occurrence', 'reports']]),
  said(
    'claim:nothing-confirmed',
    [originator('author')],
    [
      [VIETNAM, 'occurrence', 'unconfirmed'],
      [VIETNAM, 'date', 'unconfirmed'],
    ],
  ),
  said(
    'claim:dates-agreed',
    [originator('official'), relay('agency')],
    [
      [VIETNAM, 'date', 'confirms'],
      [VIETNAM, 'occurrence', 'confirms'],
    ],
  ),
  said(
    'claim:prepared',
    [originator('ambassador'), relay('agency')],
    [
      [KOREA, 'preparation', 'confirms'],
      [KOREA, 'occurrence', 'supports'],
    ],
  ),
  said('claim:no-dates-yet', [originator('kremlin')], [[KOREA, 'date', 'unconfirmed']]),
];

function visit(id: string, host: string): object {
  return {
    type: 'scheduled-event',
    id,
    name: 'A visit',
    status: 'unconfirmed',
    phase: 'planned',
    participants: [
      { entityId: 'entity:president', role: 'guest' },
      { entityId: host, role: 'host' },
    ],
  };
}

export interface Link {
  readonly sourceIds: readonly string[];
  readonly role: 'originator' | 'relay' | 'publisher';
  readonly groundRules?: string;
  readonly uncertain?: boolean;
}

export function originator(...names: readonly string[]): Link {
  return { sourceIds: names.map((name) => `source:${name}`), role: 'originator' };
}

export function relay(...names: readonly string[]): Link {
  return { sourceIds: names.map((name) => `source:${name}`), role: 'relay' };
}

/** A claim with stances, of the article of the yardstick unless more is said. */
export function said(
  id: string,
  attribution: readonly Link[],
  stances: readonly (readonly [eventId: string, aspect: string, stance: string])[],
  more: object = {},
): object {
  return {
    type: 'claim',
    id,
    text: 'What is said.',
    articleId: 'article:visits',
    attribution,
    stances: stances.map(([eventId, aspect, stance]) => ({ eventId, aspect, stance })),
    ...more,
  };
}

/** A stance on whether the visit to North Korea takes place, dated. */
export function onKorea(
  id: string,
  links: readonly Link[],
  stance: string,
  assertedAt: string,
  more = {},
): object {
  return said(id, links, [[KOREA, 'occurrence', stance]], { assertedAt, ...more });
}

const kremlinConfirms = onKorea('claim:kremlin-confirms', [originator('kremlin')], 'confirms', '2024-07-10');
const hostConfirms = onKorea('claim:host-confirms', [originator('pyongyang')], 'confirms', '2024-07-11');
const hostDenies = onKorea('claim:host-denies', [originator('pyongyang')], 'denies', '2024-07-12');
const retracted = { statusHistory: [{ status: 'retracted', at: '2024-07-20' }] };

function ask(
  eventId: string,
  aspect: StanceAspect,
  more: readonly object[],
  options: RollupOptions,
): (rollup: Rollup) => unknown {
  return (rollup) => {
    const dataset = loadDataset([...visits, ...more]);
    const event = dataset.find('scheduled-event', eventId) as ScheduledEvent;
    return rollup(event, aspect, dataset, options).status;
  };
}

const korea = (more: readonly object[], at = '2024-08', policy = {}): ((rollup: Rollup) => unknown) =>
  ask(KOREA, 'occurrence', more, { at, policy });

/** The scenario table: what each step is there for. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'Vietnam: occurrence is unconfirmed, though an unnamed official confirms it on background',
    ask: ask(VIETNAM, 'occurrence', [], { at: '2024-08' }),
    expected: 'unconfirmed',
  },
  {
    name: 'Vietnam: the date is unconfirmed',
    ask: ask(VIETNAM, 'date', [], { at: '2024-08' }),
    expected: 'unconfirmed',
  },
  {
    name: 'North Korea: preparation is confirmed by the ambassador of the country whose president travels',
    ask: ask(KOREA, 'preparation', [], { at: '2024-08' }),
    expected: 'confirmed',
  },
  { name: 'North Korea: occurrence is unconfirmed', ask: korea([]), expected: 'unconfirmed' },
  {
    name: 'North Korea: the date is unconfirmed',
    ask: ask(KOREA, 'date', [], { at: '2024-08' }),
    expected: 'unconfirmed',
  },
  {
    name: 'a later confirmation on the record confirms',
    ask: korea([kremlinConfirms]),
    expected: 'confirmed',
  },
  {
    name: 'under requireAllParties one party is not enough',
    ask: korea([kremlinConfirms], '2024-08', { requireAllParties: true }),
    expected: 'unconfirmed',
  },
  {
    name: 'under requireAllParties all parties are enough',
    ask: korea([kremlinConfirms, hostConfirms], '2024-08', { requireAllParties: true }),
    expected: 'confirmed',
  },
  { name: 'the host denies: disputed', ask: korea([kremlinConfirms, hostDenies]), expected: 'disputed' },
  { name: 'only the host is heard, and denies: denied', ask: korea([hostDenies]), expected: 'denied' },
  {
    name: 'what is said later does not count yet',
    ask: korea([kremlinConfirms], '2024-07-09'),
    expected: 'unconfirmed',
  },
  {
    name: 'a confirmation that was retracted later still counts before',
    ask: korea(
      [onKorea('claim:k', [originator('kremlin')], 'confirms', '2024-07-10', retracted)],
      '2024-07-15',
    ),
    expected: 'confirmed',
  },
  {
    name: 'a confirmation that was retracted no longer counts',
    ask: korea([onKorea('claim:k', [originator('kremlin')], 'confirms', '2024-07-10', retracted)]),
    expected: 'unconfirmed',
  },
  {
    name: 'a confirmation that another claim replaces no longer counts',
    ask: korea([
      kremlinConfirms,
      {
        type: 'claim',
        id: 'claim:n',
        text: '-',
        assertedAt: '2024-07-15',
        supersedes: 'claim:kremlin-confirms',
      },
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'a source that takes its confirmation back, through another relay, no longer confirms',
    ask: korea([
      onKorea('claim:1', [originator('kremlin'), relay('agency')], 'confirms', '2024-07-10'),
      onKorea('claim:2', [originator('kremlin'), relay('paper')], 'unconfirmed', '2024-07-12'),
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'the word of a source does not replace that of another',
    ask: korea([
      kremlinConfirms,
      onKorea('claim:2', [originator('ambassador')], 'unconfirmed', '2024-07-12'),
    ]),
    expected: 'confirmed',
  },
  {
    name: 'a source that denies what it confirmed: denied, not disputed',
    ask: korea([kremlinConfirms, onKorea('claim:2', [originator('kremlin')], 'denies', '2024-07-12')]),
    expected: 'denied',
  },
  {
    name: 'where the order of two stances is unknown both stay',
    ask: korea([
      onKorea('claim:1', [originator('kremlin')], 'confirms', '2024-07'),
      onKorea('claim:2', [originator('kremlin')], 'denies', '2024-07-12'),
    ]),
    expected: 'disputed',
  },
  {
    name: 'no comment does not take a confirmation back',
    ask: korea([kremlinConfirms, onKorea('claim:2', [originator('kremlin')], 'no-comment', '2024-07-12')]),
    expected: 'confirmed',
  },
  {
    name: 'five relays of one source are one source',
    ask: korea(
      ['agency', 'paper', 'author'].map((name) =>
        onKorea(`claim:${name}`, [originator('kremlin'), relay(name)], 'confirms', '2024-07-10'),
      ),
      '2024-08',
      { corroborate: 2 },
    ),
    expected: 'unconfirmed',
  },
  {
    name: 'joint speakers are one source',
    ask: korea(
      [onKorea('claim:1', [originator('kremlin', 'pyongyang')], 'confirms', '2024-07-10')],
      '2024-08',
      { corroborate: 2 },
    ),
    expected: 'unconfirmed',
  },
  {
    name: 'joint speakers each speak for their party',
    ask: korea(
      [onKorea('claim:1', [originator('kremlin', 'pyongyang')], 'confirms', '2024-07-10')],
      '2024-08',
      { requireAllParties: true },
    ),
    expected: 'confirmed',
  },
  {
    name: 'two authoritative sources corroborate each other',
    ask: korea([kremlinConfirms, hostConfirms], '2024-08', { corroborate: 2 }),
    expected: 'confirmed',
  },
  {
    name: 'an outlet only reports',
    ask: korea([onKorea('claim:1', [originator('agency')], 'confirms', '2024-07-10')]),
    expected: 'unconfirmed',
  },
  {
    name: 'a link on background makes a source weak',
    ask: korea([
      onKorea('claim:1', [{ ...originator('kremlin'), groundRules: 'background' }], 'confirms', '2024-07-10'),
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'a link on the record does not make an anonymous source authoritative',
    ask: ask(
      VIETNAM,
      'occurrence',
      [
        said(
          'claim:1',
          [{ ...originator('official'), groundRules: 'on-the-record' }],
          [[VIETNAM, 'occurrence', 'confirms']],
          {
            assertedAt: '2024-07-10',
          },
        ),
      ],
      { at: '2024-08' },
    ),
    expected: 'unconfirmed',
  },
  {
    name: 'off the record is no evidence',
    ask: korea([
      onKorea(
        'claim:1',
        [{ ...originator('kremlin'), groundRules: 'off-the-record' }],
        'confirms',
        '2024-07-10',
      ),
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'a relay is not authoritative in place of an originator who is not stated',
    ask: korea([onKorea('claim:1', [relay('kremlin'), relay('agency')], 'confirms', '2024-07-10')]),
    expected: 'unconfirmed',
  },
  {
    name: 'a source that may not have said it is not authoritative',
    ask: korea([
      onKorea('claim:1', [{ ...originator('kremlin'), uncertain: true }], 'confirms', '2024-07-10'),
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'a role that had ended does not make its country a party',
    ask: korea([onKorea('claim:1', [originator('ruritania')], 'confirms', '2024-07-10')]),
    expected: 'unconfirmed',
  },
  {
    name: 'where a participant says that it is a party, the others are none',
    ask: (rollup) => {
      const dataset = loadDataset([...visits, kremlinConfirms]);
      const event = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
      const participants = event.participants?.map((one) => ({ ...one, party: one.role === 'host' }));
      return rollup({ ...event, participants }, 'occurrence', dataset, { at: '2024-08' }).status;
    },
    expected: 'unconfirmed',
  },
  {
    name: 'a place speaks for what is in it',
    ask: korea([
      {
        type: 'source',
        id: 'source:earth',
        kind: 'institution',
        name: 'Earth',
        actsFor: ['entity:earth'],
        groundRules: 'on-the-record',
      },
      onKorea('claim:1', [originator('earth')], 'confirms', '2024-07-10'),
    ]),
    expected: 'confirmed',
  },
  {
    name: 'what stands in an article is said when the article was published',
    ask: korea(
      [
        { type: 'article', id: 'article:later', publishedAt: '2024-07-10T12:00:00Z' },
        said('claim:1', [originator('kremlin')], [[KOREA, 'occurrence', 'confirms']], {
          articleId: 'article:later',
        }),
      ],
      '2024-07-09',
    ),
    expected: 'unconfirmed',
  },
  {
    name: 'a chain with a link off the record is no evidence',
    ask: korea([
      onKorea(
        'claim:1',
        [originator('kremlin'), { ...relay('agency'), groundRules: 'off-the-record' }],
        'confirms',
        '2024-07-10',
      ),
    ]),
    expected: 'unconfirmed',
  },
  {
    name: 'sources of one owner are one source',
    ask: korea(
      [
        ...['desk', 'press-office'].map((name) => ({
          type: 'source',
          id: `source:${name}`,
          kind: 'institution',
          name,
          parentId: 'source:kremlin',
          actsFor: ['entity:russia'],
          groundRules: 'on-the-record',
        })),
        onKorea('claim:1', [originator('desk')], 'confirms', '2024-07-10'),
        onKorea('claim:2', [originator('press-office')], 'confirms', '2024-07-10'),
      ],
      '2024-08',
      { corroborate: 2 },
    ),
    expected: 'unconfirmed',
  },
  {
    name: 'not on the 19th but on the 25th: the date is confirmed, not disputed',
    ask: ask(
      KOREA,
      'date',
      [
        said('claim:1', [originator('pyongyang')], [], {
          assertedAt: '2024-07-10',
          stances: [
            { eventId: KOREA, aspect: 'date', stance: 'denies', value: '2024-07-19' },
            { eventId: KOREA, aspect: 'date', stance: 'confirms', value: '2024-07-25' },
          ],
        }),
      ],
      { at: '2024-08' },
    ),
    expected: 'confirmed',
  },
];
