import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../src/records/news-record.js';
import { projectionsOf } from '../../src/rules/reads.js';
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
      { claim: ['assertedAt', 'attribution.*.role'] },
      { claim: ['attribution.*.sourceIds', 'assertedAt'], article: ['url'] },
    ]);
    expect(claim(record)).toEqual({
      assertedAt: '2024',
      attribution: [{ role: 'relay', sourceIds: ['source:a'] }, {}, { role: 'publisher' }],
    });
  });

  it('are whole where one reader takes the whole', () => {
    const { claim } = projectionsOf([{ claim: ['attribution.*.role'] }, { claim: ['attribution'] }]);
    expect(claim(record).attribution).toBe(record.attribution);
  });

  it('are none where nobody reads, or where there is nothing of the kind', () => {
    const { claim, article } = projectionsOf([
      { claim: ['relations.*.claimId', 'text.*.words', 'attribution.role', 'stances.first'] },
    ]);
    expect(claim(record)).toEqual({});
    expect(article({ type: 'article', url: 'https://example.org/' })).toEqual({});
  });

  it('of every rule are fields of their type of record', () => {
    for (const rule of allRules) {
      if (rule.scope === 'record') continue;
      for (const type of recordTypes) {
        const known = new Set(fieldsOf(recordSchemas[type]).map(({ pattern }) => pattern.join('.')));
        expect((rule.reads[type] ?? []).filter((path) => !known.has(path))).toEqual([]);
      }
    }
  });
});
