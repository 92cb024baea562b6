import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A step of a composite action. */
export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

/** A composite action. */
export interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** The action of this repository. */
export const action: Action = parse(readFileSync('action.yml', 'utf8'));

/** What a step gave. */
export interface StepResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it wrote for later steps. */
  readonly outputs: string;
  /** What it wrote for the page of the run. */
  readonly summary: string;
}

/**
 * Runs the scripts of the action as GitHub's runner does: expressions put in, each script in a file of its own, run by
 * `bash --noprofile --norc -e -o pipefail`. `path` goes before the `PATH` of the process.
 */
export function runAction(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  path: string,
): StepResult {
  const runner = join(folder, '.runner');
  mkdirSync(runner, { recursive: true });
  const files = { GITHUB_OUTPUT: join(runner, 'output'), GITHUB_STEP_SUMMARY: join(runner, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const values: Record<string, string> = { 'github.action_path': resolve('.') };
  for (const [name, { default: otherwise = '' }] of Object.entries(action.inputs)) {
    values[`inputs.${name}`] = inputs[name] ?? otherwise;
  }
  const filled = (text: string): string =>
    text.replaceAll(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
      if (values[name] === undefined) throw new Error(`nothing is called ${name}`);
      return values[name];
    });
  let result: StepResult | undefined;
  for (const step of action.runs.steps) {
    if (step.run === undefined) continue;
    const script = join(runner, 'step.sh');
    writeFileSync(script, filled(step.run));
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: `${path}:${process.env.PATH}`,
          HOME: folder,
          RUNNER_TEMP: runner,
          GITHUB_ACTIONS: 'true',
          CI: 'true',
          ...files,
          ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)])),
        },
      },
    );
    result = {
      status,
      stdout,
      stderr,
      outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    };
    if (status !== 0) break;
  }
  if (!result) throw new Error('the action runs nothing');
  return result;
}
