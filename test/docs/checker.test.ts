import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { isAdjustable } from '../../src/check/codes.js';
import { readBaseline } from '../../src/check/policy/baseline.js';
import { CheckConfigSchema } from '../../src/check-node/config/config.js';
import { readConfig } from '../../src/check-node/config/read-config.js';
import { checkOptionSpecs } from '../../src/cli/check-options.js';
import { commands } from '../../src/cli/commands.js';
import { action } from '../support/action.js';

const page = readFileSync('docs/checker.md', 'utf8');
const section = (title: string): string => page.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;
const block = (text: string, language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)![1]!;

describe('docs/checker.md', () => {
  test.each(Object.keys(checkOptionSpecs).filter((name) => name !== 'help'))('tells of --%s', (name) => {
    expect(section('Options')).toContain(`--${name}`);
  });

  test.each(commands.map(({ name }) => name))('tells of the command %s', (name) => {
    expect(page).toContain(`newsdomain ${name}`);
  });

  it('shows a configuration that may be used, and tells of every key', () => {
    expect(readConfig(Buffer.from(block(section('Configuration'), 'json')))).toHaveProperty('config');
    for (const key of Object.keys(CheckConfigSchema.shape)) expect(section('Configuration')).toContain(key);
  });

  it('says what cannot be set', () => {
    const rule = section('Configuration').split('**What cannot be set')[1]!.split('\n')[0]!;
    const named = [...rule.matchAll(/`(syntax\/[a-z-]+)`/g)].map(([, code]) => code!);
    expect(named.length).toBe(4);
    expect(named.every(isAdjustable)).toBe(true);
    expect(['io/not-found', 'schema/version', 'syntax/invalid', 'syntax/encoding'].some(isAdjustable)).toBe(
      false,
    );
  });

  it('shows a baseline that may be read', () => {
    expect(readBaseline(block(section('Beginning on data that is not clean'), ''))).toEqual(
      new Set([expect.any(String)]),
    );
  });

  it('uses the action with inputs that it has, and the hook by its name', () => {
    const [workflow, hooks] = [
      ...section('In CI and before a commit').matchAll(/```yaml\n([\s\S]*?)```/g),
    ].map(([, text]) => parse(text!));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(workflow[1].with)));
    const [{ id }] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    expect(hooks.repos[0].hooks[0].id).toBe(id);
    for (const name of Object.keys(action.inputs))
      expect(section('In CI and before a commit')).toContain(`\`${name}\``);
  });

  it('leads to sections that are there', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replaceAll(/[^a-z -]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
    expect(readFileSync('README.md', 'utf8')).toContain('docs/checker.md#in-ci-and-before-a-commit');
    expect(anchors).toContain('in-ci-and-before-a-commit');
  });
});
