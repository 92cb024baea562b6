import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateJsonSchemas } from '../../scripts/json-schema/generate.js';
import { readRecord } from '../../src/dataset/read-record.js';
import { schemaCodes } from '../../src/finding/schema-codes.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';
import { mutatedRecordArbitrary } from '../support/mutate-record.js';
import { newsRecordArbitrary } from '../support/record-arbitrary.js';
import { RUNS } from '../support/runs.js';

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
const schemas = new Map(
  [...generateJsonSchemas()].map(([name, schema]) => [name.replace('.json', ''), ajv.compile(schema)]),
);
const beyond = new Set<string>(
  schemaCodes.filter(({ beyondJsonSchema }) => beyondJsonSchema).map(({ code }) => code),
);

describe('JSON Schema and zod agree', () => {
  test('on every valid record, as a record of its type, as any record and in a dataset', () => {
    fc.assert(
      fc.property(newsRecordArbitrary, (record) => {
        const value = JSON.parse(JSON.stringify(record));
        for (const name of [value.type as RecordType, 'record']) {
          const accepts = schemas.get(name)!;
          expect(accepts(value), JSON.stringify(accepts.errors)).toBe(true);
        }
        expect(schemas.get('dataset')!({ schemaVersion: '1', records: [value, value] })).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('on records that were changed at random, but where only zod can say what is wrong', () => {
    const counts = { right: 0, wrong: 0, beyond: 0 };
    fc.assert(
      fc.property(mutatedRecordArbitrary, (value) => {
        const { findings } = readRecord(value);
        const sayable = findings.filter(({ code }) => !beyond.has(code));
        counts[findings.length === 0 ? 'right' : sayable.length > 0 ? 'wrong' : 'beyond']++;
        const accepts = schemas.get('record')!;
        expect(accepts(value), `${JSON.stringify(findings)} ${JSON.stringify(accepts.errors)}`).toBe(
          sayable.length === 0,
        );
        const { type } = Object(value) as { type?: string };
        if (!recordTypes.includes(type as RecordType)) return;
        expect(schemas.get(type!)!(value)).toBe(sayable.length === 0);
      }),
      { numRuns: RUNS * 3 },
    );
    expect(counts.right).toBeGreaterThan(RUNS / 4);
    expect(counts.wrong).toBeGreaterThan(RUNS / 2);
    expect(counts.beyond).toBeGreaterThan(RUNS / 100);
  });
});
