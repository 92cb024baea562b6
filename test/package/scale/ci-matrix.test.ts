import { execFileSync } from 'node:child_process';
import {
  cpSync,
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
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { archiveFiles, writeFiles } from '../../support/scale/archive.js';
import { guideBlock } from '../../support/scale/guide.js';
import { pauseBefore } from '../../support/scale/paused.js';
import { runScript } from '../../support/scale/run-script.js';
import {
  type JobResult,
  runWorkflow,
  type Workflow,
  type WorkflowRun,
} from '../../support/scale/workflow.js';

const workflow: Workflow = parse(guideBlock('In a CI matrix', 'yaml'));
/** The same with two shards: their number stands in one place. */
const ofTwo: Workflow = parse(guideBlock('In a CI matrix', 'yaml').replace('[1, 2, 3, 4]', '[1, 2]'));
const installed = inject('installed').folder;
const SLOW = 180_000;

/** The environment of a job: npm finds its registry and its cache there. */
const env = {
  ...(process.env as Record<string, string>),
  NODE_OPTIONS: '',
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};

describe('the CI matrix of docs/scale.md', () => {
  let folder: string;
  let repository: string;
  let single: { readonly code: number | null; readonly stdout: string; readonly summary: string };
  const runIn = (name: string, more: Partial<WorkflowRun> = {}): WorkflowRun => ({
    repository,
    folder: join(folder, name),
    artifacts: join(folder, name, 'artifacts'),
    env,
    ...more,
  });

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'newsdomain-matrix-')));
    repository = join(folder, 'repository');
    writeFiles(join(repository, 'archive'), archiveFiles());
    addPackage(repository);
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    const check = `"${join(installed, 'node_modules/.bin/newsdomain')}" check --format github archive`;
    const { code, stdout } = await runScript(check, {
      cwd: repository,
      env: { ...env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    });
    single = { code, stdout, summary: readFileSync(summary, 'utf8') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says in one job what a single check says', { timeout: SLOW }, async () => {
    const results = await runWorkflow(workflow, runIn('whole'));
    expect(single.code).toBe(1);
    expect(results.map(conclusionOf)).toEqual([
      'shard success',
      'shard success',
      'shard success',
      'shard success',
      'merge failure',
    ]);
    const { code, stdout, summary } = results.at(-1)!.scripts.at(-1)!;
    expect({ code, stdout, summary }).toEqual(single);
  });

  it('fails where a shard did not end, and names the bytes', { timeout: SLOW }, async () => {
    const pause = pauseBefore('2.ndjson', join(folder, 'pause'));
    const running = runWorkflow(
      ofTwo,
      runIn('killed', { envOf: (_, { shard }): Record<string, string> => (shard === 2 ? pause.env : {}) }),
    );
    process.kill(await pause.reached(), 'SIGKILL');
    const results = await running;
    expect(results.map(conclusionOf)).toEqual(['shard success', 'shard failure', 'merge failure']);
    expectMissing(results.at(-1));
  });

  it('fails where the report of a shard was lost, or those of all', { timeout: SLOW }, async () => {
    const { merge } = workflow.jobs;
    for (const lost of ['shard-1', 'shard-*']) {
      const run = runIn(`without ${lost}`);
      mkdirSync(run.artifacts, { recursive: true });
      for (const artifact of readdirSync(join(folder, 'whole/artifacts'))) {
        if (artifact === lost || lost === 'shard-*') continue;
        cpSync(join(folder, 'whole/artifacts', artifact), join(run.artifacts, artifact), { recursive: true });
      }
      const [result] = await runWorkflow({ ...workflow, jobs: { merge: merge! } }, run);
      expectMissing(result, lost === 'shard-*' ? /reports\/\*\.ndjson/ : undefined);
    }
  });

  it('is green where nothing is wrong', { timeout: SLOW }, async () => {
    const clean = join(folder, 'clean');
    cpSync(repository, clean, { recursive: true });
    rmSync(join(clean, 'archive'), { recursive: true });
    const records = Array.from(
      { length: 40 },
      (_, n) => `{"type":"claim","id":"claim:${n}","text":"Rain."}\n`,
    );
    writeFiles(join(clean, 'archive'), new Map([['a.ndjson', records.join('')]]));
    const results = await runWorkflow(ofTwo, runIn('green', { repository: clean }));
    expect(results.map(conclusionOf)).toEqual(['shard success', 'shard success', 'merge success']);
  });
});

const conclusionOf = ({ job, conclusion }: JobResult): string => `${job} ${conclusion}`;

/** Holds a merge to not having taken what it was given for the whole archive. */
function expectMissing(result: JobResult | undefined, said = /bytes \d+/): void {
  const { code, stderr } = result!.scripts.at(-1)!;
  expect([result!.job, result!.conclusion, code]).toEqual(['merge', 'failure', 2]);
  expect(stderr).toMatch(said);
}

/** Makes a folder a project that has newsdomain as a dependency, from the tarball that is to be published. */
function addPackage(repository: string): void {
  const tarball = readdirSync(installed).find((name) => name.endsWith('.tgz'))!;
  cpSync(join(installed, tarball), join(repository, tarball));
  const dependencies = { newsdomain: `file:${tarball}`, zod: '4.6.7' };
  writeFileSync(join(repository, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const argv = ['install', '--package-lock-only', '--ignore-scripts', '--no-fund', '--silent'];
  execFileSync('npm', argv, { cwd: repository, env });
}
