import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../src/records/news-record.js';
import { projectionsOf, type Reader } from '../../src/rules/reads.js';
import { allRules } from '../../src/rules/rule-table.js';
import { fieldsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { deepFreeze } from '../support/deep-freeze.js';

describe('the parts that are read', () => {
  const record = deepFreeze({
    type: 'claim',
    id: 'claim:a',
    text: 'It rained.',
    assertedAt: '2024',
    attribution: [
      { sourceIds: ['source:a'], role: 'relay', cue: { exact: 'says' } },
      7,
      { role: 'publisher' },
    ],
    stances: [],
  });

  it('stand where they stand in the record, each taken once for all who read it', () => {
    const { claim } = projectionsOf([
      { reads: { claim: ['assertedAt', 'attribution.*.role'] } },
      { reads: { claim: ['attribution.*.sourceIds', 'assertedAt'], article: ['url'] } },
    ]);
    expect(claim(record)).toEqual({
      assertedAt: '2024',
      attribution: [{ role: 'relay', sourceIds: ['source:a'] }, {}, { role: 'publisher' }],
    });
  });

  it('are whole where one reader takes the whole', () => {
    const { claim } = projectionsOf([
      { reads: { claim: ['attribution.*.role'] } },
      { reads: { claim: ['attribution'] } },
    ]);
    expect(claim(record).attribution).toBe(record.attribution);
  });

  it('are none where nobody reads, or where there is nothing of the kind', () => {
    const { claim, article } = projectionsOf([
      { reads: { claim: ['relations.*.claimId', 'text.*.words', 'attribution.role', 'stances.first'] } },
    ]);
    expect(claim(record)).toEqual({});
    expect(article({ type: 'article', url: 'https://example.org/' })).toEqual({});
  });

  it('are left out where all who read them settle them, and keep their places where some are not', () => {
    const isLong = (part: unknown) => String(part).length > 5;
    const settling = (...more: Reader[]) =>
      projectionsOf([
        {
          reads: { claim: ['attribution.*.role', 'assertedAt'] },
          settles: { claim: { 'attribution.*.role': isLong } },
        },
        ...more,
      ]).claim;
    const atHand = { record, fits: () => false };
    expect(settling()(record, atHand)).toEqual({
      assertedAt: '2024',
      attribution: [{ role: 'relay' }, {}, {}],
    });
    const long = { ...record, attribution: [{ role: 'publisher' }, { role: 'originator' }] };
    expect(settling()(long, atHand)).toEqual({ assertedAt: '2024' });
    expect(settling()({ ...long, attribution: [] }, atHand)).toEqual({ assertedAt: '2024', attribution: [] });
    const everything = { assertedAt: '2024', attribution: long.attribution };
    expect(settling()(long)).toEqual(everything);
    expect(settling({ reads: { claim: ['attribution.*.role'] } })(long, atHand)).toEqual(everything);
    expect(settling({ reads: { claim: ['attribution'] } })(long, atHand)).toEqual(everything);
  });

  it('of every rule are fields of their type of record', () => {
    for (const rule of allRules) {
      if (rule.scope === 'record') continue;
      for (const type of recordTypes) {
        const known = new Set(fieldsOf(recordSchemas[type]).map(({ pattern }) => pattern.join('.')));
        const reads = rule.reads[type] ?? [];
        expect(reads.filter((path) => !known.has(path))).toEqual([]);
        expect(Object.keys(rule.settles?.[type] ?? {}).filter((path) => !reads.includes(path))).toEqual([]);
      }
    }
  });
});
