import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCli } from '../support/built-package.js';

const cli = builtCli();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsdomain-process-'));
  const bad = Array.from({ length: 2000 }, (_, index) => ({
    type: 'article',
    id: `a${index}`,
    headlin: 'x',
  }));
  writeFileSync(join(folder, 'bad.ndjson'), bad.map((one) => `${JSON.stringify(one)}\n`).join(''));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shell = (script: string) =>
  spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CLI: cli, NO_COLOR: '' },
  });

describe('the process', () => {
  it('ends quietly with the right code where its reader goes away', () => {
    const { stdout, stderr } = shell(
      'node "$CLI" check bad.ndjson -q --format json | head -c 10; echo " $PIPESTATUS"',
    );
    expect([stdout, stderr]).toEqual(['{\n  "versi 1\n', '']);
    const clean = shell(
      'node "$CLI" check - <<< \'{"type":"article","id":"a"}\' 2>&1 >/dev/null | true; echo "$PIPESTATUS"',
    );
    expect(clean.stdout).toBe('0\n');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing half done behind when %s ends it',
    async (signal) => {
      // The last step never comes, so that there is time to interrupt.
      writeFileSync(
        join(folder, 'hang.mjs'),
        `import fs from 'node:fs/promises';
       import { syncBuiltinESMExports } from 'node:module';
       fs.rename = () => new Promise(() => setInterval(() => {}, 1000));
       syncBuiltinESMExports();`,
      );
      const before = readFileSync(join(folder, 'bad.ndjson'));
      const child = spawn(process.execPath, ['--import', './hang.mjs', cli, 'check', '--fix', 'bad.ndjson'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
      const temporaries = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
      for (let waited = 0; temporaries().length === 0 && waited < 300; waited++) await setTimeout(100);
      expect(temporaries().length).toBe(1);
      // The handler is there before the file is, and the file is whole before it is renamed: wait for that.
      for (let size = -1; size < before.length; size = readFileSync(join(folder, temporaries()[0]!)).length) {
        await setTimeout(50);
      }
      child.kill(signal);
      expect(await ended).toBe(signal);
      expect(temporaries()).toEqual([]);
      expect(readFileSync(join(folder, 'bad.ndjson')).equals(before)).toBe(true);
    },
    120_000,
  );

  it('writes reports to pipes and devices as they stand', () => {
    const { stdout, status } = shell(
      'node "$CLI" check bad.ndjson -q --format compact=/dev/stdout --max 1 --format json=/dev/null | cat; exit $PIPESTATUS',
    );
    expect(stdout).toContain('bad.ndjson:1:29: schema/unknown-key');
    expect(status).toBe(1);
    shell('node "$CLI" check bad.ndjson -q --format compact --format json=/dev/stdout --max 1 > all.txt');
    const all = readFileSync(join(folder, 'all.txt'), 'utf8');
    expect([all.includes('schema/unknown-key unknown key'), all.includes('"version": 1')]).toEqual([
      true,
      true,
    ]);
    expect(existsSync('/dev/null')).toBe(true);
  });

  it('is in colour on a terminal and shows its progress there, and neither anywhere else', () => {
    if (spawnSync('script', ['--version']).status !== 0) return expect(process.env.CI).not.toBe('true');
    const script = (env: string) =>
      shell(`${env} script -qec 'stty cols 80; node "$CLI" check bad.ndjson --max 1' /dev/null`).stdout;
    const terminal = script('TERM=xterm-256color NO_COLOR=');
    expect(terminal).toContain('\u001b[1merror[schema/unknown-key]');
    expect(terminal).toContain('checking 1/1 bad.ndjson\r\u001b[K');
    const plain = script('TERM=xterm-256color NO_COLOR=1');
    expect(plain).toContain('checking 1/1');
    expect(plain).not.toContain('\u001b[1m');
    const piped = shell('node "$CLI" check bad.ndjson --max 1 2>&1');
    expect(piped.stdout).not.toContain('\u001b');
    return undefined;
  });
});
