import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observeRun } from '../support/loaded-files.js';

let folder = '';
let cli = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsdomain-program-'));
  // The package as it is installed, without any other beside it.
  for (const name of ['package.json', 'dist', 'schema'])
    cpSync(name, join(folder, name), { recursive: true });
  cli = join(folder, 'dist/cli.cjs');
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('good.ndjson', '{"type":"article","id":"article:a","headline":"Talks","publisherId":"source:b"}\n');
  write('good.json', '[{"type":"source","id":"source:b","kind":"outlet","name":"The Paper"}]');
  write('good.yaml', 'type: claim\nid: claim:a\ntext: It rained.\n');
  write('bad.json', '{"type":"claim","id":"claim:b","text":"It rained.","polarty":"positive"}');
  mkdirSync(join(folder, 'with-config'));
  write('with-config/newsdomain.config.json', '{ "ignore": ["old/**"], "severities": { "time/*": "note" } }');
  write('with-config/bad.json', '{"type":"claim","id":"claim:b","text":""}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], cwd = folder) =>
  spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });

describe('the program', () => {
  test.each([
    [['check', 'good.ndjson', 'good.json', 'good.yaml'], 0, ''],
    [['check', '*.json'], 1, 'did you mean "polarity"?'],
    [['check', 'bad.json', '--format', 'sarif'], 1, '"version":"2.1.0"'],
    [['check', 'bad.json', '--format', 'json'], 1, '"code":"schema/unknown-key"'],
    [['check', 'bad.json', '--fix', '--dry-run'], 1, '+{"type":"claim","id":"claim:b"'],
    [['check', '.', '--refs', 'local'], 1, 'schema/unknown-key'],
    [['explain', 'schema/enum'], 0, 'Found in:'],
    [['rules'], 0, 'schema/enum'],
    [['schema', 'article'], 0, '"title": "Article"'],
    [['completion', 'bash'], 0, 'newsdomain'],
    [['--help'], 0, 'Usage: newsdomain'],
  ])('does %j with nothing installed beside it', (args, status, text) => {
    const found = run(args);
    expect([found.status, found.stderr.includes('internal fault')]).toEqual([status, false]);
    expect(found.stdout).toContain(text);
  });

  test('finds the same where no code may be made from text', () => {
    const args = [cli, 'check', '.', '--format', 'json', '-q'];
    const [free, strict] = [[], ['--disallow-code-generation-from-strings']].map((flags) =>
      spawnSync(process.execPath, [...flags, ...args], { cwd: folder, encoding: 'utf8' }),
    );
    expect(strict).toMatchObject({ status: 1, stdout: free!.stdout, stderr: '' });
  });

  test('finds the same where nothing is compiled, and there is no WebAssembly', () => {
    const args = [cli, 'check', '.', '--format', 'json', '-q'];
    const [free, jitless] = [[], ['--jitless']].map((flags) =>
      spawnSync(process.execPath, [...flags, ...args], { cwd: folder, encoding: 'utf8' }),
    );
    expect(jitless!.status).toBe(1);
    // some versions of Node warn that one of their own flags is off
    expect(jitless!.stdout.replace(/^Warning: .*\n/, '')).toBe(free!.stdout);
  });

  test.each([
    ['is closed', '2>&-'],
    ['is closed by its reader', '2> >(exec 0<&-; sleep 1)'],
  ])('ends as it would where standard error %s', (_, redirected) => {
    const { status } = spawnSync(
      'bash',
      ['-c', `"$0" "$1" check bad.json >/dev/null ${redirected}`, process.execPath, cli],
      {
        cwd: folder,
      },
    );
    expect(status).toBe(1);
  });

  test('loses nothing where standard error is full and does not wait', async () => {
    const fifo = join(folder, 'fifo');
    spawnSync('mkfifo', [fifo]);
    const reader = spawn('bash', ['-c', 'exec 3<"$0"; sleep 1; cat <&3', fifo], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = text(reader.stdout);
    const end = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
    const fill = (): void => {
      for (;;) writeSync(end, ' '.repeat(4096));
    };
    expect(fill).toThrow('EAGAIN');
    // handed on as 3, since what becomes 0 to 2 of a child is made to wait
    const program = spawn('bash', ['-c', 'exec "$0" "$1" check bad.json 2>&3', process.execPath, cli], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', end],
    });
    closeSync(end);
    const [status] = await once(program, 'exit');
    expect(status).toBe(1);
    expect((await told).trim()).toMatch(/^1 record in 1 file: 1 error\nnot run: /);
  });

  test('reads a configuration with nothing installed beside it', () => {
    const { status, stdout } = run(['check', '.', '--format', 'compact'], join(folder, 'with-config'));
    expect([status, stdout]).toEqual([1, expect.stringContaining('bad.json:1:')]);
  });

  test('carries the licences of the packages whose code it holds', () => {
    const licences = readFileSync(join(folder, 'dist/third-party-licenses.txt'), 'utf8');
    const named = [...licences.matchAll(/^(@?[\w/-]+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name);
    expect(named).toEqual(['@date-fns/tz', 'date-fns', 'fdir', 'picomatch', 'tinyglobby', 'yaml', 'zod']);
    expect(licences.match(/Permission (?:is hereby granted|to use, copy, modify)/g)).toHaveLength(
      named.length,
    );
  });
});

/** What only some checks need, by a text that stands in its code. */
const parts = {
  yaml: 'Block collections are not allowed within flow collections',
  sarif: 'sarif-schema-2.1.0',
  catalogue: 'a number that is too small or too large',
  fixing: 'would fix',
  globs: 'Expected pattern to be a non-empty string',
  configuration: 'a glob says what is meant',
  completion: 'source <(newsdomain completion zsh)',
} as const;

describe('what is loaded', () => {
  const partsOf = (args: readonly string[], cwd = folder) => {
    const { loaded } = observeRun(cli, args, cwd);
    const code = [...loaded.values()];
    return Object.entries(parts)
      .filter(([, text]) => code.some((one) => one.includes(text)))
      .map(([name]) => name);
  };

  test('for a small file is little', () => {
    const { status, loaded } = observeRun(cli, ['check', 'good.ndjson', '--refs', 'off'], folder);
    const bytes = [...loaded.values()].reduce((sum, code) => sum + code.length, 0);
    expect(status).toBe(0);
    expect(loaded.size).toBeGreaterThan(1);
    // Each file costs a third of a millisecond, and each 40 kB one more.
    expect(loaded.size).toBeLessThanOrEqual(6);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(440_000);
  });

  test('is what a command needs, each part by some', () => {
    const needed = [
      ...partsOf(['check', 'bad.json', '--format', 'sarif']),
      ...partsOf(['check', 'bad.json', '--fix', '--dry-run']),
      ...partsOf(['completion', 'bash']),
      ...partsOf(['check', '.'], join(folder, 'with-config')),
    ];
    expect(new Set(needed)).toEqual(new Set(Object.keys(parts)));
    expect(partsOf(['check', 'good.yaml'])).toEqual(['yaml']);
  });

  test('is nothing of what it does not need', () => {
    for (const name of ['good.ndjson', 'bad.json']) {
      expect(partsOf(['check', name, '--refs', 'off'])).toEqual([]);
    }
    expect(partsOf(['--help'])).toEqual([]);
  });
});
