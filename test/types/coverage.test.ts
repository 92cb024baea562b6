import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

/** Interfaces that others extend, whose fields are compared as part of those, and what is no data. */
const apart = new Set(['RecordBase', 'EntityBase', 'ScheduledEventBase', 'RecordsByType', 'ParseOptions']);

test('every interface of the records is compared with what its schema gives', () => {
  const compared = readFileSync('test/types/records.test-d.ts', 'utf8').replace(/\s+/g, '');
  const interfaces = globSync('src/records/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export interface (\w+)/gm)].map(([, name]) => name!),
  );
  expect(interfaces.length).toBeGreaterThan(50);
  const isCompared = (name: string): boolean => new RegExp(`,${name}(?:<\\w+>)?>>\\(true\\)`).test(compared);
  expect(interfaces.filter((name) => !apart.has(name) && !isCompared(name))).toEqual([]);
});
