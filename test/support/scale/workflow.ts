import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { runScript, type ScriptResult } from './run-script.js';

type Values = Readonly<Record<string, string | number | boolean>>;

/** A workflow of GitHub Actions, as far as the guide uses what they can do. */
export interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions?: Values;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

interface WorkflowJob {
  readonly 'runs-on': string;
  readonly needs?: string;
  readonly if?: string;
  readonly strategy?: {
    readonly 'fail-fast': boolean;
    readonly matrix: Readonly<Record<string, readonly (string | number)[]>>;
  };
  readonly steps: readonly WorkflowStep[];
}

interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Values;
  readonly env?: Values;
  readonly run?: string;
}

/** What became of a job, or of one entry of its matrix. */
export interface JobResult {
  readonly job: string;
  readonly conclusion: 'success' | 'failure' | 'skipped';
  /** What its scripts gave, in their order, up to the one that failed. */
  readonly scripts: readonly (ScriptResult & { readonly run: string; readonly summary: string })[];
}

/** Where and how a workflow is run. */
export interface WorkflowRun {
  /** What `actions/checkout` gives. */
  readonly repository: string;
  /** An empty folder for the jobs, and one for what they upload. */
  readonly folder: string;
  readonly artifacts: string;
  readonly env: Readonly<Record<string, string>>;
  /** What else a job has in its environment. */
  readonly envOf?: (job: string, matrix: Values) => Readonly<Record<string, string>>;
}

/**
 * Runs a workflow as GitHub does: every job, and every entry of its matrix, in a folder of its own, every script as it
 * stands. The actions for checking out, setting up Node and handing on files are imitated; anything else is refused.
 */
export async function runWorkflow(
  workflow: Workflow,
  { repository, folder, artifacts, env, envOf = () => ({}) }: WorkflowRun,
): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  mkdirSync(artifacts, { recursive: true });
  for (const [name, job] of Object.entries(workflow.jobs)) {
    only(job, ['runs-on', 'needs', 'if', 'strategy', 'steps']);
    const needed = results.filter((result) => result.job === job.needs);
    if (!starts(job.if, needed)) {
      results.push({ job: name, conclusion: 'skipped', scripts: [] });
      continue;
    }
    const entries = entriesOf(job);
    results.push(
      ...(await Promise.all(
        entries.map((matrix, index) => {
          const expressions = new Map<string, string>([
            ...Object.entries(matrix).map(([key, value]) => [`matrix.${key}`, String(value)] as const),
            ['strategy.job-total', String(entries.length)],
          ]);
          const work = join(folder, `${name}-${index}`);
          mkdirSync(work, { recursive: true });
          const surroundings = { ...env, ...envOf(name, matrix), CI: 'true', GITHUB_ACTIONS: 'true' };
          return runJob(name, job, { work, repository, artifacts, env: surroundings, expressions });
        }),
      )),
    );
  }
  return results;
}

interface JobRun {
  readonly work: string;
  readonly repository: string;
  readonly artifacts: string;
  readonly env: Readonly<Record<string, string>>;
  readonly expressions: ReadonlyMap<string, string>;
}

async function runJob(name: string, job: WorkflowJob, run: JobRun): Promise<JobResult> {
  try {
    return await runSteps(name, job, run);
  } finally {
    // what is installed are thousands of files
    await rm(run.work, { recursive: true });
  }
}

async function runSteps(name: string, job: WorkflowJob, run: JobRun): Promise<JobResult> {
  const scripts: JobResult['scripts'][number][] = [];
  for (const step of job.steps) {
    only(step, ['name', 'uses', 'with', 'env', 'run']);
    if (step.run === undefined) {
      if (!useAction(step, run)) return { job: name, conclusion: 'failure', scripts };
      continue;
    }
    const summary = `${run.work}.summary`;
    writeFileSync(summary, '');
    const env = Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value, run)]);
    const script = fill(step.run, run);
    const result = await runScript(script, {
      cwd: run.work,
      env: { ...run.env, GITHUB_STEP_SUMMARY: summary, ...Object.fromEntries(env) },
    });
    scripts.push({ ...result, run: script, summary: readFileSync(summary, 'utf8') });
    if (result.code !== 0) return { job: name, conclusion: 'failure', scripts };
  }
  return { job: name, conclusion: 'success', scripts };
}

/** Does what an action would do; gives whether it succeeded. */
function useAction(step: WorkflowStep, run: JobRun): boolean {
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([key, value]) => [key, fill(value, run)]),
  );
  const action = /^actions\/([\w-]+)@v\d+$/.exec(step.uses ?? '')?.[1];
  switch (action) {
    case 'checkout':
      only(given, []);
      cpSync(run.repository, run.work, { recursive: true });
      return true;
    case 'setup-node':
      only(given, ['node-version']);
      return Number(given['node-version']) >= 20;
    case 'upload-artifact': {
      only(given, ['name', 'path', 'if-no-files-found']);
      const from = join(run.work, given.path!);
      // hidden files are left out, as they are by default
      const files = existsSync(from) ? readdirSync(from).filter((file) => !file.startsWith('.')) : [];
      if (files.length === 0) return given['if-no-files-found'] !== 'error';
      const to = join(run.artifacts, given.name!);
      // one that is there already is a mistake of the workflow
      mkdirSync(to);
      for (const file of files) cpSync(join(from, file), join(to, file), { recursive: true });
      return true;
    }
    case 'download-artifact': {
      only(given, ['pattern', 'path', 'merge-multiple']);
      const wanted = picomatch([given.pattern!]);
      for (const artifact of readdirSync(run.artifacts).filter((one) => wanted(one))) {
        const to = given['merge-multiple'] === 'true' ? given.path! : join(given.path!, artifact);
        cpSync(join(run.artifacts, artifact), join(run.work, to), { recursive: true });
      }
      return true;
    }
    default:
      throw new Error(`no test knows what ${step.uses} does`);
  }
}

/** The entries of a job's matrix; one without values where it has none. */
function entriesOf({ strategy }: WorkflowJob): readonly Values[] {
  if (!strategy) return [{}];
  only(strategy, ['fail-fast', 'matrix']);
  return Object.entries(strategy.matrix).reduce<readonly Values[]>(
    (entries, [key, values]) =>
      entries.flatMap((entry) => values.map((value) => ({ ...entry, [key]: value }))),
    [{}],
  );
}

function starts(condition: string | undefined, needed: readonly JobResult[]): boolean {
  if (condition === undefined) return needed.every(({ conclusion }) => conclusion === 'success');
  if (/^\$\{\{ *!cancelled\(\) *\}\}$/.test(condition)) return true;
  throw new Error(`no test knows when ${condition} holds`);
}

const fill = (text: string | number | boolean, { expressions }: JobRun): string =>
  String(text).replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => {
    const value = expressions.get(expression);
    if (value === undefined) throw new Error(`no test knows the value of ${expression}`);
    return value;
  });

function only(value: object, keys: readonly string[]): void {
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`no test knows what ${unknown.join(', ')} would do`);
}
