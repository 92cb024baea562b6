import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { replaceFile } from '../../src/check-node/replace-file.js';
import { cliFolder } from '../support/cli.js';
import { gitIn } from '../support/git.js';

const folder = cliFolder();
const check = (...argv: string[]) =>
  folder.run(['check', '--format', 'compact', ...argv], { writeFile: replaceFile });
const codes = async (...argv: string[]) =>
  (await check('data', '--changed', ...argv)).stdout
    .split('\n')
    .map((line) => line.split(' ').slice(0, 2).join(' '));
let git = gitIn('');

const broken = (id: string): string => JSON.stringify({ type: 'article', id, urgency: 12 });
const claim = (id: string, articleId: string): string =>
  JSON.stringify({ type: 'claim', id, text: 'x', articleId });

beforeEach(() => {
  git = gitIn(folder.path);
  git('init', '-q', '-b', 'main');
  folder.write('data/article.json', '{"type":"article","id":"article:a"}');
  folder.write('data/claim.json', claim('claim:a', 'article:a'));
  folder.write('data/old.json', broken('article:old'));
  git('add', '-A');
  git('commit', '-qm', 'one');
});

describe('check --changed', () => {
  it('reports on what changed alone, and reads everything', async () => {
    expect(await check('data', '--changed')).toMatchObject({ code: 0, stdout: '' });
    folder.write('data/new.json', `[${claim('claim:b', 'article:a')},${claim('claim:c', 'article:old')}]`);
    folder.write('data/bad.json', broken('article:bad'));
    const { code, stdout, stderr } = await check('data', '--changed');
    expect(stdout).toBe('data/bad.json:1:48: schema/range expected a number of at most 9 [article:bad]\n');
    expect(stderr).toContain('6 records in 5 files: 1 error\nchanged: 2 of 5 files\n');
    expect(code).toBe(1);
    expect((await check('data')).stdout).toContain('data/old.json');
  });

  it('reports in other files what names a place in one that changed', async () => {
    folder.write('data/aaa.json', '{"type":"article","id":"article:a"}');
    expect(await codes()).toEqual(['data/article.json:1:24: reference/duplicate-id', '']);
  });

  it('does not look for what leads to something that is gone', async () => {
    rmSync(join(folder.path, 'data/article.json'));
    expect(await codes()).toEqual(['']);
    expect((await check('data')).stdout).toContain('reference/dangling');
    folder.write('data/claim.json', `${claim('claim:a', 'article:a')}\n`);
    expect(await codes()).toEqual(['data/claim.json:1:55: reference/dangling', '']);
  });

  it('says of any file that it cannot be read, exit code 2', async () => {
    folder.write('data/version.json', '{"schemaVersion":"99","records":[]}');
    git('add', '-A');
    git('commit', '-qm', 'two');
    const { code, stdout } = await check('data', 'none.json', '--changed');
    expect(code).toBe(2);
    expect(stdout).toContain('data/version.json:1:18: schema/version');
    expect(stdout).toContain('none.json: io/not-found');
  });

  it('takes a ref behind an equals sign alone', async () => {
    git('checkout', '-qb', 'topic');
    folder.write('data/bad.json', broken('article:bad'));
    git('add', '-A');
    git('commit', '-qm', 'two');
    expect(await codes()).toEqual(['']);
    expect((await check('data', '--changed=main')).stdout).toContain('data/bad.json');
    const mistaken = await check('--changed', 'main', 'data');
    expect(mistaken.code).toBe(2);
    expect(mistaken.stderr).toContain('newsdomain: main is no file but a commit: write --changed=main\n');
  });

  it('counts standard input as changed', async () => {
    const { code } = await folder.run(['check', 'data', '-', '--changed'], { input: broken('article:x') });
    expect(code).toBe(1);
  });

  it('goes with a baseline and with --fix, which then leaves other files alone', async () => {
    await check('data', '--baseline', 'known', '--changed', '--update-baseline');
    expect(folder.read('known')).toContain('article:old');
    for (const name of ['one', 'two']) {
      folder.write(`data/${name}.json`, `{"type":"article","id":"article:${name}","headlin":"x"}`);
      if (name === 'one') git('add', 'data/one.json');
      if (name === 'one') git('commit', '-qm', 'two');
    }
    await check('data', '--changed', '--fix', '--baseline', 'known');
    expect([folder.read('data/one.json'), folder.read('data/two.json')]).toEqual([
      expect.stringContaining('"headlin"'),
      expect.stringContaining('"headline"'),
    ]);
  });

  test.each([
    [['--changed=none'], 'option --changed: "none" names no commit of this repository'],
    [['--changed='], 'option --changed= needs a value: ref'],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await check('data', ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });

  it('is refused where there is no repository', async () => {
    const { code, stderr } = await folder.run(['check', '.', '--changed'], { cwd: '/' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^newsdomain: option --changed: git says: not a git repository/);
  });
});
