import * as fc from 'fast-check';
import { type Dataset, loadDataset } from '../../src/dataset/dataset.js';
import type { ConfirmationPolicy } from '../../src/reasoning/confirmation/decide.js';
import type { ScheduledEvent } from '../../src/records/scheduled-event.js';
import type { sourceKinds } from '../../src/vocabulary/source.js';

const EVENT = 'event:talks';

/** The name of a source that is not to be named. */
export const SECRET = 'Jane Roe';

/** A claim as it is generated: a plain record. */
export interface ClaimDraft {
  readonly id: string;
  readonly attribution?: readonly { readonly sourceIds: readonly string[]; readonly role: string }[];
  readonly stances: readonly {
    readonly stance: string;
    readonly sourceId?: string;
    readonly value?: string;
  }[];
  readonly assertedAt?: string;
  readonly recordStatus?: string;
  readonly statusHistory?: readonly { readonly status: string }[];
  readonly supersedes?: string;
  readonly [key: string]: unknown;
}

/** Records about one aspect of one event, and what to ask of them. */
export interface NewsCase {
  readonly aspect: 'occurrence' | 'date';
  readonly event: object;
  readonly claims: readonly ClaimDraft[];
  readonly policy: ConfirmationPolicy;
  readonly at: string;
}

const entities = [
  { type: 'entity', id: 'entity:host', kind: 'country', name: 'Host', containedInId: 'entity:union' },
  { type: 'entity', id: 'entity:union', kind: 'region', name: 'Union' },
  { type: 'entity', id: 'entity:guest', kind: 'country', name: 'Guest' },
  { type: 'entity', id: 'entity:former', kind: 'country', name: 'Former' },
  {
    type: 'entity',
    id: 'entity:envoy',
    kind: 'person',
    name: 'Envoy',
    roles: [
      { title: 'envoy', ofEntityId: 'entity:guest' },
      { title: 'minister', ofEntityId: 'entity:former', during: '2020/2024-06-14' },
    ],
  },
  { type: 'entity', id: 'entity:firm', kind: 'organization', name: 'Firm', parentId: 'entity:owner' },
  { type: 'entity', id: 'entity:owner', kind: 'organization', name: 'Owner', parentId: 'entity:firm' },
];

const source = (name: string, kind: (typeof sourceKinds)[number], more: object): object => ({
  type: 'source',
  id: `source:${name}`,
  kind,
  ...('anonymous' in more ? {} : { name: name.toUpperCase() }),
  ...more,
});

/** Sources that speak for somebody. */
const speakers = [
  source('host', 'institution', { actsFor: ['entity:host'], groundRules: 'on-the-record' }),
  source('guest', 'official', { actsFor: ['entity:guest'], groundRules: 'on-the-record' }),
  source('union', 'institution', { actsFor: ['entity:union'] }),
  source('former', 'institution', { actsFor: ['entity:former'], groundRules: 'on-the-record' }),
  source('owner', 'institution', { actsFor: ['entity:owner'], groundRules: 'unstated' }),
  source('quiet', 'official', {
    name: SECRET,
    anonymous: true,
    description: 'an official',
    actsFor: ['entity:host'],
    groundRules: 'background',
  }),
];

/** Sources that speak for no party. */
export const reporters = ['agency', 'paper', 'author'] as const;

const sources = [
  ...speakers,
  source('agency', 'agency', {}),
  source('paper', 'outlet', { parentId: 'source:agency' }),
  source('author', 'author-voice', {}),
];

const articles = [
  { type: 'article', id: 'article:instant', publishedAt: '2024-06-12T08:30:00+07:00' },
  { type: 'article', id: 'article:day', publicationDate: { date: '2024-06-13', timeZone: 'Asia/Tokyo' } },
  { type: 'article', id: 'article:undated' },
];

const day = fc.integer({ min: 10, max: 19 }).map((date) => `2024-06-${date}`);
const instant = fc
  .tuple(day, fc.integer({ min: 10, max: 23 }), fc.constantFrom('Z', '+07:00', '-05:00'))
  .map(([date, hour, offset]) => `${date}T${hour}:00:00${offset}`);

/** Dates that are known less than to the day, or not for sure. */
const fuzzy = fc.oneof(
  fc.constantFrom('2024-06', '2024', '2024-06~', '2024-06-XX', '../2024-06-14', '2024-06-12/2024-06-15'),
  day.map((date) => `${date}?`),
  day.map((date) => `${date}~`),
  fc.tuple(day, day).map(([a, b]) => `[${[a, b].sort().join(',')}]`),
);

/** Whether a date is none, or less than a day that is sure. */
export const isFuzzy = (date: string | undefined): boolean =>
  date === undefined || !/^\d{4}-\d\d-\d\d(?:T.*)?$/.test(date);

const time = fc.oneof(
  { weight: 3, arbitrary: day },
  { weight: 2, arbitrary: instant },
  { weight: 3, arbitrary: fuzzy },
);

const speakerId = fc.constantFrom(
  'host',
  'guest',
  'host',
  'guest',
  'host',
  'guest',
  'union',
  'former',
  'owner',
  'quiet',
);
const reporterId = fc.constantFrom(...reporters);
const ground = fc.constantFrom(
  ...Array<undefined>(9).fill(undefined),
  'background',
  'on-the-record',
  'off-the-record',
);

const originator = fc
  .record({
    names: fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: speakerId }, reporterId), {
      minLength: 1,
      maxLength: 2,
    }),
    groundRules: ground,
    uncertain: fc.constantFrom(...Array<undefined>(9).fill(undefined), true),
  })
  .map(({ names, ...more }) => ({ sourceIds: ids(names), role: 'originator', ...present(more) }));

const relay = fc
  .oneof({ weight: 5, arbitrary: reporterId }, speakerId)
  .map((name) => ({ sourceIds: ids([name]), role: 'relay' }));

const ids = (names: readonly string[]): readonly string[] => names.map((name) => `source:${name}`);

/** An object without the keys that are undefined. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const chain = fc.oneof(
  { weight: 3, arbitrary: originator.map((link) => [link]) },
  { weight: 4, arbitrary: fc.tuple(originator, relay).map((links) => links) },
  { weight: 1, arbitrary: relay.map((link) => [link]) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const stance = fc.constantFrom(
  'confirms',
  'confirms',
  'confirms',
  'denies',
  'denies',
  'unconfirmed',
  'supports',
  'no-comment',
);

const history = fc.oneof(
  { weight: 7, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('retracted', 'superseded', 'corrected'), time)
      .map(([status, at]) => [{ status, at }]),
  },
);

/** One time in ten. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const claim = fc.record({
  attribution: chain,
  stance,
  value: fc.constantFrom(
    undefined,
    '2024-06-24',
    '2024-06-25',
    '2024-06-26',
    '2024-06',
    '2024-06-25~',
    '[2024-06-24,2024-06-26]',
    '2024-06-25T10:00:00+07:00',
    '2024-07?',
  ),
  stanceSource: rarely(speakerId),
  assertedAt: fc.option(time, { freq: 5, nil: undefined }),
  articleId: fc.constantFrom(undefined, 'article:instant', 'article:day', 'article:undated', 'article:none'),
  statusHistory: history,
  recordStatus: fc.constantFrom(...Array<undefined>(19).fill(undefined), 'retracted'),
  supersedes: rarely(fc.nat()),
});

const party = fc.constantFrom(undefined, undefined, undefined, undefined, true, false);

const event = fc
  .record({
    participants: fc.uniqueArray(
      fc.record({
        entityId: fc.constantFrom('entity:envoy', 'entity:firm'),
        party,
      }),
      { selector: ({ entityId }) => entityId, maxLength: 2 },
    ),
    organizerIds: fc.constantFrom(undefined, undefined, ['entity:host'], ['entity:firm']),
  })
  .map(({ participants, organizerIds }) =>
    present({
      type: 'scheduled-event',
      id: EVENT,
      name: 'Talks',
      status: 'unconfirmed',
      phase: 'planned',
      participants: [{ entityId: 'entity:host' }, ...participants].map(present),
      organizerIds,
    }),
  );

const policy: fc.Arbitrary<ConfirmationPolicy> = fc
  .record({
    requireAllParties: fc.constantFrom(undefined, undefined, true),
    corroborate: fc.constantFrom(undefined, undefined, 1, 2, 3),
  })
  .map(present);

/** A case of news about one aspect of one event. */
export const newsCase: fc.Arbitrary<NewsCase> = fc
  .record({
    aspect: fc.constantFrom('occurrence' as const, 'date' as const),
    event,
    claims: fc.array(claim, { minLength: 2, maxLength: 10 }),
    policy,
    at: fc.oneof(time, fc.constant('2024-07')),
  })
  .map(({ claims, aspect, ...rest }) => ({
    ...rest,
    aspect,
    claims: claims.map((one, index): ClaimDraft => {
      const { stance, stanceSource, supersedes, value, ...more } = one;
      const target = supersedes === undefined ? undefined : `claim:${supersedes % claims.length}`;
      return present({
        type: 'claim',
        id: `claim:${index}`,
        text: 'The talks take place.',
        stances: [
          present({
            eventId: EVENT,
            aspect,
            stance,
            value: aspect === 'date' ? value : undefined,
            sourceId: stanceSource === undefined ? undefined : `source:${stanceSource}`,
          }),
        ],
        supersedes: target,
        ...more,
      }) as unknown as ClaimDraft;
    }),
  }));

/** The records of a case, in the order of writing. */
export const recordsOf = ({ event, claims }: NewsCase): readonly object[] => [
  ...entities,
  ...sources,
  ...articles,
  event,
  ...claims,
];

/** Joins records into a dataset, which is frozen throughout, and finds the event in it. */
export function load(records: readonly object[]): {
  readonly dataset: Dataset;
  readonly event: ScheduledEvent;
} {
  const dataset = loadDataset(records);
  return { dataset, event: dataset.find('scheduled-event', EVENT) as ScheduledEvent };
}
