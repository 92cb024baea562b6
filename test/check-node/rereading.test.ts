import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodeOf, formatDiagnostics } from '../../src/check.js';
import { checkFiles } from '../../src/node.js';
import { fuzz } from '../support/fuzz.js';
import { mutate, mutation } from '../support/mutations.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'newsdomain-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});
const path = (name: string): string => join(cwd, name);

const claim = '{"type":"claim","id":"claim:a","text":"x","articleId":"article:a"}\n';
const padding = Array.from(
  { length: 3000 },
  (_, id) => `{"type":"article","id":"pad${id}","headline":"${'é'.repeat(200)}"}\n`,
).join('');
const text = `${padding}${claim}`;

describe('a finding over several records', () => {
  it('has its place and its line wherever the text came from', async () => {
    writeFileSync(path('a.ndjson'), text);
    writeFileSync(path('b.ndjson.gz'), gzipSync(text));
    const stdin = (async function* () {
      for (let at = 0; at < text.length; at += 100_000) yield Buffer.from(text.slice(at, at + 100_000));
    })();
    for (const [paths, options] of [
      [['a.ndjson'], {}],
      [['b.ndjson.gz'], {}],
      [['-'], { stdin }],
    ] as const) {
      const check = checkFiles(paths, { cwd, ...options });
      const report = await check.report();
      expect(report.diagnostics).toMatchObject([
        { code: 'reference/dangling', line: 3001, column: 55, byteOffset: Buffer.byteLength(padding) + 54 },
      ]);
      const pretty = formatDiagnostics(report, 'pretty', {
        excerpt: await check.excerpts(report.diagnostics),
      });
      expect(pretty).toContain('3001 | {"type":"claim"');
    }
  });

  it('in packed text is shown with its line when references are off, too', async () => {
    writeFileSync(path('b.ndjson.gz'), gzipSync(`${padding}{"type":"article","id":"a","x":1}\n`));
    const check = checkFiles(['b.ndjson.gz'], { cwd, refs: 'off' });
    const report = await check.report();
    const pretty = formatDiagnostics(report, 'pretty', { excerpt: await check.excerpts(report.diagnostics) });
    expect(pretty).toContain('3001 | {"type":"article","id":"a","x":1}');
  });
});

describe('a file that changes while it is checked', () => {
  it.each([
    ['grows', () => appendFileSync(path('a.ndjson'), claim)],
    ['is touched', () => utimesSync(path('a.ndjson'), 1, 1)],
    [
      'is replaced',
      () => {
        rmSync(path('a.ndjson'));
        writeFileSync(path('a.ndjson'), text);
      },
    ],
    ['is removed', () => rmSync(path('a.ndjson'))],
  ])('because it %s, is told', async (_, change) => {
    writeFileSync(path('a.ndjson'), text);
    writeFileSync(path('b.json'), '[]');
    const report = await checkFiles(['a.ndjson', 'b.json'], {
      cwd,
      // The second file is read when the first has been.
      onFile: (name) => {
        if (name === 'b.json') change();
      },
    }).report();
    expect(exitCodeOf(report)).toBe(2);
    expect(report.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['io/changed', null],
      ['reference/dangling', 3001],
    ]);
  });
});

describe('any gzip', () => {
  it('is checked without a crash', async () => {
    const packed = [gzipSync(text), gzipSync(claim), gzipSync(`[${claim},${claim}]`)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...packed),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('a.ndjson.gz', 'a.json.gz', 'a.yaml.gz', 'a'),
        async (bytes, mutations, name) => {
          writeFileSync(path(name), mutate(bytes, mutations));
          expect([0, 1, 2]).toContain(exitCodeOf(await checkFiles([name], { cwd }).report()));
          rmSync(path(name));
        },
      ),
      { ...fuzz, numRuns: Math.min(fuzz.numRuns, 100) },
    );
  });
});
