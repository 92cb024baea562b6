// Whether what follows from claims costs in proportion to the claims: 10,000 of them against 100,000, on one event that
// everybody writes about and on many. Needs the built package.

import {
  assembleEvidence,
  collectEvidence,
  confirmationTimeline,
  findContradictions,
  parseNewsRecord,
  rollupConfirmation,
  statusAgainstEvidence,
} from '../../dist/index.js';
import { conclude, judge, race, ratioOf } from './harness.mjs';

const SMALL = 10_000;
const LARGE = 100_000;
const CLAIMS_AN_EVENT = 20;
const AT = '2024-07-01';

/** Small and seeded, so that every run has the same claims. */
function random() {
  let state = 20240619;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** News about so many events: parties that speak on the record or not, outlets that relay them, changes of mind. */
function newsOf(claims, events) {
  const below = random();
  const two = (number) => String(number).padStart(2, '0');
  const day = () => `2024-06-${two(1 + below(30))}`;
  const times = [day, day, () => `${day()}T${two(below(24))}:00:00Z`, () => `${day()}~`, () => '2024-06'];
  const stances = ['confirms', 'confirms', 'denies', 'unconfirmed', 'supports', 'reports', 'no-comment'];
  const speakers = ['host', 'guest', 'union', 'quiet'];
  const records = [
    { type: 'entity', id: 'entity:host', kind: 'country', name: 'Host', containedInId: 'entity:union' },
    {
      type: 'entity',
      id: 'entity:envoy',
      kind: 'person',
      name: 'Envoy',
      roles: [{ title: 'envoy', ofEntityId: 'entity:guest', during: '2020/..' }],
    },
    ...speakers.map((name) => ({
      type: 'source',
      id: `source:${name}`,
      kind: 'institution',
      name,
      actsFor: [`entity:${name === 'quiet' ? 'host' : name}`],
      groundRules: name === 'quiet' ? 'background' : 'on-the-record',
    })),
    ...Array.from({ length: 200 }, (_, index) => ({
      type: 'source',
      id: `source:outlet-${index}`,
      kind: 'outlet',
      name: `Outlet ${index}`,
    })),
    ...Array.from({ length: events }, (_, index) => ({
      type: 'scheduled-event',
      id: `event:${index}`,
      name: 'Talks',
      status: 'unconfirmed',
      phase: 'planned',
      participants: [{ entityId: 'entity:envoy' }, { entityId: 'entity:host' }],
    })),
  ];
  for (let index = 0; index < claims; index++) {
    const outlet = `source:outlet-${below(200)}`;
    const originator = below(3) === 0 ? outlet : `source:${speakers[below(speakers.length)]}`;
    const aspect = ['occurrence', 'date'][below(2)];
    records.push({
      type: 'claim',
      id: `claim:${index}`,
      text: 'The talks take place.',
      attribution: [
        { sourceIds: [originator], role: 'originator' },
        { sourceIds: [outlet], role: 'relay' },
      ],
      assertedAt: times[below(times.length)](),
      stances: [
        {
          eventId: `event:${below(events)}`,
          aspect,
          stance: stances[below(stances.length)],
          ...(aspect === 'date' ? { value: `2024-08-${two(1 + below(28))}` } : {}),
        },
      ],
      ...(below(10) === 0 ? { statusHistory: [{ status: 'retracted', at: day() }] } : {}),
      ...(below(20) === 0 && index > 0 ? { supersedes: `claim:${below(index)}` } : {}),
    });
  }
  return records.flatMap((record) => collectEvidence(parseNewsRecord(record)) ?? []);
}

const inputs = new Map(
  [SMALL, LARGE].flatMap((claims) => [
    [`one ${claims}`, newsOf(claims, 1)],
    [`many ${claims}`, newsOf(claims, claims / CLAIMS_AN_EVENT)],
  ]),
);

const indexed = new Map([...inputs].map(([name, facts]) => [name, assembleEvidence(facts)]));
const first = (base) => base.scheduledEvents[0];

/** Each piece of work, on evidence that nobody has asked anything or on evidence that is indexed. */
const works = {
  'first roll-up': (name) => () => {
    const base = assembleEvidence(inputs.get(`one ${name}`));
    return rollupConfirmation(first(base), 'occurrence', base, { at: AT });
  },
  'next roll-up': (name) => () => {
    const base = indexed.get(`one ${name}`);
    return rollupConfirmation(first(base), 'date', base, { at: AT, policy: { corroborate: 2 } });
  },
  timeline: (name) => () => {
    const base = indexed.get(`one ${name}`);
    return confirmationTimeline(first(base), 'occurrence', base);
  },
  contradictions: (name) => () => findContradictions(indexed.get(`one ${name}`), { at: AT }),
  'every event against its status': (name) => () => {
    const base = assembleEvidence(inputs.get(`many ${name}`));
    return base.scheduledEvents.map((event) => statusAgainstEvidence(event, base));
  },
};

const results = {};
const ratios = [];
for (const [work, make] of Object.entries(works)) {
  results[work] = await race(
    [SMALL, LARGE].map((size) => ({ name: `${work}, ${size.toLocaleString('en')} claims`, run: make(size) })),
    { rounds: 7 },
  );
  const [small, large] = results[work];
  ratios.push(judge(ratioOf(results[work], large.name, small.name), { most: 20 }));
}

conclude({ name: 'confirmation', results, ratios });
