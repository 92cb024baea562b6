import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/finding/from-issues.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { arrangeFacts } from '../../src/rules/facts.js';
import { checkRecord, judgeFacts } from '../../src/rules/judge.js';
import { selectRules } from '../../src/rules/rule-set.js';
import { findingsIn } from '../support/findings-in.js';
import {
  article,
  assessment,
  claim,
  confirmedEvent,
  entity,
  event,
  link,
  source,
} from '../support/rule-cases.js';

/** A list of records by their numbers. */
const many = (count: number, make: (index: number) => object): readonly object[] =>
  Array.from({ length: count }, (_, index) => make(index));

function duration(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** How many times as long one takes as the other: the least of a few tries, for what else the machine does only adds. */
function growth(few: () => void, lots: () => void, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && least >= enough; attempt++) {
    const before = duration(few);
    least = Math.min(least, duration(lots) / Math.max(before, duration(few)));
  }
  return least;
}

/** What remains to be done when records have been read: the rules alone. */
function judging(records: readonly object[]): () => void {
  const rules = selectRules({ now: '2024-06-12T00:00:00Z' });
  const facts = records.flatMap((record, index) => collectFacts(record, index, [], rules) ?? []);
  const subjects = (record: number) => subjectOf(records[record]);
  return () => {
    for (const record of records) checkRecord(record, [], rules);
    judgeFacts(arrangeFacts(facts), subjects, { rules });
  };
}

/** Records that grow with a number: judging ten times as many must not take a hundred times as long. */
const growing: Readonly<Record<string, (count: number) => readonly object[]>> = {
  'one loop of places': (count) =>
    many(count, (index) =>
      entity(`${index}`, { kind: 'city', containedInId: `entity:${(index + 1) % count}` }),
    ),
  'one loop of events in order': (count) =>
    many(count, (index) =>
      event(`${index}`, { relations: [{ type: 'before', eventId: `event:${(index + 1) % count}` }] }),
    ),
  'loops through one record': (count) => [
    claim('hub', { componentIds: Array.from({ length: count }, (_, index) => `claim:${index}`) }),
    ...many(count, (index) => claim(`${index}`, { componentIds: ['claim:hub'] })),
  ],
  'a ladder of loops within loops': (count) =>
    many(count, (index) =>
      claim(`${index}`, { componentIds: [`claim:${(index + 1) % count}`, `claim:${Math.floor(index / 2)}`] }),
    ),
  'references to one id that nobody has': (count) =>
    many(count, (index) => claim(`${index}`, { articleId: 'article:a' })),
  'references to one id': (count) => [
    article('a', { publishedAt: '2024-06-12T00:00:00Z' }),
    ...many(count, (index) => claim(`${index}`, { articleId: 'article:a' })),
  ],
  'records with one id': (count) => many(count, () => article('a')),
  'claims that replace one another': (count) =>
    many(count, (index) =>
      claim(`${index}`, { assertedAt: '2024', supersedes: `claim:${index + 1}`, recordStatus: 'asserted' }),
    ),
  'claims on one event': (count) => [
    entity('host'),
    source('host', { actsFor: ['entity:host'] }),
    confirmedEvent('a', { by: ['source:host'] }, { participants: [{ entityId: 'entity:host' }] }),
    ...many(count, (index) =>
      claim(`${index}`, {
        attribution: [link('originator', 'host'), link('publisher', 'host')],
        stances: [
          { eventId: 'event:a', aspect: 'occurrence', stance: index % 2 === 0 ? 'denies' : 'confirms' },
        ],
      }),
    ),
  ],
  'assessments of one claim': (count) => [
    claim('a', { assertedAt: '2024-06-12' }),
    ...many(count, (index) => assessment(`${index}`, { subjectId: 'claim:a', at: '2023' })),
  ],
  'a history of many entries': (count) => [
    event('a', { history: many(count, (index) => ({ phase: 'planned', at: `${2024 - (index % 900)}` })) }),
    claim('a', {
      statusHistory: many(count, (index) => ({
        status: index % 2 === 0 ? 'retracted' : 'corrected',
        at: `${1000 + (index % 900)}`,
      })),
    }),
  ],
  'parts of one event': (count) => [
    event('whole', { phase: 'cancelled', start: { date: '2024-06-19' }, end: { date: '2024-06-20' } }),
    ...many(count, (index) =>
      event(`${index}`, {
        phase: 'ongoing',
        start: { date: '2025' },
        relations: [{ type: 'part-of', eventId: 'event:whole' }],
      }),
    ),
  ],
};

describe('hostile data', () => {
  it.each(Object.entries(growing))('is judged in time that grows with it: %s', (_, make) => {
    // linear is 10, quadratic 100
    expect(growth(judging(make(2_000)), judging(make(20_000)), 50)).toBeLessThan(50);
  });

  it('may be a loop of 10,000 records, which is told once, in a message that can be read', () => {
    const found = findingsIn(growing['one loop of places']!(10_000));
    expect(found.map(({ code, recordId }) => `${code} ${recordId}`)).toEqual(['reference/cycle entity:0']);
    expect(found[0]!.message).toContain('entity:0 → entity:1 → ');
    expect(found[0]!.message).toContain('(9,980 more) → entity:0');
    expect(found[0]!.message.length).toBeLessThan(1000);
    expect(found[0]!.related).toHaveLength(99);
  });

  it('may refer to one missing id 100,000 times, each of which is found', () => {
    const found = findingsIn(growing['references to one id that nobody has']!(100_000));
    expect(found).toHaveLength(100_000);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['reference/dangling']));
  });

  it('may name its ids after what objects have already', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const records = names.flatMap((id, index) => [
      { type: 'claim', id, text: 'It is so.', componentIds: [names[(index + 1) % names.length]] },
    ]);
    expect(findingsIn(records).map(({ code }) => code)).toEqual(['reference/cycle']);
    expect(findingsIn([{ ...records[0], articleId: 'constructor' }]).map(({ code }) => code)).toContain(
      'reference/dangling',
    );
  });
});
