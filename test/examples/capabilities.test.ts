import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readExample, root } from './example.js';

/** A row of the table: one part of what represents a capability. */
interface Row {
  readonly id: string;
  readonly record: string;
  readonly pointer: string;
  /** `undefined` where the value is that nothing is there. */
  readonly value: unknown;
  readonly name: string;
}

type Records = Map<string, unknown>;

const table = readFileSync(join(root, 'docs/capabilities.md'), 'utf8');
const rowPattern = /^\| (C\d\d) \| (.*?) \| \[`(.+?)`\]\(.+?\) \| `(.+?)` \| (?:`(.+)`|\*absent\*) \|$/;

const lines = table.split('\n').filter((line) => line.startsWith('| C'));
const rows = lines.map((line): Row => {
  const [, id, , record, pointer, value] = rowPattern.exec(line) ?? [];
  if (id === undefined || record === undefined || pointer === undefined)
    throw new Error(`not a row: ${line}`);
  return {
    id,
    record,
    pointer,
    value: value === undefined ? undefined : JSON.parse(value),
    name: `${id} ${record}${pointer}`,
  };
});

const steps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const stepInto = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string, unknown>)[step]
    : undefined;

/** Whether the example represents what a row says it does. */
function holds({ record, pointer, value }: Row, records: Records): boolean {
  return isDeepStrictEqual(steps(pointer).reduce(stepInto, records.get(record)), value);
}

/** The example without the value of a row; for an absence, with something in its place. */
function without({ record, pointer, value }: Row, records: Records): Records {
  const changed = structuredClone(records.get(record));
  const path = steps(pointer);
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce(stepInto, changed) as Record<string, unknown> | unknown[];
  if (value === undefined) {
    if (Array.isArray(parent)) parent.splice(Number(last), 0, 'something');
    else parent[last] = 'something';
  } else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return new Map([...records, [record, changed]]);
}

describe('the table of capabilities', () => {
  let records: Records;
  beforeAll(async () => {
    records = new Map((await readExample()).records.map((record) => [record.id, record]));
  });

  it('has C01 to C40, in order, each with a title in its first row', () => {
    const ids = [...new Set(rows.map(({ id }) => id))];
    expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`));
    for (const id of ids) {
      const first = lines.find((line) => line.startsWith(`| ${id} |`)) ?? '';
      expect(rowPattern.exec(first)?.[2], id).not.toBe('');
    }
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
  });

  it('counts no prose', () => {
    const prose = new Set(['text', 'description', 'note', 'extensions']);
    expect(rows.filter(({ pointer }) => steps(pointer).some((step) => prose.has(step)))).toEqual([]);
    // nor prose inside a value that a row shows whole
    const keys = rows.flatMap(({ value }) => (JSON.stringify(value) ?? '').match(/"\w+"(?=:)/g) ?? []);
    expect(keys.filter((key) => prose.has(JSON.parse(key)))).toEqual([]);
  });

  it('names no part twice for one capability', () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('shows a value for every capability but C01, which is an absence', () => {
    const shown = new Set(rows.filter(({ value }) => value !== undefined).map(({ id }) => id));
    expect([...new Set(rows.map(({ id }) => id))].filter((id) => !shown.has(id))).toEqual(['C01']);
  });

  it('links every record to the file that it is in', () => {
    for (const line of lines) {
      const [, record, file] = /\[`(.+?)`\]\(\.\.\/(.+?)\)/.exec(line) ?? [];
      const text = readFileSync(join(root, file ?? ''), 'utf8');
      expect(text.replaceAll('"', ''), line).toMatch(
        new RegExp(`\\bid: ?${record?.replaceAll('.', '\\.')}(?![\\w-])`),
      );
    }
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s is in the example', (_, row) => {
    expect(steps(row.pointer).reduce(stepInto, records.get(row.record))).toEqual(row.value);
    expect(holds(row, records)).toBe(true);
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s fails once it is gone', (_, row) => {
    expect(holds(row, without(row, records))).toBe(false);
  });
});
