import { spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { cliFolder } from '../support/cli.js';
import { gitIn } from '../support/git.js';

const folder = cliFolder();
const zsh = spawnSync('zsh', ['--version']).status === 0;
if (!zsh && process.env.CI === 'true')
  throw new Error('zsh is not installed, and its completion would go untested');

beforeEach(async () => {
  for (const shell of ['bash', 'zsh']) {
    folder.write(`completion.${shell}`, (await folder.run(['completion', shell])).stdout);
  }
});

/** Splits a line as bash does for completion: at blanks, and around equals signs. */
const wordsOf = (line: string): string[] =>
  line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/(=)/).filter((part) => part !== '')));

/** What bash is told to propose at the end of a line. */
function inBash(line: string, setup = ''): string[] {
  const script = `
    source ./completion.bash
    ${setup}
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _newsdomain && printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-uc', script, 'bash', ...wordsOf(line)], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion in bash', () => {
  it('proposes commands', () => {
    expect(inBash('newsdomain ')).toEqual([...commands.map(({ name }) => name), '--help', '--version']);
    expect(inBash('newsdomain ex')).toEqual(['explain']);
    expect(inBash('newsdomain --v')).toEqual(['--version']);
  });

  it.each(commands.map(({ name }) => name))('proposes every option of %s', async (name) => {
    const { options } = await commands.find((command) => command.name === name)!.load();
    const proposed = inBash(`newsdomain ${name} -`);
    for (const option of Object.keys(options)) expect(proposed).toContain(`--${option}`);
  });

  it.each([
    ['newsdomain check --refs ', ['all', 'local', 'off']],
    ['newsdomain check --refs lo', ['local']],
    ['newsdomain check --refs=lo', ['local']],
    ['newsdomain check --refs=', ['all', 'local', 'off']],
    ['newsdomain check data --type sch', ['scheduled-event']],
    ['newsdomain check --format p', ['pretty']],
    ['newsdomain check --severity schema/en', ['schema/enum=']],
    ['newsdomain check --severity schema/enum=w', ['warning']],
    ['newsdomain check --severity=schema/enum=', ['error', 'warning', 'note', 'off']],
    ['newsdomain check --off time/*', ['time/*']],
    [
      'newsdomain explain refer',
      ['reference/cycle', 'reference/dangling', 'reference/duplicate-id', 'reference/wrong-type'],
    ],
    ['newsdomain explain --format j', ['json']],
    ['newsdomain schema art', ['article']],
    ['newsdomain completion ', ['bash', 'zsh']],
    // what readline itself completes: files, and texts of one's own
    ['newsdomain check da', []],
    ['newsdomain check --config n', []],
    ['newsdomain check --format json=r', []],
    ['newsdomain check --now 2', []],
    ['newsdomain check --no-such=', []],
    ['newsdomain nothing ', []],
  ])('%s: %j', (line, words) => {
    expect(inBash(line)).toEqual(words);
  });

  it('keeps what was typed before an equals sign where that does not break words', () => {
    const script = 'COMP_WORDBREAKS=" "';
    expect(inBash('newsdomain check --refs=lo', script)).toEqual(['--refs=local']);
    expect(inBash('newsdomain check --severity=schema/enum=n', script)).toEqual([
      '--severity=schema/enum=note',
    ]);
  });

  it('proposes branches, and runs nothing that is called like a command', () => {
    const git = gitIn(folder.path);
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    git('branch', 'topic/$(id>pwned)');
    expect(inBash('newsdomain check --changed=')).toEqual(['main', 'topic/$(id>pwned)']);
    expect(inBash('newsdomain check --changed ')).toEqual([]);
    expect(readdirSync(folder.path)).not.toContain('pwned');
  });

  it('is quiet where there is no repository', () => {
    expect(inBash('newsdomain check --changed=')).toEqual([]);
  });
});

/** What zsh makes of lines when the tab key is pressed at their ends, and wherever a tab stands in them. */
function inZsh(lines: readonly string[]): string[] {
  const script = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PROMPT= RPROMPT=; unsetopt beep; autoload -U compinit; compinit -u -D; source ./completion.zsh
      report() { zle -I; print -r -- \\"<\\$BUFFER>\\"; BUFFER= }; zle -N report; bindkey '^X' report; print ready-\\$((1 + 1))"
    zpty -r shell line '*ready-2*'
    for line in "$@"; do
      zpty -w -n shell "$line"$'\\t\\x18'
      zpty -r shell answer '*<newsdomain*>*'
      print -r -- "\${\${answer##*<}%%>*}"
    done
    zpty -d shell`;
  const { status, stdout, stderr } = spawnSync('zsh', ['-fc', script, 'zsh', ...lines], {
    cwd: folder.path,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, HOME: realpathSync(folder.path), TERM: 'dumb', COLUMNS: '200' },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

describe.skipIf(!zsh)(`completion in zsh${zsh ? '' : ' (zsh is not installed here)'}`, () => {
  it('completes commands, options, values and files', () => {
    folder.write('my data/a b.json', '{}');
    const cases: readonly [string, string][] = [
      ['newsdomain ex', 'newsdomain explain'],
      ['newsdomain explain schema/en', 'newsdomain explain schema/enum'],
      ['newsdomain check --up', 'newsdomain check --update-baseline'],
      ['newsdomain check --refs lo', 'newsdomain check --refs local'],
      ['newsdomain check --refs=lo', 'newsdomain check --refs=local'],
      ['newsdomain check --severity schema/en\tw', 'newsdomain check --severity schema/enum=warning'],
      ['newsdomain check --severity=schema/en\tw', 'newsdomain check --severity=schema/enum=warning'],
      ['newsdomain check my\ta', 'newsdomain check my\\ data/a\\ b.json'],
      ['newsdomain check --format json=my\ta', 'newsdomain check --format json=my\\ data/a\\ b.json'],
      ['newsdomain check --config my\ta', 'newsdomain check --config my\\ data/a\\ b.json'],
      ['newsdomain schema art', 'newsdomain schema article'],
      ['newsdomain completion z', 'newsdomain completion zsh'],
      ['newsdomain rules --for\tj', 'newsdomain rules --format=json'],
    ];
    expect(inZsh(cases.map(([line]) => line))).toEqual(cases.map(([, completed]) => completed));
  });

  it('completes branches', () => {
    const git = gitIn(folder.path);
    git('init', '-q', '-b', 'trunk');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    expect(inZsh(['newsdomain check --changed=tr'])).toEqual(['newsdomain check --changed=trunk']);
  });

  it('may be a file in $fpath', () => {
    const { status, stderr } = spawnSync(
      'zsh',
      [
        '-fc',
        `cp completion.zsh _newsdomain; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; [[ $_comps[newsdomain] == _newsdomain ]]`,
      ],
      { cwd: folder.path, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the command', () => {
  it('says how its scripts are used', async () => {
    expect((await folder.run(['completion', '--help'])).stdout).toContain(
      'source <(newsdomain completion bash)',
    );
  });

  test.each([
    [['completion'], 'completion of which shell? bash or zsh'],
    [['completion', 'zhs'], 'completion: "zhs" is not known; did you mean zsh?'],
    [['completion', 'bash', 'zsh'], 'completion prints one script at a time'],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await folder.run(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });

  it('writes scripts that shells can read', () => {
    expect(spawnSync('bash', ['-n', join(folder.path, 'completion.bash')]).status).toBe(0);
    if (zsh) expect(spawnSync('zsh', ['-n', join(folder.path, 'completion.zsh')]).status).toBe(0);
  });
});
