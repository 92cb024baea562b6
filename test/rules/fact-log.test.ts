import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceFieldsOf } from '../../src/dataset/references.js';
import { arrangeLogs } from '../../src/rules/arrange-logs.js';
import { createFactLog, type FactLog } from '../../src/rules/fact-log.js';
import { arrangeFacts, type Facts, type RecordFacts } from '../../src/rules/facts.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { factsArbitrary, oddIds } from '../support/facts-arbitrary.js';
import { oneIn } from '../support/runs.js';

function logOf(facts: Iterable<RecordFacts>): FactLog {
  const log = createFactLog();
  for (const one of facts) log.add(one);
  return log;
}

/** Everything in a log, in its order. */
const all = (log: FactLog): readonly RecordFacts[] =>
  Array.from({ length: log.count() }, (_, index) => log.at(index));

/** A log after its way to another thread. */
const sent = (log: FactLog): FactLog => {
  const data = log.data();
  const pieces = [data.ids, data.entries, data.rows].flatMap((bytes) => bytes.pieces);
  const transfer = [...new Set(pieces.map(({ buffer }) => buffer as ArrayBuffer))];
  return createFactLog(structuredClone(data, { transfer }));
};

/** Facts cut into some lists, each numbered from 0. */
function cutUp(facts: readonly RecordFacts[], cuts: readonly number[]): readonly (readonly RecordFacts[])[] {
  const places = [0, ...cuts.map((cut) => cut % (facts.length + 1)), facts.length].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index]!;
    return facts.slice(start, end).map((one) => ({ ...one, record: one.record - start }));
  });
}

const bare = ({ references: _, ...facts }: RecordFacts): object => facts;

/** Everything that can be asked of facts. */
function told(facts: Facts, count: number): unknown {
  const ids = [...new Set([...facts.ids(recordTypes), ...oddIds, 'nobody'])];
  return {
    records: recordTypes.map((type) => [...facts.records(type)].map(bare)),
    spoiled: recordTypes.map((type) => [...facts.spoiled(type)].map(bare)),
    some: recordTypes.map((type) =>
      [...facts.records(type, ...(['text', 'anchors'] as unknown as []))].map(bare),
    ),
    every: recordTypes.map((type) => facts.records(type).every(({ spoiled }) => spoiled === undefined)),
    holders: ids.map((id) => facts.holders(id).map(bare)),
    found: ids.flatMap((id) => recordTypes.map((type) => facts.find(type, id)?.record)),
    known: ids.map((id) => facts.isKnown(id)),
    shared: [...facts.shared()].map((same) => same.map(bare)),
    ids: [['claim'] as const, ['entity', 'scheduled-event'] as const, recordTypes].map((types) => [
      ...facts.ids(types),
    ]),
    references: Array.from({ length: count }, (_, record) => {
      const found: unknown[] = [];
      facts.references(record, (to, targets) => found.push([to, targets]));
      return found;
    }),
    stray: [...facts.stray()],
  };
}

describe('a log of facts', () => {
  it('gives back what was put in, whatever it is', () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const log = logOf(facts);
        expect(all(log)).toEqual(facts);
        for (const { record, type, id } of facts) {
          expect(log.subject(record)).toEqual({ type, ...(id !== undefined && { id }) });
        }
        expect(all(sent(log))).toEqual(facts);
      }),
      { numRuns: oneIn(10) },
    );
  });

  it('forgets what is cut off, and goes on from there', () => {
    fc.assert(
      fc.property(factsArbitrary, factsArbitrary, fc.nat(), fc.boolean(), (facts, more, at, travels) => {
        const count = at % (facts.length + 1);
        const first = logOf(facts);
        const log = travels ? sent(first) : first;
        log.cut(count);
        expect(all(log)).toEqual(facts.slice(0, count));
        for (const one of more) log.add(one);
        const whole = [...facts.slice(0, count), ...more].map((one, record) => ({ ...one, record }));
        expect(all(log)).toEqual(whole);
        expect(told(arrangeLogs([log]), whole.length)).toEqual(told(arrangeFacts(whole), whole.length));
      }),
      { numRuns: oneIn(10) },
    );
  });

  it('keeps what is larger than its pieces, and what comes after it', () => {
    const ids = [1, 300_000, 2, 262_144, 3, 1_000_000, 4].map((length) => 'é'.repeat(length));
    const facts = ids.flatMap((id, index): RecordFacts[] => [
      { record: 2 * index, type: 'claim', id, parts: { text: id } as object },
      { record: 2 * index + 1, type: 'entity', id: `entity:${index}`, parts: {} },
    ]);
    const log = logOf(facts);
    expect(all(log)).toEqual(facts);
    const other = sent(log);
    expect(all(other)).toEqual(facts);
    other.cut(5);
    other.add(facts[5]!);
    expect(all(other)).toEqual(facts.slice(0, 6));
  });
});

describe('a log of very many facts', () => {
  const count = 300_000;
  const facts = (record: number): RecordFacts => ({
    record,
    type: record % 3 === 0 ? 'claim' : 'entity',
    id: `entity:${(record * 7919) % 1_000_003}`,
    parts: record % 5 === 0 ? ({ text: `${record}` } as object) : {},
  });

  it('finds each of them by its number and by its id', () => {
    const log = createFactLog();
    for (let record = 0; record < count; record++) log.add(facts(record));
    const halves = [createFactLog(), createFactLog()];
    for (let record = 0; record < count; record++) halves[record < count / 2 ? 0 : 1]!.add(facts(record));
    const grown = sent(halves[0]!);
    for (let record = count / 2; record < count; record++) grown.add(facts(record));
    halves[0] = logOf(Array.from({ length: count / 2 }, (_, record) => facts(record)));
    const arrangements = [arrangeLogs([log]), arrangeLogs(halves), arrangeLogs([grown])];
    for (let record = 0; record < count; record += 911) {
      const one = facts(record);
      expect(log.at(record)).toEqual(one);
      expect(log.subject(record)).toEqual({ type: one.type, id: one.id });
      for (const arranged of arrangements) expect(arranged.find(one.type, one.id)).toEqual(one);
    }
    for (const arranged of arrangements) {
      expect([...arranged.records('claim')].length).toBe(Math.ceil(count / 15));
    }
  });
});

describe('logs that are arranged', () => {
  it('tell what facts in memory tell, however they are cut up and whichever way they came', () => {
    fc.assert(
      fc.property(
        factsArbitrary,
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.subarray([...oddIds]),
        fc.boolean(),
        (facts, cuts, known, travel) => {
          const logs = cutUp(facts, cuts).map((part) => (travel ? sent(logOf(part)) : logOf(part)));
          const expected = told(arrangeFacts(facts, known), facts.length);
          expect(told(arrangeLogs(logs, known), facts.length)).toEqual(expected);
          // again, and some of them with others: nothing is left of the first time
          expect(told(arrangeLogs(logs, known), facts.length)).toEqual(expected);
          const [last = []] = cutUp(facts, cuts).slice(-1);
          expect(told(arrangeLogs(logs.slice(-1)), last.length)).toEqual(
            told(arrangeFacts(last), last.length),
          );
        },
      ),
      { numRuns: oneIn(10) },
    );
  });

  it('find ten thousand ids among each other, whoever is named before he is there', () => {
    const { number } = referenceFieldsOf('entity').find(({ depth }) => depth === 0)!;
    const facts = Array.from({ length: 10_000 }, (_, record): RecordFacts => {
      const to = `entity:${(record * 7919 + 1) % 12_000}`;
      return { record, type: 'entity', id: `entity:${record}`, references: [number, to], parts: {} };
    });
    const expected = [...arrangeFacts(facts).stray()];
    expect(expected.length).toBeGreaterThan(1000);
    for (const logs of [[facts], cutUp(facts, [3000, 3001, 9999])]) {
      expect([...arrangeLogs(logs.map(logOf)).stray()]).toEqual(expected);
    }
  });
});
