import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { archiveFiles, writeFiles } from './archive.js';
import { runScript, type ScriptOptions, type ScriptResult } from './run-script.js';

/** A folder with a small archive, and the installed program. */
export interface Workplace {
  /** The folder of everything; the archive is in `folder/work/archive`. */
  readonly folder: string;
  readonly work: string;
  /** What the environment of every process has. */
  readonly env: Readonly<Record<string, string>>;
  run(script: string, options?: Partial<ScriptOptions>): Promise<ScriptResult>;
  remove(): void;
}

/** Makes a workplace. */
export function createWorkplace(): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newsdomain-scale-')));
  const work = join(folder, 'work');
  mkdirSync(join(folder, 'home'));
  writeFiles(work, new Map([...archiveFiles()].map(([name, content]) => [join('archive', name), content])));
  const env = {
    PATH: `${join(inject('installed').folder, 'node_modules/.bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: join(folder, 'home'),
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
  };
  return {
    folder,
    work,
    env,
    run: (script, { env: more = {}, ...options } = {}) =>
      runScript(script, { cwd: work, env: { ...env, ...more }, ...options }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The formats in which a merge and a single check are held to each other. */
const formats = ['pretty', 'compact', 'json', 'ndjson', 'github', 'gitlab', 'sarif', 'junit'];

/**
 * What a command prints in each format, and the code it ends with: of `newsdomain check archive`, or of a merge of
 * the reports that are there.
 */
export async function inAllFormats(
  { run, work }: Workplace,
  command: string,
): Promise<Readonly<Record<string, unknown>>> {
  const outputs = formats.map((format) => `--format ${format}=../${format}.out`).join(' ');
  const { code, stdout, stderr } = await run(`newsdomain ${command} ${outputs} --max 7`);
  const printed = formats.map((format) => {
    const path = join(work, '..', `${format}.out`);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    return [format, text];
  });
  return { code, stdout, stderr, ...Object.fromEntries(printed) };
}
