import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { builtCli } from '../support/built-package.js';
import { modules } from '../support/faces.js';
import { runExample } from '../support/run-example.js';

interface Block {
  readonly language: string;
  readonly code: string;
  readonly line: number;
}

const blocks = blocksOf(readFileSync('README.md', 'utf8'));
const of = (language: string): Block[] => blocks.filter((block) => block.language === language);

describe('README', () => {
  test('has no block that no test runs', () => {
    expect(blocks.filter(({ language }) => !['ts', 'sh', 'json'].includes(language))).toEqual([]);
  });

  test.each(of('ts'))('the code at line $line does what it says', async ({ code }) => {
    expect(await runExample(code, modules)).toBeGreaterThan(0);
  });

  test.each(of('json'))('the JSON at line $line parses', ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });
});

describe('the commands in README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdomain-readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
  const commands = of('sh').flatMap(({ code }) => code.trim().split('\n'));

  /** What each command is tried as; a new command in the README must be given one. */
  const tries: Readonly<Record<string, () => void>> = {
    'npm install newsdomain zod': () => expect(nameInPackage()).toBe('newsdomain'),
    'npm ci && npm run demo': () => expect(scripts.demo).toBeDefined(),
    'npm ci && npm test': () => expect(scripts.test).toBeDefined(),
    'npx newsdomain check data/': () => expect(cli('check', resolve('examples/visits')).status).toBe(0),
    'npx newsdomain check [files, globs, folders or -]': () =>
      expect(cli('check', `${resolve('examples/broken')}/*`).status).toBe(1),
    'npx newsdomain schema article': () =>
      expect(JSON.parse(cli('schema', 'article').stdout)).toMatchObject({ title: 'Article' }),
  };

  test.each(commands)('%s', (command) => {
    expect(Object.keys(tries)).toContain(command);
    tries[command]?.();
  });

  function cli(...args: string[]) {
    return spawnSync(process.execPath, [builtCli(), ...args], { cwd: folder, encoding: 'utf8' });
  }

  function nameInPackage(): string {
    return JSON.parse(readFileSync('package.json', 'utf8')).name;
  }
});

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: code = '', index }) => ({
      language,
      code,
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
}
