import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { replaceFile } from '../../src/check-node/replace-file.js';
import { cliFolder } from '../support/cli.js';

const folder = cliFolder();
const check = (...argv: string[]) =>
  folder.run(['check', '--format', 'compact', ...argv], { writeFile: replaceFile });
const withBaseline = (...argv: string[]) => check('data', '--baseline', 'known.baseline', ...argv);
const article = (id: string, urgency: unknown = 12) => JSON.stringify({ type: 'article', id, urgency });

beforeEach(() => {
  folder.write('data/a.json', article('a'));
  folder.write('data/b.json', article('b'));
});

describe('check --baseline', () => {
  it('--update-baseline takes in what is there; from then on only what is new is found', async () => {
    const first = await withBaseline('--update-baseline');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toContain('2 records in 2 files: no findings (and 2 in the baseline)\n');
    expect(first.stderr).toContain('known.baseline: 2 known (2 new, 0 gone)\n');
    expect(folder.read('known.baseline').split('\n').length).toBe(4);

    expect(await withBaseline()).toMatchObject({ code: 0, stdout: '' });
    folder.write('data/b.json', article('b', 13));
    const swapped = await withBaseline();
    expect(swapped.code).toBe(1);
    expect(swapped.stdout).toBe('data/b.json:1:38: schema/range expected a number of at most 9 [b]\n');
    expect(swapped.stderr).toContain('1 error (and 1 in the baseline)\n');
    expect(swapped.stderr).toContain(
      '1 entry of the baseline was not found in what was checked; --update-baseline takes them out\n',
    );
    expect((await withBaseline('--update-baseline')).stderr).toContain('2 known (1 new, 1 gone)\n');
    expect((await withBaseline()).code).toBe(0);
  });

  it('does not touch a baseline that says what is found', async () => {
    await withBaseline('--update-baseline');
    const { mtimeMs, ino } = statSync(join(folder.path, 'known.baseline'));
    await withBaseline('--update-baseline');
    expect(statSync(join(folder.path, 'known.baseline'))).toMatchObject({ mtimeMs, ino });
  });

  it('knows files without record ids by where they are from the baseline, whatever folder the check runs in', async () => {
    folder.write('data/c.json', '{"type":"article"}');
    await withBaseline('--update-baseline');
    const below = await folder.run(['check', '.', '--baseline', '../known.baseline'], {
      cwd: join(folder.path, 'data'),
    });
    expect(below).toMatchObject({ code: 0, stdout: '' });
  });

  it('comes from the configuration as well, and is no data file', async () => {
    folder.write('newsdomain.config.json', '{"baseline":"data/known.ndjson"}');
    expect((await check('data', '--update-baseline')).code).toBe(0);
    const { code, stderr } = await check('data');
    expect(code).toBe(0);
    expect(stderr).toContain('2 records in 2 files, 1 skipped');
    expect((await check('data', '--no-config')).code).toBe(1);
  });

  it('is not written where not everything could be checked', async () => {
    folder.write('data/c.json', '{"schemaVersion":"99","records":[]}');
    const { code, stderr } = await withBaseline('--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toContain('newsdomain: known.baseline was not written: not everything could be checked\n');
    expect(() => folder.read('known.baseline')).toThrow();
  });

  it('holds no syntax errors: they fail the check until they are mended', async () => {
    folder.write('data/c.json', '{"type":"article"');
    const { code, stdout } = await withBaseline('--update-baseline');
    expect(code).toBe(1);
    expect(stdout).toContain('syntax/truncated');
  });

  it('keeps --fix from what is known', async () => {
    folder.write('data/a.json', '{"type":"article","id":"a","headlin":"x"}');
    await withBaseline('--update-baseline');
    await withBaseline('--fix');
    expect(folder.read('data/a.json')).toContain('"headlin"');
    await check('data', '--fix');
    expect(folder.read('data/a.json')).toContain('"headline"');
  });

  it('holds after --fix what remains', async () => {
    folder.write('data/a.json', '{"type":"article","id":"a","headlin":"x","urgency":12}');
    const { stderr } = await withBaseline('--fix', '--update-baseline');
    expect(folder.read('data/a.json')).toContain('"headline"');
    expect(stderr).toContain('2 known (2 new, 0 gone)');
  });

  test.each([
    [['--baseline', 'none'], 'the baseline none cannot be read (ENOENT); --update-baseline writes it'],
    [['--baseline', 'data/a.json'], 'the baseline cannot be used\n  data/a.json:1: this is no baseline'],
    [['--baseline', 'data/a.json', '--update-baseline'], 'the baseline cannot be used\n  data/a.json:1: '],
    [
      ['--baseline', 'wrong', '--update-baseline'],
      'the baseline cannot be used\n  wrong:3: a merge conflict stands here',
    ],
    [['--update-baseline'], 'option --update-baseline needs a baseline: name it with --baseline <file>'],
  ])('%j is refused', async (argv, message) => {
    folder.write('wrong', '# newsdomain baseline 1\n\n<<<<<<< HEAD\n');
    const { code, stdout, stderr } = await check('data', ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${message}`);
    expect(folder.read('data/a.json')).toBe(article('a'));
  });
});

describe('a baseline under git', () => {
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...argv], {
      cwd: folder.path,
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('merges without conflict where two people work, with merge=union even on neighbouring lines', async () => {
    folder.write('.gitattributes', '*.baseline merge=union\n');
    for (const id of ['c', 'd', 'e']) folder.write(`data/${id}.json`, article(id));
    git('init', '-q', '-b', 'main');
    await withBaseline('--update-baseline');
    git('add', '.');
    git('commit', '-qm', 'start');
    git('checkout', '-qb', 'other');
    folder.write('data/c.json', article('c', 5));
    folder.write('data/x.json', article('x'));
    await withBaseline('--update-baseline');
    git('add', '.');
    git('commit', '-qm', 'mends c, adds x');
    git('checkout', '-q', 'main');
    folder.write('data/d.json', article('d', 5));
    folder.write('data/y.json', article('y'));
    await withBaseline('--update-baseline');
    git('add', '.');
    git('commit', '-qm', 'mends d, adds y');
    git('merge', '-q', '--no-edit', 'other');
    const { code, stdout } = await withBaseline();
    expect([code, stdout]).toEqual([0, '']);
    expect((await withBaseline('--update-baseline')).stderr).toContain('5 known (0 new, ');
  });
});
