import { describe, expect, it } from 'vitest';
import {
  pathOfReference,
  referenceFieldsOf,
  referencesOf,
  visitReferences,
} from '../../src/dataset/references.js';
import { toJsonPointer } from '../../src/finding/json-pointer.js';
import { visitPattern } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { validFixtures } from '../support/fixtures.js';

describe.each(recordTypes)('the references of %s', (type) => {
  const records = validFixtures(type).map(({ value }) => value as Record<string, unknown>);

  it('are found in one walk where a walk for each field finds them', () => {
    for (const record of records) {
      const apart: string[] = [];
      for (const { pattern } of referenceFieldsOf(type)) {
        visitPattern(record, pattern, (to, path) => apart.push(`${toJsonPointer(path)} ${to}`));
      }
      const together: string[] = [];
      visitReferences(type, record, (to, field, indexes) => {
        expect(indexes).toHaveLength(field.depth);
        together.push(`${toJsonPointer(pathOfReference(field, indexes))} ${to}`);
      });
      expect([...together].sort()).toEqual(apart.sort());
      expect(referencesOf(record).map(({ pointer, to }) => `${pointer} ${to}`)).toEqual(together);
    }
  });

  it('stand in fields that are told apart by their pattern', () => {
    const patterns = referenceFieldsOf(type).map(({ pattern }) => pattern.join('/'));
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(referenceFieldsOf(type).map(({ number }) => number)).toEqual(patterns.map((_, index) => index));
  });
});

describe('references', () => {
  it('are passed over where something else stands in their place', () => {
    const wrong = {
      type: 'claim',
      id: 'claim:a',
      attribution: [null, { sourceIds: 'source:a' }, { sourceIds: [1, {}] }],
      about: {},
      relations: 7,
    };
    expect(referencesOf(wrong)).toEqual([]);
    for (const value of [null, undefined, 3, 'claim', [], {}, { type: 'rumour' }, { type: null }]) {
      expect(referencesOf(value)).toEqual([]);
    }
  });
});
