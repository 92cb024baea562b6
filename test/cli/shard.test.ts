import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli.js';
import { oneIn, RUNS } from '../support/runs.js';

const folder = cliFolder();

const id = fc.integer({ min: 0, max: 6 });

const article = fc.tuple(id, fc.boolean()).map(([n, told]) => ({
  type: 'article',
  id: `article:${n}`,
  ...(told ? { body: { text: 'Es hieß, „morgen“ werde es regnen. 🌧' } } : {}),
}));
const claim = fc.tuple(id, id, fc.constantFrom('morgen', 'gestern', 'regne')).map(([n, to, exact]) => ({
  type: 'claim',
  id: `claim:${n}`,
  text: 'Es regnet.',
  articleId: `article:${to}`,
  anchors: [{ exact }],
}));
const wrong = fc.constantFrom<object>(
  { type: 'article', id: 'article:0', headlin: 'x' },
  { type: 'event' },
  { type: 'entity', id: 'entity:a', kind: 'city', name: 'A', parentId: 'entity:a' },
);
const records = fc.array(fc.oneof(article, claim, claim, wrong), { maxLength: 12 });

const line = fc.oneof(
  { weight: 9, arbitrary: fc.oneof(article, claim, wrong).map((one) => JSON.stringify(one)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '\r',
      '{"type":"article","id":"article:cut"',
      'nothing',
      '{"type":"article",\n"id":"a"}',
    ),
  },
);
const ndjson = fc
  .tuple(fc.constantFrom('', '', '\ufeff', '[\n'), fc.array(line, { maxLength: 25 }), fc.boolean())
  .map(([before, lines, ends]) => `${before}${lines.join('\n')}${ends ? '\n' : ''}`);

/** Files by their names. */
const files = fc
  .record(
    {
      'b.ndjson': ndjson,
      'a.ndjson': ndjson,
      'list.json': records.map((all) => JSON.stringify(all, null, 1)),
      'dataset.json': records.map((all) => JSON.stringify({ schemaVersion: '1', records: all })),
      'one.yaml': article.map((one) => `# one\n${JSON.stringify(one)}\n`),
      'packed.ndjson.gz': ndjson.map((text) => gzipSync(text)),
      'empty.ndjson': fc.constant(''),
      'notes.txt': fc.constant('no data'),
    },
    { requiredKeys: ['b.ndjson'] },
  )
  .map((all) => Object.entries(all) as [string, string | Uint8Array][]);

const clear = (): void => {
  for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name), { recursive: true });
};

/** Checks all shards and merges their reports. */
async function inShards(count: number, checking: readonly string[], merging: readonly string[]) {
  const reports = Array.from({ length: count }, (_, index) => `reports/${count}-${index + 1}.ndjson`);
  folder.write('reports/note.txt', 'what is checked lies elsewhere');
  for (const [index, report] of reports.entries()) {
    const { stdout } = await folder.run([
      ...['check', 'data', '--shard', `${index + 1}/${count}`, '--report-file', report],
      ...checking,
    ]);
    expect(stdout).toBe('');
  }
  // in whatever order they come
  return folder.run(['merge', ...reports.reverse(), ...merging]);
}

describe('shards that are merged', () => {
  it('say what one check says, to the byte, however many they are', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('json', 'pretty', 'compact', 'sarif'),
        fc.constantFrom('all', 'local', 'off'),
        async (all, count, format, refs) => {
          clear();
          for (const [name, content] of all) folder.write(`data/${name}`, content);
          const one = await folder.run(['check', 'data', '--refs', refs, '--format', format]);
          if (one.code === 1) found++;
          expect(await inShards(count, ['--refs', refs], ['--format', format])).toEqual(one);
        },
      ),
      { numRuns: oneIn(5) },
    );
    expect(found).toBeGreaterThan(RUNS / 20);
  });

  it('go by the configuration, the baseline and the known ids as one check does', async () => {
    const claims = Array.from({ length: 40 }, (_, n) => ({
      ...{ type: 'claim', id: `claim:${n}`, text: 'x', articleId: `article:${n % 5}` },
      ...(n % 7 === 0 ? { urgency: 99 } : {}),
    }));
    const write = (some: readonly object[]): void =>
      folder.write('data/claims.ndjson', some.map((one) => `${JSON.stringify(one)}\n`).join(''));
    folder.write('data/skipped/x.json', '{');
    folder.write('ids.txt', 'article:0\narticle:1\n');
    folder.write(
      'newsdomain.config.json',
      JSON.stringify({
        ignore: ['data/skipped'],
        severities: { 'schema/*': 'warning', 'claim/*': 'off' },
        overrides: [{ files: ['data/*.ndjson'], severities: { 'reference/dangling': 'warning' } }],
        suppressions: [
          { code: 'reference/dangling', recordId: 'claim:2', reason: 'known' },
          { code: 'reference/cycle', reason: 'not there' },
        ],
        knownIds: ['ids.txt'],
        failOn: 'warning',
      }),
    );
    write(claims.slice(0, 20));
    await folder.run(['check', 'data', '--baseline', 'base.ndjson', '--update-baseline']);
    write(claims);
    const ways = [[], ['--severity', 'reference/*=note'], ['--baseline', 'base.ndjson']];
    for (const options of ways) {
      const one = await folder.run(['check', 'data', '--format', 'json', ...options]);
      const checking = options.includes('--baseline') ? [] : options;
      expect(await inShards(3, checking, ['--format', 'json', ...options])).toEqual(one);
    }
    const now = ['--now', '2030-01-01T00:00:00Z', '--type', 'claim'];
    const one = await folder.run(['check', 'data', '--format', 'json', ...now]);
    expect(await inShards(2, now, ['--format', 'json'])).toEqual(one);
  });

  it('are refused where the merge is told of other severities, or other ids', async () => {
    folder.write('data/a.ndjson', '{"type":"article","id":"article:a"}\n');
    folder.write('ids.txt', 'article:b\n');
    const others = await inShards(2, [], ['--off', 'claim/*']);
    expect([others.code, others.stdout, others.stderr]).toEqual([
      2,
      '',
      'newsdomain: the shards were checked with other severities: give the same configuration and options to the merge\n',
    ]);
    const known = await inShards(2, [], ['--known-ids', 'ids.txt']);
    expect([known.code, known.stdout, known.stderr]).toEqual([
      2,
      '',
      'newsdomain: the shards were checked with other known ids: name the same files with --known-ids\n',
    ]);
  });
});
