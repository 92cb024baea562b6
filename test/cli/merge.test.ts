import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cliFolder } from '../support/cli.js';
import { oneIn } from '../support/runs.js';
import { archiveFiles, writeFiles } from '../support/scale/archive.js';

const folder = cliFolder();

/** Checks an archive in shards; gives the codes that they ended with. */
async function shards(
  count: number,
  { options = [], only }: { options?: readonly string[]; only?: readonly number[] } = {},
): Promise<readonly number[]> {
  mkdirSync(join(folder.path, 'reports'), { recursive: true });
  const codes: number[] = [];
  for (const shard of only ?? Array.from({ length: count }, (_, index) => index + 1)) {
    const report = `reports/${shard}-of-${count}.ndjson`;
    const argv = ['check', '--shard', `${shard}/${count}`, '--report-file', report, ...options, 'archive'];
    const { code, stdout, stderr } = await folder.run(argv);
    expect([stdout, stderr.includes('\n')]).toEqual(['', true]);
    codes.push(code);
  }
  return codes;
}

/** What a merge of all reports gives. */
const merge = (...options: readonly string[]) => {
  const reports = readdirSync(join(folder.path, 'reports')).map((name) => `reports/${name}`);
  return folder.run(['merge', ...options, ...reports]);
};

const single = (...options: readonly string[]) => folder.run(['check', ...options, 'archive']);

const write = (files: Iterable<readonly [string, string | Uint8Array]>): void =>
  writeFiles(join(folder.path, 'archive'), new Map(files));

const article = (id: string, more: object = {}): string =>
  JSON.stringify({ type: 'article', id: `article:${id}`, ...more });

describe('a merge of shards', () => {
  const formats = ['pretty', 'compact', 'json', 'ndjson', 'github', 'gitlab', 'sarif', 'junit'];

  test.each([1, 2, 3, 7, 16])('of %d prints what a single check prints', async (count) => {
    write(archiveFiles());
    const codes = await shards(count);
    expect(new Set(codes)).toEqual(new Set([0]));
    for (const format of formats) {
      const options = ['--format', format, '--max', '9', '--max-per-code', '2'];
      expect(await merge(...options)).toEqual(await single(...options));
    }
    expect(await merge('--fail-on', 'warning', '-q')).toEqual(await single('--fail-on', 'warning', '-q'));
  });

  /** What may stand between two line feeds. */
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.nat(9).map((n) => article(`${n}`, { summary: 'x'.repeat(n) })) },
    {
      weight: 4,
      arbitrary: fc.record({ id: fc.nat(20), of: fc.nat(12) }).map(({ id, of }) =>
        JSON.stringify({
          type: 'claim',
          id: `claim:${id}`,
          text: 'Rain.',
          articleId: `article:${of}`,
          anchors: [{ exact: 'rain' }],
        }),
      ),
    },
    { weight: 2, arbitrary: fc.nat(9).map((n) => article(`${n}`, { body: { text: 'It may rain.' } })) },
    fc.constantFrom(
      '',
      ' ',
      '\r',
      '{"type":"article"',
      '{"type":"article","id":"article:é🙂","headlin":"é"}\r',
      'null',
      '[',
      ']',
      '{',
      '}',
      '[{"type":"article","id":"article:in-list"},',
      '"type": "article",',
      '\u2028',
      '\u00ef\u00bb\u00bf',
      '\uFEFF',
      '{"type":"article","id":"a","id":"b"}',
      article('wide', { summary: 'w'.repeat(3000) }),
    ),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 14 }), fc.boolean(), fc.boolean())
    .map(([lines, bom, last]) => `${bom ? '\uFEFF' : ''}${lines.join('\n')}${last ? '\n' : ''}`);
  const file = fc.oneof(
    { weight: 5, arbitrary: text.map((content) => ['ndjson', content] as const) },
    text.map((content) => ['jsonl.gz', gzipSync(content)] as const),
    text.map((content) => ['json', content] as const),
    fc.nat(9).map((n) => ['json', `[\n${article(`${n}`)},\n${article('b')}\n]\n`] as const),
    fc.nat(9).map((n) => ['yaml', `type: article\nid: article:${n}\n`] as const),
    fc.constant(['ndjson', ''] as const),
  );

  it('prints what a single check prints, whatever the files hold and however many shards there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 5 }),
        fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(40, 500)),
        fc.constantFrom('all', 'local', 'off'),
        async (files, count, refs) => {
          for (const name of ['archive', 'reports'])
            rmSync(join(folder.path, name), { recursive: true, force: true });
          write(files.map(([ending, content], index) => [`${index}.${ending}`, content]));
          await shards(count, { options: ['--refs', refs] });
          const options = ['--format', 'json'];
          expect(await merge(...options)).toEqual(await single(...options, '--refs', refs));
        },
      ),
      { numRuns: oneIn(20) },
    );
  }, 300_000);
});

describe('a merge of shards where the check itself is not complete', () => {
  const whole = article('a', { headlin: 'Rain' });
  test.each<[string, readonly (readonly [string, string | Uint8Array])[], string]>([
    [
      'a packed file that is cut off',
      [
        ['a.ndjson.gz', gzipSync(`${whole}\n`.repeat(99)).subarray(0, 60)],
        ['b.ndjson', whole],
      ],
      'archive',
    ],
    [
      'a version that is not known',
      [
        ['a.json', '{"schemaVersion":"9","records":[]}'],
        ['b.ndjson', whole],
      ],
      'archive',
    ],
    ['a path that leads nowhere', [['b.ndjson', whole]], 'archive/none.ndjson'],
    ['nothing that is data', [['b.txt', whole]], 'archive'],
  ])('says so as a single check does: %s', async (_, files, path) => {
    write(files);
    const paths = [path, 'archive'];
    mkdirSync(join(folder.path, 'reports'));
    for (const shard of [1, 2, 3]) {
      const argv = ['check', '--shard', `${shard}/3`, '--report-file', `reports/${shard}.ndjson`, ...paths];
      expect((await folder.run(argv)).stdout).toBe('');
    }
    const alone = await folder.run(['check', '--format', 'json', ...paths]);
    expect(alone.code).toBe(2);
    expect(await merge('--format', 'json')).toEqual(alone);
  });

  it('is clean where there is nothing in any file', async () => {
    write([
      ['a.ndjson', ''],
      ['b.ndjson', ''],
    ]);
    expect(await shards(3)).toEqual([0, 0, 0]);
    const merged = await merge('--format', 'json');
    expect(merged.code).toBe(0);
    expect(merged).toEqual(await single('--format', 'json'));
  });
});

describe('a merge with a configuration', () => {
  it('prints what a single check prints', async () => {
    write(archiveFiles());
    const suppression = { code: 'schema/date-time', files: ['archive/2023/**'], reason: 'they were so' };
    const config = {
      ignore: ['archive/2024/notes.yaml'],
      severities: { 'schema/unknown-key': 'warning', 'anchor/*': 'off' },
      overrides: [{ files: ['archive/2024/**'], severities: { 'schema/enum': 'note' } }],
      suppressions: [suppression, { ...suppression, recordId: 'article:none' }],
      failOn: 'warning',
    };
    folder.write('newsdomain.config.json', JSON.stringify(config, undefined, 2));
    await shards(4);
    for (const format of ['pretty', 'json']) {
      expect(await merge('--format', format)).toEqual(await single('--format', format));
    }
  });
});

describe('a merge where the files are not the ones that the shards read', () => {
  const files = (word: string): [string, Uint8Array][] => {
    const lines = Array.from({ length: 30 }, (_, n) => `${article(`${n}`, { headlin: word })}\n`).join('');
    return [
      ['a.ndjson', Buffer.from(lines)],
      ['b.ndjson.gz', gzipSync(lines, { level: 0 })],
      ['c.json', Buffer.from(article('c', { headlin: word }))],
      ['d.yaml', Buffer.from(`type: article\nid: article:d\nheadlin: ${word}\n`)],
    ];
  };
  const touch = (): void => {
    for (const [name] of files('Rain'))
      utimesSync(join(folder.path, 'archive', name), 1, Math.random() * 1e9);
  };
  const copy = (): void => {
    cpSync(join(folder.path, 'archive'), join(folder.path, 'copy'), { recursive: true });
    rmSync(join(folder.path, 'archive'), { recursive: true });
    renameSync(join(folder.path, 'copy'), join(folder.path, 'archive'));
  };

  it.each([
    // as on machines that were set up in the same way: the same inodes, other times
    ['have other times', touch],
    ['are copies', copy],
  ])('takes them for the same where they %s', async (_, change) => {
    write(files('Rain'));
    for (const only of [1, 2, 3]) {
      await shards(3, { only: [only] });
      change();
    }
    for (const format of ['json', 'pretty']) {
      expect(await merge('--format', format)).toEqual(await single('--format', format));
    }
  });

  it.each(files('Snow'))(
    'refuses them where one of the same size holds something else: %s',
    async (name, content) => {
      write(files('Rain'));
      await shards(3);
      copy();
      write([[name, content]]);
      const { code, stdout, stderr } = await merge();
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(`newsdomain: archive/${name} was changed since it was checked: check it again\n`);
    },
  );
});

describe('a merge refuses', () => {
  const record = (n: number): string => `${article(`${n}`, n % 4 === 0 ? { headlin: 'Rain' } : {})}\n`;
  const lines = Array.from({ length: 24 }, (_, n) => record(n)).join('');
  /** The reports of three shards of a small archive. */
  const threeReports = async (): Promise<void> => {
    write([['a.ndjson', lines]]);
    await shards(3);
  };
  const report = (shard: number, count = 3): string =>
    join(folder.path, `reports/${shard}-of-${count}.ndjson`);
  const refused = async (said: RegExp, ...options: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await merge(...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/^newsdomain: [^\n]+\n$/);
  };

  it.each([1, 2, 3])('what lacks a shard, and names the bytes: %d of 3', async (lost) => {
    await threeReports();
    rmSync(report(lost));
    const edge = (part: number): number => Math.floor((lines.length * part) / 3);
    const named = [lost - 1, lost].map((part) => edge(part).toLocaleString('en'));
    await refused(new RegExp(`shard ${lost} of 3 is missing: bytes ${named.join(' to ')} of `));
  });

  it('a shard that is given twice', async () => {
    await threeReports();
    cpSync(report(2), report(9));
    await refused(/2-of-3\.ndjson and reports\/9-of-3\.ndjson are both of shard 2 of 3/);
  });

  it('shards of another count', async () => {
    await threeReports();
    await shards(2);
    await refused(/./);
    for (const shard of [1, 2, 3]) rmSync(report(shard));
    renameSync(report(1, 2), report(1));
    await shards(3, { only: [3] });
    await refused(/./);
  });

  it.each<readonly string[]>([
    ['--refs', 'off'],
    ['--now', '2026-01-01T00:00:00Z'],
    ['--off', 'schema/unknown-key'],
    ['--type', 'article'],
    ['--known-ids', 'ids.txt'],
  ])('a shard with other options: %s %s', async (...options) => {
    folder.write('ids.txt', 'source:elsewhere\n');
    await threeReports();
    await shards(3, { options, only: [2] });
    await refused(/option|known|exist elsewhere/);
  });

  it('a shard with other known ids under the same name', async () => {
    folder.write('ids.txt', 'source:elsewhere\n');
    write([['a.ndjson', lines]]);
    await shards(3, { options: ['--known-ids', 'ids.txt'] });
    folder.write('ids.txt', 'source:other\n');
    await shards(3, { options: ['--known-ids', 'ids.txt'], only: [2] });
    await refused(/./);
  });

  it('a shard with another configuration, as far as that decides what is looked for', async () => {
    await threeReports();
    folder.write('newsdomain.config.json', '{"severities":{"schema/unknown-key":"off"}}');
    await shards(3, { only: [2] });
    await refused(/option severities/);
    await shards(3);
    folder.write('newsdomain.config.json', '{}');
    await refused(/severities/);
    // how bad a finding is, the merge decides
    await shards(3);
    folder.write('newsdomain.config.json', '{"severities":{"schema/unknown-key":"note"}}');
    expect(await merge()).toEqual(await single());
  });

  it.each([
    ['longer', `${lines}${record(99)}`],
    ['shorter', lines.slice(0, -1)],
    ['another of the same length', lines.replaceAll('Rain', 'Snow')],
  ])('a file that changed between two shards: %s', async (_, changed) => {
    await threeReports();
    write([['a.ndjson', changed]]);
    await shards(3, { only: [2] });
    await refused(/archive\/a\.ndjson|changed/);
  });

  it('a file that came or went between two shards', async () => {
    await threeReports();
    write([['b.ndjson', '']]);
    await shards(3, { only: [2] });
    await refused(/./);
    rmSync(join(folder.path, 'archive/b.ndjson'));
    write([['b.json', '{"type":"article","id":"article:b"}']]);
    await shards(3, { only: [2] });
    await refused(/./);
  });

  it('a report that is cut off, wherever that is', async () => {
    await threeReports();
    const before = folder.read('reports/2-of-3.ndjson');
    const bytes = Buffer.from(before);
    const ends = [...before.matchAll(/\n/g)].map(({ index }) => index);
    for (const end of new Set([
      0,
      1,
      7,
      bytes.length - 2,
      ...ends.slice(0, -1),
      ...ends.map((at) => at + 1).slice(0, -1),
    ])) {
      writeFileSync(report(2), bytes.subarray(0, end));
      await refused(/2-of-3\.ndjson/);
    }
  });

  it('a report of which a line is gone or a byte is another, or does as if it were not so', async () => {
    await threeReports();
    const alone = await single('--format', 'json');
    const before = folder.read('reports/2-of-3.ndjson');
    const all = before.split('\n');
    const changed = [
      ...all.slice(0, -1).map((_, index) => all.toSpliced(index, 1).join('\n')),
      ...all.slice(0, -1).map((one, index) => all.toSpliced(index, 0, one).join('\n')),
    ];
    for (const content of changed) {
      writeFileSync(report(2), content);
      const { code, stdout } = await merge('--format', 'json');
      expect([code, code === 2 ? '' : stdout]).toEqual(code === 2 ? [2, ''] : [alone.code, alone.stdout]);
    }
  });

  it('a report whose lines hold anything else, and never breaks', async () => {
    await threeReports();
    const all = folder.read('reports/2-of-3.ndjson').trimEnd().split('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.json(), async (lineAt, valueAt, other) => {
        const at = lineAt % all.length;
        const values = [...all[at]!.matchAll(/"(?:[^"\\]|\\.)*"|\d+|true|false|null|\[\]|\{\}/g)];
        const { index, 0: value } = values[valueAt % values.length]!;
        const changed = all[at]!.slice(0, index) + other + all[at]!.slice(index + value.length);
        writeFileSync(report(2), `${all.with(at, changed).join('\n')}\n`);
        expect((await merge()).code).not.toBe(70);
      }),
      { numRuns: oneIn(2) },
    );
  });

  it.each([
    ['nothing', ''],
    ['a line feed', '\n'],
    ['words', 'hello\n'],
    ['an object', '{}\n'],
    ['a list', '[]\n'],
    ['null', 'null\n'],
    ['an archive', lines],
    ['a prototype', '{"__proto__":{"version":1}}\n'],
    ['what is packed', gzipSync(lines)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
    ['great depth', `${'['.repeat(100_000)}\n`],
  ])('what is no report: %s', async (_, content) => {
    await threeReports();
    folder.write('reports/0.ndjson', content);
    await refused(/reports\/0\.ndjson/);
  });

  it('a report that is not there, a folder, and no report at all', async () => {
    await threeReports();
    for (const argv of [['none.ndjson'], ['reports'], []]) {
      const { code, stdout, stderr } = await folder.run(['merge', ...argv]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^newsdomain: /);
      expect(stderr).toContain(argv[0] ?? 'merge');
    }
  });
});

describe('newsdomain check --shard refuses', () => {
  test.each([
    '0/3',
    '4/3',
    'a/b',
    '1/0',
    '0/0',
    '-1/3',
    '1.5/3',
    '1/3/5',
    '1',
    '/3',
    '1/',
    '',
    '1e0/3',
    '0x1/3',
    '1/99999999999999999999',
  ])('%j', async (shard) => {
    write([['a.ndjson', article('a')]]);
    const { code, stdout, stderr } = await folder.run([
      'check',
      `--shard=${shard}`,
      '--report-file',
      'r',
      'archive',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--shard');
    expect(readdirSync(folder.path)).not.toContain('r');
  });

  test.each<readonly string[]>([
    ['--fix'],
    ['--fix', '--dry-run'],
    ['--baseline', 'b'],
    ['--baseline', 'b', '--update-baseline'],
    ['--changed'],
    ['-'],
  ])('%s %s', async (...options) => {
    write([['a.ndjson', article('a')]]);
    folder.write(
      'b',
      '# newsdomain baseline 1: findings that were there before they were looked for, one a line\n',
    );
    const argv = ['check', '--shard', '1/2', '--report-file', 'r', 'archive', ...options];
    const { code, stdout, stderr } = await folder.run(argv, { input: article('b') });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/is not for one shard|standard input cannot be cut/);
    expect(readdirSync(folder.path)).not.toContain('r');
  });

  it.each([
    ['.', 'r.ndjson'],
    ['archive/', 'archive/r'],
    ['archive/a.ndjson', './archive/a.ndjson'],
    ['../', 'r'],
  ])('to check %s with its report in %s, which would be checked too', async (path, report) => {
    write([['a.ndjson', article('a')]]);
    const argv = ['check', '--shard', '1/2', '--report-file', report, path];
    const { code, stdout, stderr } = await folder.run(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${report} would be among what is checked (${path})`);
    expect(folder.read('archive/a.ndjson')).toBe(article('a'));
  });

  it('to check anything where there is no folder for the report', async () => {
    write([['a.ndjson', '{']]);
    const argv = ['check', '--shard', '1/2', '--report-file', 'none/r.ndjson', 'archive'];
    const stderr = 'newsdomain: none/r.ndjson cannot be written: there is no folder none\n';
    expect(await folder.run(argv)).toEqual({ code: 2, stdout: '', stderr });
    folder.write('file', '');
    argv[4] = 'file/r.ndjson';
    expect((await folder.run(argv)).stderr).toContain('there is no folder file');
  });

  it('no report in a folder that is passed over, hidden or ignored', async () => {
    write([['a.ndjson', article('a')]]);
    folder.write('newsdomain.config.json', '{"ignore":["reports"]}');
    for (const place of ['.reports', 'reports', 'node_modules']) {
      for (const name of ['.reports', 'reports', 'node_modules'])
        mkdirSync(join(folder.path, name), { recursive: true });
      for (const shard of [1, 2]) {
        const argv = ['check', '--shard', `${shard}/2`, '--report-file', `${place}/${shard}.ndjson`, '.'];
        expect((await folder.run(argv)).code).toBe(0);
      }
      const merged = await folder.run([
        'merge',
        '--format',
        'json',
        `${place}/1.ndjson`,
        `${place}/2.ndjson`,
      ]);
      expect(merged).toEqual(await folder.run(['check', '--format', 'json', '.']));
    }
  });

  it('to be without a report, and a report to be without it', async () => {
    write([['a.ndjson', article('a')]]);
    for (const options of [
      ['--shard', '1/2'],
      ['--report-file', 'r'],
    ]) {
      const { code, stderr } = await folder.run(['check', ...options, 'archive']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/--report-file|--shard/);
    }
  });
});
