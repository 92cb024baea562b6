import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { changedFiles, namesCommit } from '../../src/check-node/changed-files.js';
import { gitIn } from '../support/git.js';

let root = '';
let git = gitIn(root);
const at = (name: string): string => join(root, name);
const write = (name: string, text = name): void => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const commit = (message: string): void => {
  git('add', '-A');
  git('commit', '-qm', message);
};
/** Which of some files changed. */
const changed = async (names: readonly string[], ref?: string, cwd = root): Promise<string[]> => {
  const is = await changedFiles(cwd, ref);
  const answers = await Promise.all(names.map((name) => is(at(name))));
  return names.filter((_, index) => answers[index]);
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'newsdomain-git-')));
  git = gitIn(root);
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('files that git says changed', () => {
  it('are staged, not staged, or not known yet', async () => {
    for (const name of ['same', 'staged', 'edited', 'both']) write(name);
    write('.gitignore', 'ignored\n');
    commit('one');
    write('staged', 'x');
    git('add', 'staged');
    write('edited', 'x');
    write('both', 'x');
    git('add', 'both');
    write('both', 'y');
    write('new/file');
    write('ignored');
    const names = ['same', 'staged', 'edited', 'both', 'new/file', 'ignored'];
    expect(await changed(names)).toEqual(['staged', 'edited', 'both', 'new/file']);
    expect(await changed(names, undefined, at('new'))).toEqual(['staged', 'edited', 'both', 'new/file']);
  });

  it('are all there is before the first commit', async () => {
    write('a');
    git('add', 'a');
    write('b');
    expect(await changed(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('are the new name of what was renamed, and nothing of what was deleted', async () => {
    write('old', 'one\ntwo\nthree\nfour\n');
    write('gone');
    commit('one');
    renameSync(at('old'), at('renamed'));
    rmSync(at('gone'));
    git('add', '-A');
    expect(await changed(['old', 'renamed', 'gone'])).toEqual(['renamed']);
  });

  it('since a ref are those since the common ancestor, not what the others did meanwhile', async () => {
    for (const name of ['mine', 'theirs', 'same']) write(name);
    commit('one');
    git('checkout', '-qb', 'topic');
    write('mine', 'x');
    commit('mine');
    git('checkout', '-q', 'main');
    write('theirs', 'x');
    commit('theirs');
    git('checkout', '-q', 'topic');
    write('same', 'not yet committed');
    const names = ['mine', 'theirs', 'same'];
    expect(await changed(names, 'main')).toEqual(['mine', 'same']);
    expect(await changed(names)).toEqual(['same']);
    expect(await changed(names, 'HEAD~1')).toEqual(['mine', 'same']);
  });

  test.each([
    'a b',
    "it's",
    'say "x"',
    'tab\tname',
    'line\nname',
    'Hà Nội 🇻🇳',
    '-rf',
    '$(touch pwned)',
    'a;b',
    '*',
  ])('may be called %j', async (name) => {
    write(`data/${name}`);
    write('same');
    commit('one');
    write(`data/${name}`, 'x');
    write(`${name}.new`);
    expect(await changed([`data/${name}`, `${name}.new`, 'same'])).toEqual([`data/${name}`, `${name}.new`]);
    expect(readdirSync(root)).not.toContain('pwned');
  });

  it('are found through symbolic links, and may be links', async () => {
    write('real/a', 'x');
    write('real/b', 'x');
    symlinkSync('real', at('folder'));
    symlinkSync('real/b', at('link'));
    commit('one');
    write('real/a', 'y');
    rmSync(at('link'));
    symlinkSync('real/a', at('link'));
    expect(await changed(['folder/a', 'folder/b', 'link'])).toEqual(['folder/a', 'link']);
    const elsewhere = mkdtempSync(join(tmpdir(), 'newsdomain-link-'));
    symlinkSync(root, join(elsewhere, 'way'));
    expect(await (await changedFiles(join(elsewhere, 'way')))(join(elsewhere, 'way/real/a'))).toBe(true);
    rmSync(elsewhere, { recursive: true });
  });

  it('are none outside of the repository', async () => {
    write('a');
    const is = await changedFiles(root);
    expect(await is(join(tmpdir(), 'elsewhere.json'))).toBe(false);
    expect(await is(`${root}-other/a`)).toBe(false);
  });

  it('are asked for without running what the repository names', async () => {
    write('a');
    write('monitor.sh', `#!/bin/sh\ntouch ${at('.git/pwned')}\n`);
    chmodSync(at('monitor.sh'), 0o755);
    commit('one');
    git('config', 'core.fsmonitor', at('monitor.sh'));
    git('config', 'diff.external', at('monitor.sh'));
    write('a', 'x');
    expect(await changed(['a'])).toEqual(['a']);
    expect(readdirSync(at('.git'))).not.toContain('pwned');
  });
});

describe('what git cannot say', () => {
  it.each([
    ['none', '"none" names no commit of this repository'],
    ['--output=pwned', '"--output=pwned" names no commit of this repository'],
    ['', '"" names no commit of this repository'],
    ['a\nb', '"a\\nb" names no commit of this repository'],
  ])('since %j', async (ref, message) => {
    write('a');
    commit('one');
    await expect(changedFiles(root, ref)).rejects.toMatchObject({ code: 'git', message });
    expect(readdirSync(root)).toEqual(['.git', 'a']);
  });

  it('where there is no repository', async () => {
    const loose = mkdtempSync(join(tmpdir(), 'newsdomain-loose-'));
    await expect(changedFiles(loose)).rejects.toMatchObject({
      code: 'git',
      message: expect.stringMatching(/^git says: not a git repository/),
    });
    rmSync(loose, { recursive: true });
  });

  it('where there is no git', async () => {
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      await expect(changedFiles(root)).rejects.toMatchObject({
        code: 'git',
        message: 'there is no git here',
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('of histories that have nothing in common', async () => {
    write('a');
    commit('one');
    git('checkout', '-q', '--orphan', 'other');
    commit('two');
    await expect(changedFiles(root, 'main')).rejects.toMatchObject({
      message: 'HEAD and "main" have no common ancestor here; a shallow clone may have to fetch more',
    });
  });
});

describe('a word', () => {
  it('names a commit or not', async () => {
    write('a');
    commit('one');
    expect(
      await Promise.all(['main', 'HEAD', 'none', '--all', 'a'].map((word) => namesCommit(root, word))),
    ).toEqual([true, true, false, false, false]);
    expect(await namesCommit('/', 'main')).toBe(false);
  });
});
