import { describe, expect, it, test } from 'vitest';
import { cliFolder } from '../support/cli.js';

const folder = cliFolder();
const config = (value: unknown, name = 'newsdomain.config.json'): void =>
  folder.write(name, JSON.stringify(value));
const compact = (...argv: string[]) => folder.run(['check', '--format', 'compact', ...argv]);

const urgent = '{"type":"article","id":"article:a","urgency":12}';
const claim = '{"type":"claim","id":"claim:a","text":"x","articleId":"article:far"}';

describe('check with a configuration', () => {
  it('finds it upward, and takes its globs from its folder', async () => {
    config({
      ignore: ['data/drafts'],
      overrides: [{ files: ['data/old/*.json'], severities: { 'schema/*': 'note' } }],
    });
    folder.write('data/a.json', '{"type":"article","id":"article:1"}');
    folder.write('data/drafts/b.json', urgent);
    folder.write('data/old/c.json', urgent);
    const { code, stdout, stderr } = await compact('data');
    expect(stdout).toBe(
      'data/old/c.json:1:46: note schema/range expected a number of at most 9 [article:a]\n',
    );
    expect(stderr).toContain('2 records in 2 files, 1 skipped: 1 note\n');
    expect(code).toBe(0);
    const below = await folder.run(['check', '.', '--format', 'compact'], { cwd: `${folder.path}/data/old` });
    expect(below.stdout).toContain('./c.json:1:46: note schema/range');
  });

  it('checks a path that is named even where it is to be ignored', async () => {
    config({ ignore: ['a.json'] });
    folder.write('a.json', urgent);
    folder.write('b.json', '{"type":"article","id":"article:b"}');
    expect((await compact('a.json')).code).toBe(1);
    expect((await compact('.')).stderr).toContain('1 record in 1 file, 2 skipped');
    expect((await compact('*.json')).stderr).toContain('1 record in 1 file');
  });

  it('takes another one with --config and none with --no-config', async () => {
    config({ severities: { 'schema/range': 'off' } });
    config({ severities: { 'schema/range': 'warning' } }, 'other/mild.json');
    folder.write('a.json', urgent);
    expect((await compact('a.json')).stdout).toBe('');
    expect((await compact('a.json', '--no-config')).stdout).toContain('a.json:1:46: schema/range');
    expect((await compact('a.json', '--config', 'other/mild.json')).stdout).toContain('warning schema/range');
  });

  it('reads it for standard input as well, whose name says which globs are for it', async () => {
    config({ overrides: [{ files: ['feeds/*'], severities: { 'schema/range': 'off' } }] });
    const { code } = await folder.run(['check', '-', '--stdin-name', 'feeds/x.json'], { input: urgent });
    expect(code).toBe(0);
    expect((await folder.run(['check', '-'], { input: urgent })).code).toBe(1);
  });

  it('gives defaults, which options win over', async () => {
    config({ failOn: 'warning', refs: 'off', knownIds: ['ids.txt'], type: 'claim' }, 'team/team.json');
    folder.write('team/ids.txt', 'article:far\n');
    folder.write('c.json', claim);
    folder.write('untyped.json', '{"id":"claim:u","text":"x"}');
    const team = ['--config', 'team/team.json'];
    expect((await compact('c.json')).code).toBe(1);
    expect((await compact('c.json', ...team)).code).toBe(0);
    expect((await compact('c.json', ...team, '--refs', 'all')).code).toBe(0);
    expect((await compact('untyped.json', ...team)).code).toBe(0);
    expect((await compact('untyped.json', ...team, '--type', 'source')).code).toBe(1);
    const soft = ['--severity', 'reference/dangling=warning', '--refs', 'all', '--no-config'];
    expect((await compact('c.json', ...soft)).code).toBe(0);
    expect((await compact('c.json', ...soft, '--fail-on', 'warning')).code).toBe(1);
    config({ knownIds: ['none.txt'] });
    expect(await compact('c.json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('newsdomain.config.json: knownIds: none.txt cannot be read (ENOENT)'),
    });
  });

  it('says every mistake of a configuration with line and column, and checks nothing', async () => {
    folder.write('newsdomain.config.json', '{\n  "severites": {},\n  "refs": "al"\n}\n');
    folder.write('a.json', urgent);
    expect(await compact('a.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: `newsdomain: the configuration cannot be used
  newsdomain.config.json:2:3: unknown key "severites"; did you mean "severities"?
  newsdomain.config.json:3:11: expected "all", "local" or "off", received "al"; did you mean "all"?
See newsdomain --help.
`,
    });
  });
});

describe('suppressions', () => {
  it('leave findings out, and are counted', async () => {
    folder.write('a.json', `[${urgent},${claim}]`);
    config({
      suppressions: [{ code: 'schema/range', recordId: 'article:a', reason: 'the wire counts to 12' }],
    });
    const { stdout, stderr, code } = await compact('a.json');
    expect(stdout).toContain('reference/dangling');
    expect(stdout).not.toContain('schema/range');
    expect(stderr).toContain('2 records in 1 file: 1 error (and 1 suppressed)\n');
    expect(code).toBe(1);
  });

  it('that nothing needs are noted where they stand', async () => {
    folder.write('a.json', '{"type":"article","id":"article:a"}');
    folder.write(
      'newsdomain.config.json',
      '{\n  "suppressions": [\n    { "code": "schema/range", "reason": "old" }\n  ]\n}\n',
    );
    const { stdout, code } = await folder.run(['check', 'a.json']);
    expect(
      stdout,
    ).toBe(`note[config/unused-suppression]: nothing is suppressed here: no finding of schema/range fits any more
 --> newsdomain.config.json:3:5  /suppressions/0
  |
3 |     { "code": "schema/range", "reason": "old" }
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = take it out
`);
    expect(code).toBe(0);
    expect((await compact('a.json', '--off', 'config/unused-suppression')).stdout).toBe('');
    const strict = await compact('a.json', '--severity', 'config/*=error');
    expect(strict.code).toBe(1);
  });

  it('of files that were not checked, or of rules that did not run, are not called unused', async () => {
    folder.write('a.json', '{"type":"article","id":"article:a"}');
    config({
      suppressions: [
        { code: 'schema/range', files: ['b.json'], reason: 'x' },
        { code: 'reference/dangling', reason: 'x' },
      ],
    });
    expect((await compact('a.json', '--refs', 'off')).stdout).toBe('');
    expect((await compact('a.json')).stdout).toContain('no finding of reference/dangling');
  });

  it('end at the time that they name', async () => {
    folder.write('a.json', urgent);
    config({
      suppressions: [{ code: 'schema/range', reason: 'until the wire is mended', until: '2026-06' }],
    });
    expect((await compact('a.json')).code).toBe(0);
    expect((await compact('a.json', '--now', '2026-06-30T00:00:00Z')).code).toBe(0);
    const over = await compact('a.json', '--now', '2026-07-02T00:00:00Z');
    expect(over.code).toBe(1);
    expect(over.stdout).toContain('note config/unused-suppression this suppression ended with 2026-06');
  });
});

describe('severities of a run', () => {
  it('win over the configuration', async () => {
    config({
      severities: { 'schema/range': 'off' },
      overrides: [{ files: ['**'], severities: { 'schema/*': 'off' } }],
    });
    folder.write('a.json', urgent);
    expect((await compact('a.json')).code).toBe(0);
    expect((await compact('a.json', '--severity', 'schema/range=warning')).stdout).toContain('warning');
    expect((await compact('a.json', '--no-config', '--off', 'schema/*')).stdout).toBe('');
  });

  test.each([
    [
      ['--severity', 'schema/range'],
      'option --severity: schema/range must be <code>=<error|warning|note|off>',
    ],
    [
      ['--severity', 'schema/range=warnin'],
      'option --severity: "warnin" is not known; did you mean warning?',
    ],
    [
      ['--severity', 'schema/rnge=note'],
      'option --severity: no code or area is called "schema/rnge"; did you mean',
    ],
    [['--off', 'syntax/invalid'], 'option --off: "syntax/invalid" can be neither set nor suppressed'],
    [['--config', 'x', '--no-config'], '--config and --no-config exclude each other'],
    [['--config', 'x'], 'the configuration x cannot be read (ENOENT)'],
  ])('%j is refused', async (argv, message) => {
    folder.write('a.json', urgent);
    const { code, stdout, stderr } = await compact('a.json', ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });
});
