import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckReport, Diagnostic } from '../../src/check.js';
import { main } from '../../src/cli/main.js';

/** What is to be said of one file or folder. */
interface Expectation {
  readonly args: readonly string[];
  /** Whether the file comes through standard input. */
  readonly stdin: boolean;
  readonly exit: number;
  /** Every diagnostic in order; of each, what is written here. */
  readonly diagnostics: readonly Partial<Diagnostic>[];
}

const folder = join(import.meta.dirname, 'broken-files');
const suffix = '.expected.json';
const names = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length));

async function check(
  name: string,
  { args, stdin }: Expectation,
): Promise<{ code: number; report: CheckReport }> {
  let stdout = '';
  const code = await main(['check', stdin ? '-' : name, '--format', 'json', ...args], {
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => {},
    stdin: (async function* () {
      if (stdin) yield readFileSync(join(folder, name));
    })(),
    writeFile: (path, pieces) => writeFile(path, pieces),
    appendFile: async () => {},
    env: {},
    cwd: folder,
    packageRoot: new URL('../../', import.meta.url),
    columns: undefined,
  });
  return { code, report: JSON.parse(stdout) };
}

describe('broken files', () => {
  it('are at least sixty, each with what is to be said of it', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    const files = readdirSync(folder).filter((name) => !name.endsWith(suffix));
    expect(files.sort()).toEqual([...names].sort());
  });

  it.each(names)('%s', async (name) => {
    const expectation = JSON.parse(readFileSync(join(folder, `${name}${suffix}`), 'utf8')) as Expectation;
    const { code, report } = await check(name, expectation);
    const places = report.diagnostics.map((one) => ({
      ...one,
      related: one.related.map(({ file, line, column }) => ({ file, line, column })),
    }));
    const told = places.map((one, index) => {
      const keys = Object.keys(expectation.diagnostics[index] ?? one);
      return Object.fromEntries(Object.entries(one).filter(([key]) => keys.includes(key)));
    });
    expect(told).toEqual(expectation.diagnostics);
    expect(code).toBe(expectation.exit);
  });
});
