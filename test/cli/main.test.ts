import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'newsdomain-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

async function run(argv: readonly string[], change: Partial<CommandIo> & { input?: string } = {}) {
  let stdout = '';
  let stderr = '';
  const { input = '', ...io } = change;
  const code = await main(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    writeFile: (path, pieces) => writeFile(path, pieces),
    appendFile: (path, text) => appendFile(path, text),
    env: {},
    cwd,
    packageRoot: new URL('../../', import.meta.url),
    columns: undefined,
    ...io,
  });
  return { code, stdout, stderr };
}

const good = '{"type":"article","id":"article:a"}';
const bad = '{"type":"article","id":"article:a","headlin":"x"}';
const claim = '{"type":"claim","id":"claim:a","text":"x","articleId":"article:far"}';

describe('check: exit codes', () => {
  beforeEach(() => {
    write('good.json', good);
    write('bad.json', bad);
    write('bom.json', `\ufeff${good}`);
    write('future.json', '{"schemaVersion":"99","records":[]}');
    write('cut.json', '{"type":"article",');
  });

  it.each([
    [['good.json'], 0],
    [['bad.json'], 1],
    [['cut.json'], 1],
    [['bom.json'], 0],
    [['bom.json', '--fail-on', 'warning'], 1],
    [['future.json'], 2],
    [['none.json'], 2],
    [['bad.json', 'none.json'], 2],
    [['none/*.json'], 2],
    [[], 2],
    [['good.json', '--nonsense'], 2],
    [['--help'], 0],
  ])('%j is %d', async (argv, code) => {
    expect((await run(['check', ...argv])).code).toBe(code);
  });

  it('70 when the program itself fails, without a stack', async () => {
    const stdout = () => {
      throw new Error('boom');
    };
    const { code, stderr } = await run(['check', 'bad.json'], { stdout });
    expect(code).toBe(70);
    expect(stderr).toBe(
      'newsdomain: internal fault: boom\nThis is a mistake of newsdomain, not of your data.\n',
    );
  });

  it('2 when a report cannot be written, and the findings are shown all the same', async () => {
    const { code, stdout, stderr } = await run([
      'check',
      'bad.json',
      '--format',
      'compact',
      '--format',
      'json=no/where.json',
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('schema/unknown-key');
    expect(stderr).toContain('newsdomain: cannot write no/where.json (ENOENT)\n');
  });
});

/** What is said where nobody says what time it is. */
const withoutClock = 'not run: time/occurred-in-future, time/past-but-planned, time/published-in-future\n';

describe('check: output', () => {
  it('findings go to standard output, the summary to standard error', async () => {
    write('bad.json', bad);
    expect(await run(['check', 'bad.json', '--format', 'compact'])).toEqual({
      code: 1,
      stdout:
        'bad.json:1:36: schema/unknown-key unknown key "headlin"; did you mean "headline"? [article:a]\n',
      stderr: `1 record in 1 file: 1 error\n${withoutClock}`,
    });
  });

  it('is silent about clean data but for the summary, and silent altogether with --quiet', async () => {
    write('good.json', good);
    expect(await run(['check', 'good.json'])).toEqual({
      code: 0,
      stdout: '',
      stderr: `1 record in 1 file: no findings\n${withoutClock}`,
    });
    expect(await run(['check', '-q', 'good.json'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('is pretty by default', async () => {
    write('bad.json', bad);
    expect((await run(['check', 'bad.json'])).stdout).toContain(
      '  |                                    ^^^^^^^^^\n',
    );
  });

  it('may go to several formats at once', async () => {
    write('bad.json', bad);
    const { stdout } = await run([
      'check',
      'bad.json',
      '--format',
      'compact',
      '--format',
      'json=report.json',
    ]);
    const report = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ version: 1, summary: { errors: 1 }, diagnostics: [{ file: 'bad.json' }] });
    expect(stdout.split('\n').length).toBe(2);
  });

  it('is capped for people and whole for machines', async () => {
    write(
      'many.json',
      `[${Array.from({ length: 100 }, (_, index) => `{"type":"article","id":"a${index}","x":1}`).join()}]`,
    );
    const compact = await run(['check', 'many.json', '--format', 'compact', '--max-per-code', '2']);
    expect(compact.stdout.split('\n').length).toBe(4);
    expect(compact.stdout).toContain('100 × schema/unknown-key at /x; showing 2\n');
    expect(compact.stderr).toBe(`100 records in 1 file: 100 errors\n${withoutClock}`);
    const whole = await run(['check', 'many.json', '--format', 'json', '--max', '1']);
    expect(JSON.parse(whole.stdout).diagnostics.length).toBe(100);
  });

  it.each<[Partial<CommandIo>, string[], boolean]>([
    [{ columns: undefined }, [], false],
    [{ columns: 80 }, [], true],
    [{ columns: 80, env: { NO_COLOR: '1' } }, [], false],
    [{ columns: 80, env: { NO_COLOR: '' } }, [], true],
    [{ columns: 80, env: { TERM: 'dumb' } }, [], false],
    [{ columns: undefined, env: { FORCE_COLOR: '1' } }, [], true],
    [{ columns: 80, env: { FORCE_COLOR: '0' } }, [], false],
    [{ columns: undefined, env: { NO_COLOR: '1' } }, ['--color', 'always'], true],
    [{ columns: 80, env: { FORCE_COLOR: '1' } }, ['--color=never'], false],
  ])('with %j and %j is in colour: %s', async (io, argv, coloured) => {
    write('bad.json', bad);
    expect((await run(['check', 'bad.json', ...argv], io)).stdout.includes('\u001b[')).toBe(coloured);
  });

  it('never lets a report in a file be in colour', async () => {
    write('bad.json', bad);
    await run(['check', 'bad.json', '--color', 'always', '--format', 'pretty=out.txt']);
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toContain('\u001b[');
  });

  it('is as wide as the terminal', async () => {
    write('bad.json', `{"headlin":"${'x'.repeat(500)}","type":"article","id":"a"}`);
    const widest = async (columns: number) => {
      const { stdout } = await run(['check', 'bad.json', '--color', 'never'], { columns });
      return Math.max(...stdout.split('\n').map((line) => (line.includes(' |') ? line.length : 0)));
    };
    expect([await widest(60), await widest(100), await widest(300)]).toEqual([60, 100, 120]);
  });
});

describe('check: options', () => {
  it('- reads standard input', async () => {
    const { stdout, code } = await run(['check', '-', '--format', 'compact'], { input: bad });
    expect(stdout).toMatch(/^<stdin>:1:36: /);
    expect(code).toBe(1);
    const named = await run(['check', '-', '--stdin-name', 'a.yaml', '--format', 'compact'], {
      input: 'type: article',
    });
    expect(named.stdout).toMatch(/^a\.yaml:1:1: /);
  });

  it('--input says how to read', async () => {
    write('data.txt', `${good}\n${bad}\n`);
    const { stdout } = await run([
      'check',
      'data.txt',
      '--input',
      'ndjson',
      '--refs',
      'off',
      '--format',
      'compact',
    ]);
    expect(stdout).toMatch(/^data\.txt:2:36: schema\/unknown-key/);
  });

  it('--type supplies the type', async () => {
    expect((await run(['check', '-', '--type', 'article'], { input: '{"id":"a"}' })).code).toBe(0);
  });

  it('--refs and --known-ids say what references lead to', async () => {
    write('ids.txt', '# not an id of anything\narticle:near\r\n\r\n  article:far  \r\n');
    const codes = async (...argv: string[]) => (await run(['check', '-', ...argv], { input: claim })).code;
    expect(await codes()).toBe(1);
    expect(await codes('--refs', 'off')).toBe(0);
    expect(await codes('--refs=local')).toBe(1);
    expect(await codes('--known-ids', 'ids.txt')).toBe(0);
    expect(await codes('--known-ids', 'none.txt')).toBe(2);
  });

  it('--refs off is told', async () => {
    const { stderr } = await run(['check', '-', '--refs', 'off'], { input: good });
    expect(stderr).toMatch(/^not run: \d\d? rules; the json format lists them$/m);
  });

  it('-- ends the options', async () => {
    write('--type', good);
    expect((await run(['check', '--', '--type'])).code).toBe(0);
  });

  it('gives the same bytes for any order of paths', async () => {
    mkdirSync(join(cwd, 'data'));
    write('data/a.json', bad);
    write('b.json', bad);
    const first = await run(['check', 'data', 'b.json', '--format', 'json']);
    expect(await run(['check', 'b.json', 'data', '--format', 'json'])).toEqual(first);
  });

  it.each([
    [['--formt', 'json'], 'unknown option --formt; did you mean --format?'],
    [['--zzz'], 'unknown option --zzz'],
    [['-x'], 'unknown option -x'],
    [['--format'], 'option --format needs a value: name[=file]'],
    [['--format', '--quiet'], 'option --format needs a value: name[=file]'],
    [['--format', 'jsn'], 'option --format: "jsn" is not known; did you mean json?'],
    [['--format', 'json='], 'option --format: json= names no file'],
    [['--format', 'json', '--format', 'compact'], 'only one --format can go to standard output'],
    [['--refs', 'locl'], 'option --refs: "locl" is not known; did you mean local?'],
    [['--type', 'artcle'], 'option --type: "artcle" is not known; did you mean article?'],
    [['--input', 'protobuf'], 'option --input: "protobuf" is not known; expected auto, json, ndjson, yaml'],
    [['--max', 'many'], 'option --max needs a whole number'],
    [['--now', 'yesterday'], 'option --now: "yesterday" is no instant'],
    [['--quiet=yes'], 'option --quiet takes no value'],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await run(['check', 'x.json', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });

  it('--now is taken when it is an instant', async () => {
    expect((await run(['check', '-', '--now', '2024-06-19T10:00:00Z'], { input: good })).code).toBe(0);
  });
});

describe('other commands', () => {
  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('help lists the commands and every option', async () => {
    expect((await run(['--help'])).stdout).toMatch(/check <paths>[\s\S]*schema \[name\]/);
    const { stdout } = await run(['check', '-h']);
    for (const name of [
      'input',
      'type',
      'stdin-name',
      'refs',
      'known-ids',
      'now',
      'format',
      'max',
      'max-per-code',
      'quiet',
      'fail-on',
      'color',
    ]) {
      expect(stdout).toContain(`--${name}`);
    }
  });

  it.each([
    [[], 'which command?'],
    [['chek'], 'command: "chek" is not known; did you mean check?'],
    [['--versoin'], 'option: "--versoin" is not known; did you mean --version?'],
    [
      ['toString'],
      'command: "toString" is not known; expected check, merge, explain, rules, schema, completion, --help, --version',
    ],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });

  describe('schema', () => {
    it('prints a schema of the package, the dataset by default', async () => {
      mkdirSync(join(cwd, 'schema'));
      write('schema/article.json', '{"title":"article"}\n');
      write('schema/dataset.json', '{"title":"dataset"}\n');
      const packageRoot = pathToFileURL(`${cwd}/`);
      expect(await run(['schema', 'article'], { packageRoot })).toEqual({
        code: 0,
        stdout: '{"title":"article"}\n',
        stderr: '',
      });
      expect((await run(['schema'], { packageRoot })).stdout).toBe('{"title":"dataset"}\n');
      expect((await run(['schema', '--help'], { packageRoot })).stdout).toContain('article, dataset');
      const wrong = await run(['schema', 'artcle'], { packageRoot });
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain('schema: "artcle" is not known; did you mean article?');
      expect((await run(['schema', 'article', 'dataset'], { packageRoot })).code).toBe(2);
    });
  });
});
