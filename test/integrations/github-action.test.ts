import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { checkOptionSpecs } from '../../src/cli/check-options.js';
import { action, runAction } from '../support/action.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
let folder = '';

/** A program that writes its arguments down and ends with a code. */
function stub(path: string, code = 0): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/usr/bin/env bash\nprintf '%s\\0' "$0" "$@" > "$HOME/.calls"\nexit ${code}\n`);
  chmodSync(path, 0o755);
}

/** The arguments of the program that the action ran. */
function called(inputs: Readonly<Record<string, string>>): readonly string[] {
  const { status, stderr } = runAction(folder, inputs, join(folder, '.bin'));
  expect([status, stderr]).toEqual([0, '']);
  const [program = '', ...argv] = readFileSync(join(folder, '.calls'), 'utf8').split('\0').slice(0, -1);
  return [program.replace(`${folder}/`, ''), ...argv];
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'newsdomain-action-')));
  stub(join(folder, '.bin/npx'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('action.yml', () => {
  it('is a composite action whose every step runs a script in a shell or uses an action of a fixed version', () => {
    expect(Object.keys(action)).toEqual([
      'name',
      'description',
      'author',
      'branding',
      'inputs',
      'outputs',
      'runs',
    ]);
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) {
      expect([step.run !== undefined, step.uses !== undefined].filter(Boolean).length).toBe(1);
      if (step.run !== undefined) expect(step.shell).toBe('bash');
      else expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@v\d+/);
    }
  });

  it('describes its inputs, all of which may be left out', () => {
    expect(Object.keys(action.inputs)).toEqual(['paths', 'args', 'fail-on', 'version', 'node']);
    for (const input of Object.values(action.inputs)) {
      expect(Object.keys(input)).toEqual(['description', 'default']);
      expect(input.description).not.toBe('');
      expect(typeof input.default).toBe('string');
    }
  });

  it('puts nothing from outside into a script, and names only what there is', () => {
    const expressions: string[] = [];
    for (const { run, ...step } of action.runs.steps) {
      expect(run ?? '').not.toContain('${{');
      expressions.push(...[...JSON.stringify(step).matchAll(/\$\{\{ *([\w.-]+)/g)].map(([, name]) => name!));
    }
    const known = [...Object.keys(action.inputs).map((name) => `inputs.${name}`), 'github.action_path'];
    expect(expressions.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !expressions.includes(name))).toEqual([]);
    const ids = action.runs.steps.map(({ id }) => id);
    for (const { value } of Object.values(action.outputs)) {
      expect(ids).toContain(/steps\.(\w+)\.outputs/.exec(value)?.[1]);
    }
  });

  it('gives options that the command has', () => {
    const script = action.runs.steps.map(({ run }) => run ?? '').join('\n');
    for (const [, name] of script.matchAll(/(?<=[ ("])--([a-z-]+)(?=[ =])/g)) {
      if (name !== 'yes') expect(Object.keys(checkOptionSpecs)).toContain(name);
    }
  });
});

describe('the script of the action', () => {
  const report = () => `json=${folder}/.runner/newsdomain-report.json`;

  it('checks the folder with the version that the action belongs to', () => {
    expect(called({})).toEqual([
      '.bin/npx',
      '--yes',
      `newsdomain@${version}`,
      'check',
      '--format',
      'github',
      '--format',
      report(),
      '--',
      '.',
    ]);
    expect(readFileSync(join(folder, '.runner/output'), 'utf8')).toBe(
      `report=${report().slice('json='.length)}\n`,
    );
  });

  it('prefers what the repository has installed, unless a version is named', () => {
    stub(join(folder, 'node_modules/.bin/newsdomain'));
    expect(called({})[0]).toBe('node_modules/.bin/newsdomain');
    expect(called({ version: '0.3.1' }).slice(0, 3)).toEqual(['.bin/npx', '--yes', 'newsdomain@0.3.1']);
  });

  it('takes a path a line, and options by words', () => {
    const argv = called({
      paths: '\n  data/my files \r\n\ndata/**/*.json\n-odd\n',
      args: ' --changed=origin/main\n--refs  local\n\n',
      'fail-on': 'warning',
    });
    expect(argv.slice(argv.indexOf('check') + 1)).toEqual([
      '--changed=origin/main',
      '--refs',
      'local',
      '--fail-on=warning',
      '--format',
      'github',
      '--format',
      report(),
      '--',
      'data/my files',
      'data/**/*.json',
      '-odd',
    ]);
  });

  test.each([
    '$(touch pwned)',
    '`touch pwned`',
    '; touch pwned',
    '"; touch pwned; "',
    "'; touch pwned; '",
    '*',
    '$IFS',
    '\\',
    '\n\n',
  ])('runs nothing that stands in an input: %j', (text) => {
    writeFileSync(join(folder, 'a.json'), '{}');
    const argv = called({
      paths: text,
      args: text,
      version: text.trim() === '' ? '' : text,
      'fail-on': text.trim(),
    });
    expect(readdirSync(folder)).not.toContain('pwned');
    if (text.trim() !== '') {
      expect(argv).toContain(`newsdomain@${text}`);
      expect(argv.at(-1)).toBe(text);
      expect(argv).not.toContain('a.json');
    }
  });

  it.each([1, 2, 70])('ends with the code of the check: %d', (code) => {
    stub(join(folder, '.bin/npx'), code);
    expect(runAction(folder, {}, join(folder, '.bin')).status).toBe(code);
  });

  it('fails where nothing is to be checked, as the command does', () => {
    expect(called({ paths: '\n' }).at(-1)).toBe('--');
  });
});
