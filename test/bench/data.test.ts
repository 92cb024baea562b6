import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkText } from '../../src/check.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';
import { recordsOf } from './five-kilobytes.mjs';
import { newsRecords, writeArchive } from './generate-news.mjs';

const folder = mkdtempSync(join(tmpdir(), 'newsdomain-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (how: object) => {
  const file = join(folder, 'archive');
  const said = writeArchive(file, { megabytes: 0.6, ...how });
  return { ...said, text: readFileSync(file, 'utf8') };
};

describe('an archive', () => {
  test.each([{}, { bodies: false }, { invalid: 0.05 }, { array: true }, { ascii: true }])(
    'is the same for the same arguments: %o',
    (how) => {
      const [one, other] = [written(how), written(how)];
      expect(other.text).toBe(one.text);
      expect(written({ ...how, seed: 2 }).text).not.toBe(one.text);
    },
  );

  test('is what it is said to be', () => {
    const { records, bytes, sha256, text } = written({ array: true });
    expect(JSON.parse(text)).toHaveLength(records);
    expect(bytes).toBe(statSync(join(folder, 'archive')).size);
    expect(bytes).toBeGreaterThan(600_000);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test.each([{}, { bodies: false }])('has nothing wrong in it: %o', (how) => {
    const { text, records } = written(how);
    const { diagnostics, summary } = checkText(text, { file: 'archive.ndjson' });
    expect(diagnostics).toEqual([]);
    expect(summary.records).toBe(records);
  });

  test('has mistakes in one record of twenty where it is to have them', () => {
    const { text, records } = written({ bodies: false, invalid: 0.05 });
    const { diagnostics } = checkText(text, { file: 'archive.ndjson' });
    const wrong = new Set(diagnostics.map(({ line }) => line));
    // some make others wrong, and sources, entities and events are never spoilt
    expect(wrong.size / records).toBeGreaterThan(0.02);
    expect(wrong.size / records).toBeLessThan(0.12);
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBeGreaterThan(5);
  });

  test('refers to places in code points', () => {
    let anchors = 0;
    for (const record of newsRecords({ seed: 3 })) {
      if (record.type !== 'article') continue;
      const points = Array.from(record.body.text);
      for (const { anchor } of record.mentions) {
        expect(points.slice(anchor.start, anchor.end).join('')).toBe(anchor.exact);
        anchors++;
      }
      if (anchors >= 50) break;
    }
  });
});

describe('records of 5 kB', () => {
  test('are there for every type', () => {
    expect(Object.keys(recordsOf()).sort()).toEqual([...recordTypes].sort());
  });

  test.each(Object.entries(recordsOf()))('are right: %s', (type, records) => {
    for (const record of records as readonly unknown[]) {
      expect(recordSchemas[type as RecordType].safeParse(record).error?.issues).toBeUndefined();
      expect(JSON.stringify(record).length).toBeGreaterThan(4_500);
      expect(JSON.stringify(record).length).toBeLessThan(5_500);
    }
  });
});
