import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { isNewsRecord, parseNewsRecord } from '../../src/index.js';
import { fieldsOf, visitPattern } from '../../src/schema/walk.js';
import type { RecordType } from '../../src/vocabulary/record-type.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { recordArbitrary } from '../support/record-arbitrary.js';
import { recordFunctions } from '../support/record-functions.js';
import { RUNS } from '../support/runs.js';

describe.each(recordFunctions.filter(({ name }) => name !== 'any record'))('any valid $name', (functions) => {
  const { schema, parse, safeParse, is } = functions;
  const records = recordArbitrary(functions.name as RecordType);
  const compiled = z.compile(schema, { strict: true });

  test('comes out as it went in, and is plain JSON', () => {
    fc.assert(
      fc.property(records, (record) => {
        const before = JSON.stringify(record);
        const output = parse(deepFreeze(record));
        expect(output).toEqual(record);
        expect(JSON.stringify(record)).toBe(before);
        expect(parse(JSON.parse(before))).toEqual(JSON.parse(before));
        expect(parse(output)).toEqual(record);
        expect(safeParse(record)).toEqual({ success: true, data: record });
        expect(is(record)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('is one for the schema of any record, for every way of treating unknown keys, and when compiled', () => {
    fc.assert(
      fc.property(records, (record) => {
        deepFreeze(record);
        expect(isNewsRecord(record)).toBe(true);
        expect(parseNewsRecord(record)).toEqual(record);
        for (const unknownKeys of ['error', 'strip', 'keep'] as const) {
          expect(parse(record, { unknownKeys })).toEqual(record);
        }
        expect(compiled.safeParse(record)).toEqual({ success: true, data: record });
      }),
      { numRuns: RUNS },
    );
  });

  test('may have any field: none is left out of the records tried here', () => {
    const fields = new Map(
      fieldsOf(schema)
        .filter(({ schema: field }) => (field._zod.def as { type: string }).type !== 'never')
        .map(({ pattern }) => [pattern.join('/'), pattern]),
    );
    // As many as it takes to meet the rarest, however often properties are tried.
    for (const record of fc.sample(records, 1000)) {
      for (const [name, pattern] of fields) {
        let found = false;
        visitPattern(record, pattern, () => {
          found = true;
        });
        if (found) fields.delete(name);
      }
    }
    expect([...fields.keys()]).toEqual([]);
  });
});
