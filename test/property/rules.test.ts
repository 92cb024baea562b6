import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectEvidence } from '../../src/reasoning/evidence/collect-evidence.js';
import type { NewsRecord } from '../../src/records/news-record.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { claimEvidence, evidenceOf, evidenceReads } from '../../src/rules/common/evidence.js';
import { findLoops } from '../../src/rules/common/loops.js';
import { arrangeFacts, type RecordFacts } from '../../src/rules/facts.js';
import { projectionsOf } from '../../src/rules/reads.js';
import { allRules } from '../../src/rules/rule-table.js';
import { findingsIn } from '../support/findings-in.js';
import { mutatedRecordArbitrary } from '../support/mutate-record.js';
import { newsCase, recordsOf } from '../support/news-arbitrary.js';
import { newsRecordArbitrary } from '../support/record-arbitrary.js';
import { RUNS } from '../support/runs.js';

const now = '2024-06-15T00:00:00Z';

/** Records that name each other often: few ids for many references. */
const entangled = fc
  .tuple(fc.array(newsRecordArbitrary, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat()))
  .map(([records, numbers]) => {
    const ids = records.map(({ id }) => id as string);
    const next = (): number => numbers.next().value as number;
    const entangle = (value: unknown, key = ''): unknown => {
      if (Array.isArray(value)) return value.map((item) => entangle(item, key));
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, entangle(part, name)]));
      }
      const refers = /(?:Id|Ids|by|about|basedOn|actsFor|affiliatedWith|supersedes|contentOf)$/.test(key);
      return refers && typeof value === 'string' ? ids[next() % ids.length] : value;
    };
    return records.map((record) => entangle(record) as object);
  });

describe('every rule', () => {
  it('judges any records without failing, and whatever the order in which their facts arrive', () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(entangled, newsCase.map(recordsOf)), fc.nat(), (records, turn) => {
        const found = findingsIn(records, { now });
        const at = turn % records.length;
        const turned = (facts: readonly RecordFacts[]) =>
          [...facts.slice(at), ...facts.slice(0, at)].reverse();
        expect(findingsIn(records, { now }, undefined, turned)).toEqual(found);
        for (const { code, path, message, related } of found) {
          codes.add(code);
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect([path, ...related.map((part) => part.path)].every(Array.isArray)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    const byRules = allRules.filter(({ code }) => codes.has(code));
    expect(byRules.length).toBeGreaterThan(30);
  });

  it('survives records that are wrong in any way', () => {
    fc.assert(
      fc.property(fc.array(mutatedRecordArbitrary, { minLength: 1, maxLength: 3 }), (records) => {
        findingsIn(records, { now });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the evidence that rules read', () => {
  const parts = projectionsOf([{ reads: evidenceReads }]);

  it('is all that confirmation reads of a record', () => {
    fc.assert(
      fc.property(newsRecordArbitrary, (record) => {
        const fact = collectEvidence(record as unknown as NewsRecord);
        if (fact === undefined) return;
        const { type, id } = record as { type: NewsRecord['type']; id: string };
        const read = parts[type](record) as { readonly roles?: readonly { readonly ofEntityId?: string }[] };
        // a role of nothing is no way to anybody
        const roles = read.roles?.filter(({ ofEntityId }) => ofEntityId !== undefined);
        expect({ type, id, ...read, ...(roles && { roles }) }).toMatchObject(fact);
      }),
      { numRuns: RUNS },
    );
  });

  it('is found again as it was read', () => {
    fc.assert(
      fc.property(newsCase, (news) => {
        const facts = recordsOf(news).flatMap((record, index) => collectFacts(record, index) ?? []);
        const arranged = arrangeFacts(facts);
        const base = evidenceOf(arranged);
        expect(base.claims).toEqual(
          arranged
            .records('claim')
            .filter(({ parts }) => parts.stances)
            .map(claimEvidence),
        );
        for (const { type, id, parts } of arranged.records('source')) {
          expect(base.find('source', id!)).toEqual({ type, id, ...parts });
        }
        expect(base.find('source', 'source:nobody')).toBeUndefined();
      }),
    );
  });
});

describe('loops', () => {
  const id = fc.constantFrom(...'abcdef');

  it('are ways that lead back, and there is one wherever there is any', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (pairs) => {
        const edges = pairs.map(([from, to], record) => ({ from, to, record, path: [] }));
        const loops = findLoops(edges);
        for (const { edges: loop, length } of loops) {
          expect(loop).toHaveLength(length);
          expect(loop.map(({ to }) => to)).toEqual([...loop.slice(1), loop[0]].map(({ from }) => from));
          expect(new Set(loop.map(({ from }) => from)).size).toBe(length);
        }
        const firsts = loops.map(({ edges: [first] }) => first);
        expect(new Set(firsts).size).toBe(firsts.length);
        expect(loops.length > 0).toBe(hasLoop(pairs));
      }),
      { numRuns: RUNS },
    );
  });
});

/** Whether a graph has a loop: it has none if what nothing leads to can be taken away until nothing is left. */
function hasLoop(pairs: readonly (readonly [string, string])[]): boolean {
  const led = new Set(pairs.map(([, to]) => to));
  const left = pairs.filter(([from]) => led.has(from));
  return left.length === pairs.length ? left.length > 0 : hasLoop(left);
}
