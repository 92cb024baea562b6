import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CheckFilesOptions, checkFiles, readDataset } from '../../src/node.js';

const article = '{"type":"article","id":"article:a"}';
let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'newsdomain-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
};
const stdin = async function* (...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
};
const check = (paths: string[], options?: CheckFilesOptions) =>
  checkFiles(paths, { cwd, ...options }).report();
/** Every diagnostic as `file code`. */
const told = async (paths: string[], options?: CheckFilesOptions) =>
  (await check(paths, options)).diagnostics.map(({ file, code }) => `${file} ${code}`);

describe('what is a data file', () => {
  it('in a folder: by its ending, but no hidden file and no tool of other programs', async () => {
    const bad = '[1]';
    write({
      'data/a.json': bad,
      'data/b.ndjson': '1\n',
      'data/c.jsonl': '1\n',
      'data/d.yaml': '- 1',
      'data/e.yml': '- 1',
      'data/f.json.gz': gzipSync(bad),
      'data/deep/er/g.JSON': bad,
      'data/notes.txt': bad,
      'data/.hidden.json': bad,
      'data/.git/h.json': bad,
      'data/node_modules/i.json': bad,
      'data/package.json': bad,
      'data/package-lock.json': bad,
      'data/tsconfig.build.json': bad,
      'data/newsdomain.config.json': bad,
    });
    const report = await check(['data']);
    expect(report.diagnostics.map(({ file }) => file)).toEqual(
      ['a.json', 'b.ndjson', 'c.jsonl', 'd.yaml', 'deep/er/g.JSON', 'e.yml', 'f.json.gz'].map(
        (name) => `data/${name}`,
      ),
    );
    expect(report.summary).toMatchObject({ files: 7, skipped: 8, complete: true });
  });

  it('is every path that is named', async () => {
    write({ 'evil.js': 'process.exit(99)', '.hidden.json': '[1]', 'package.json': '[1]', noending: '[1]' });
    expect(await told(['evil.js', '.hidden.json', 'package.json', 'noending'])).toEqual([
      '.hidden.json schema/type',
      'evil.js syntax/invalid',
      'noending schema/type',
      'package.json schema/type',
    ]);
  });

  it('is what a pattern matches, as in a folder', async () => {
    write({ 'a/x.json': '[1]', 'a/y.txt': '[1]', 'b/x.json': '[1]', 'b/node_modules/x.json': '[1]' });
    expect(await told(['*/x.*', 'a/*'])).toEqual(['a/x.json schema/type', 'b/x.json schema/type']);
  });

  it('is a file whose name looks like a pattern', async () => {
    write({ 'a[1].json': '[1]' });
    expect(await told(['a[1].json'])).toEqual(['a[1].json schema/type']);
  });
});

describe('what cannot be checked', () => {
  it.each([
    ['nothing.json', 'io/not-found'],
    ['empty', 'io/no-files'],
    ['*.json', 'io/no-files'],
    ['text/*', 'io/no-files'],
  ])('%s is %s, and the check is not complete', async (path, code) => {
    mkdirSync(join(cwd, 'empty'));
    write({ 'text/a.txt': '' });
    const report = await check([path]);
    expect(report.diagnostics.map((one) => [one.file, one.code])).toEqual([[path, code]]);
    expect(report.summary.complete).toBe(false);
  });

  it('a link that leads nowhere', async () => {
    write({ 'data/a.json': article });
    symlinkSync(join(cwd, 'gone'), join(cwd, 'data/b.json'));
    expect(await told(['data'])).toEqual(['data/b.json io/unreadable']);
  });

  it('links that lead to each other', async () => {
    symlinkSync(join(cwd, 'b.json'), join(cwd, 'a.json'));
    symlinkSync(join(cwd, 'a.json'), join(cwd, 'b.json'));
    expect(await told(['a.json'])).toEqual(['a.json io/unreadable']);
  });

  it.skipIf(process.getuid?.() === 0)('a file without the right to read it', async () => {
    write({ 'a.json': article });
    chmodSync(join(cwd, 'a.json'), 0);
    expect(await told(['a.json'])).toEqual(['a.json io/unreadable']);
  });

  it('a gzip file that ends too early: its whole records are checked', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, index) => `{"type":"article","id":"a${index * 7919}","x":1}\n`,
    );
    const packed = gzipSync(lines.join(''));
    write({ 'a.ndjson.gz': packed.subarray(0, packed.length / 2) });
    const report = await check(['a.ndjson.gz']);
    expect(report.summary.complete).toBe(false);
    expect(report.diagnostics.filter(({ code }) => code === 'io/truncated').length).toBe(1);
    expect(report.diagnostics.filter(({ code }) => code === 'schema/unknown-key').length).toBeGreaterThan(
      500,
    );
    expect(report.diagnostics.length).toBe(report.summary.records + 1);
  });

  it('a JSON document in a gzip file that ends too early is one mistake', async () => {
    write({ 'a.json.gz': gzipSync(article).subarray(0, 30) });
    expect(await told(['a.json.gz'])).toEqual(['a.json.gz io/truncated']);
  });

  it('a damaged gzip file', async () => {
    const packed = gzipSync(article.repeat(100));
    packed.fill(0xff, 20, 30);
    write({ 'a.json.gz': packed });
    expect(await told(['a.json.gz'])).toEqual(['a.json.gz io/unreadable']);
  });

  it('a gzip file that unpacks to more than the limit, without unpacking all of it', async () => {
    write({
      'bomb.json.gz': gzipSync(Buffer.alloc(64 * 1024 * 1024, '[')),
      'big.json': ' '.repeat(3_000_000),
    });
    expect(await told(['bomb.json.gz', 'big.json'], { maxBytes: 2_000_000 })).toEqual([
      'big.json io/too-large',
      'bomb.json.gz io/too-large',
    ]);
  });

  it('YAML of more than 8 MB', async () => {
    write({ 'a.yaml': '# \n'.repeat(3_000_000) });
    const report = await check(['a.yaml']);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['io/too-large']);
    expect(report.summary.complete).toBe(false);
  });

  it('does not hide what else is wrong', async () => {
    write({ 'a.json': '[1]' });
    expect(await told(['a.json', 'b.json'])).toEqual(['a.json schema/type', 'b.json io/not-found']);
  });
});

describe('files', () => {
  it('may be gzip, whatever they are called', async () => {
    write({ 'a.json.gz': gzipSync('[1]'), 'b.ndjson': gzipSync('1\n') });
    expect(await told(['a.json.gz', 'b.ndjson'])).toEqual(['a.json.gz schema/type', 'b.ndjson schema/type']);
  });

  it('give places in the unpacked text', async () => {
    write({ 'a.json.gz': gzipSync(`\n[${article},1]`) });
    expect((await check(['a.json.gz'])).diagnostics[0]).toMatchObject({
      line: 2,
      column: 38,
      byteOffset: 38,
    });
  });

  it('that are named twice are checked once', async () => {
    write({ 'data/a.json': article });
    symlinkSync(join(cwd, 'data/a.json'), join(cwd, 'data/b.json'));
    const report = await check(['data', './data', 'data/a.json', 'data/*.json', join(cwd, 'data/a.json')]);
    expect(report.diagnostics).toEqual([]);
    expect(report.summary.files).toBe(1);
  });

  it('in a folder that links to itself are checked once', async () => {
    write({ 'data/sub/a.json': '[1]' });
    symlinkSync(join(cwd, 'data'), join(cwd, 'data/sub/loop'));
    expect(await told(['data'])).toEqual(['data/sub/a.json schema/type']);
    expect(await told(['data/**/*.json'])).toEqual(['data/sub/a.json schema/type']);
  });

  it('give the same report in any order', async () => {
    write({ 'a.json': article, 'b.json': article, 'c/d.json': '[1]' });
    const reports = await Promise.all(
      [
        ['a.json', 'b.json', 'c'],
        ['c', 'b.json', 'a.json'],
        ['b.json', 'c', 'no', 'a.json'].filter((name) => name !== 'no'),
      ].map(async (paths) => JSON.stringify(await check(paths))),
    );
    expect(new Set(reports).size).toBe(1);
    expect(reports[0]).toContain('reference/duplicate-id');
  });
});

describe('standard input', () => {
  it('is named <stdin> and guessed', async () => {
    expect(await told(['-'], { stdin: stdin('type: art', 'icle\n') })).toEqual(['<stdin> schema/required']);
  });

  it('goes by the name that it is given', async () => {
    const options = { stdin: stdin('1\n2\n'), stdinName: 'feed.ndjson' };
    expect(await told(['-'], options)).toEqual(['feed.ndjson schema/type', 'feed.ndjson schema/type']);
  });

  it('may be gzip', async () => {
    const packed = (async function* () {
      yield gzipSync('[1]');
    })();
    expect(await told(['-'], { stdin: packed })).toEqual(['<stdin> schema/type']);
  });
});

describe('readDataset', () => {
  it('joins all layouts', async () => {
    write({
      'a.json': `{"schemaVersion":"1","records":[${article}]}`,
      'b.ndjson': '{"type":"claim","id":"claim:a","text":"It rained.","articleId":"article:a"}\n',
      'c.yaml':
        '---\n- type: source\n  id: source:a\n  kind: outlet\n  name: NO\n---\ntype: claim\nid: claim:b\ntext: x\n',
    });
    const dataset = await readDataset(['.'], { cwd });
    expect(dataset.records.length).toBe(4);
    expect(dataset.find('source', 'source:a')?.name).toBe('NO');
    expect(dataset.referencesTo('article:a').map(({ from }) => from.id)).toEqual(['claim:a']);
  });

  it('supplies a type', async () => {
    const dataset = await readDataset(['-'], { stdin: stdin('{"id":"a"}\n{"id":"b"}\n'), type: 'article' });
    expect(dataset.articles.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('says what is wrong and where', async () => {
    write({ 'a.json': '[{"type":"article"}]' });
    await expect(readDataset(['a.json', 'b.json'], { cwd })).rejects.toMatchObject({
      name: 'DatasetReadError',
      code: 'invalid-files',
      message: expect.stringContaining(
        'a.json:1:2: required key "id" is missing [schema/required]\n  b.json: ',
      ),
      report: { summary: { errors: 2 } },
    });
  });
});
