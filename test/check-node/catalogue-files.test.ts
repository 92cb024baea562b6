import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/check/catalogue/catalogue.js';
import { exitCodeOf } from '../../src/check/diagnostic.js';
import { checkFiles } from '../../src/node.js';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'newsdomain-'));
  mkdirSync(join(cwd, 'data'));
  const record = '{"type":"article","id":"article:a"}\n';
  writeFileSync(join(cwd, 'data/article.json'), record);
  writeFileSync(join(cwd, 'wrong.ndjson'), '{"typ":"article"}\n'.repeat(5));
  symlinkSync(join(cwd, 'loop.json'), join(cwd, 'loop.json'));
  writeFileSync(join(cwd, 'cut.ndjson.gz'), gzipSync(record.repeat(100)).subarray(0, 30));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** How each code about files comes about. */
const situations: Readonly<Record<string, readonly [path: string, options?: object]>> = {
  'io/not-found': ['data/articel.json'],
  'io/unreadable': ['loop.json'],
  'io/no-files': ['data/*.jsn'],
  'io/truncated': ['cut.ndjson.gz'],
  'io/too-large': ['data/article.json', { maxBytes: 10 }],
  'io/too-many-findings': ['wrong.ndjson', { maxFindings: 2 }],
};

/** Held by tests of their own: a file must change while it is read, and a configuration must be there. */
const elsewhere = ['config/unused-suppression', 'io/changed'];

describe('the codes about files', () => {
  it('are all held to what makes them', () => {
    const codes = catalogue.filter(({ bad }) => 'command' in bad).map(({ code }) => code);
    expect([...Object.keys(situations), ...elsewhere].sort()).toEqual(codes);
  });

  it.each(Object.entries(situations))('%s', async (code, [path, options]) => {
    const report = await checkFiles([path], { cwd, ...options }).report();
    expect(report.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(exitCodeOf(report)).toBe(2);
  });

  it('are not there where the files are', async () => {
    const report = await checkFiles(['data/article.json', 'data/*.json'], { cwd }).report();
    expect([report.diagnostics, exitCodeOf(report)]).toEqual([[], 0]);
  });
});
