import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { builtCli } from '../support/built-package.js';
import { gitIn } from '../support/git.js';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly types: readonly string[];
  readonly files: string;
  readonly pass_filenames: boolean;
  readonly require_serial: boolean;
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
const [hook] = hooks as readonly [Hook];
const { bin, name } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('.pre-commit-hooks.yaml', () => {
  it('has the keys that pre-commit knows', () => {
    expect(hooks.length).toBe(1);
    expect(Object.keys(hook)).toEqual([
      'id',
      'name',
      'description',
      'entry',
      'args',
      'language',
      'types',
      'files',
      'pass_filenames',
      'require_serial',
    ]);
    expect(hook).toMatchObject({ id: name, language: 'node', types: ['file'], pass_filenames: false });
  });

  it('runs a program that the package installs', () => {
    expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  });

  it('can be installed from the repository: packing prints the name of the package and nothing else', () => {
    const { stdout } = spawnSync('npm', ['config', 'get', 'foreground-scripts'], { encoding: 'utf8' });
    expect(stdout).toBe('false\n');
  });

  test.each([
    ['data/a.json', true],
    ['a.ndjson', true],
    ['a.jsonl.gz', true],
    ['a.yml', true],
    ['a.yaml.gz', true],
    ['a.json.md', false],
    ['json', false],
  ])('is for %s: %s', (path, is) => {
    expect(new RegExp(hook.files).test(path)).toBe(is);
  });
});

describe('the hook in a repository', () => {
  let folder = '';
  let git = gitIn('');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** Commits with the hook in place, as pre-commit runs it: the entry, its arguments, no file names. */
  const commit = (args: readonly string[] = hook.args) => {
    write('.git/hooks/pre-commit', `#!/bin/sh\nexec ${[hook.entry, ...args].join(' ')}\n`);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    return spawnSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-qm', 'next'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: `${folder}/.git/bin:${process.env.PATH}`, HOME: folder },
      },
    );
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsdomain-hook-'));
    git = gitIn(folder);
    git('init', '-q');
    write('.git/bin/newsdomain', `#!/bin/sh\nexec "${process.execPath}" "${builtCli()}" "$@"\n`);
    chmodSync(join(folder, '.git/bin/newsdomain'), 0o755);
    write('data/old.json', '{"type":"article","id":"article:old","urgency":12}');
    write('data/article.json', '{"type":"article","id":"article:a"}');
    git('add', '-A');
    git('commit', '-qm', 'first', '--no-verify');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets through what is right, although older data is not', () => {
    write('data/claim.json', '{"type":"claim","id":"claim:a","text":"x","articleId":"article:a"}');
    git('add', '-A');
    const { status, stderr } = commit();
    expect([status, stderr]).toEqual([0, expect.stringContaining('changed: 1 of 3 files')]);
  });

  it('stops what is wrong, and what leads nowhere', () => {
    write('data/claim a.json', '{"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}');
    git('add', '-A');
    const { status, stdout, stderr } = commit(['data']);
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain('data/claim a.json:1:55');
    expect(git('log', '--oneline').split('\n').length).toBe(2);
  });
});
