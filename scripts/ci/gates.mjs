/**
 * Runs every gate of the project, whatever became of the others: what a gate says is shown when it fails.
 *
 * `npm run gates`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'newsdomain-gates-'));
const failed = [];

gate('strict types', 'tsc --noEmit');
gate('format and lint', 'biome check --error-on-warnings');
gate('build', 'tsup --silent');
gate('pack', `npm pack --silent --ignore-scripts --pack-destination ${folder}`);
const tarball = join(folder, readdirSync(folder)[0] ?? 'newsdomain.tgz');
gate('publint', `publint ${tarball} --strict`);
gate('are the types wrong', `attw ${tarball} --profile node16 --no-definitely-typed --no-emoji`);
gate('nothing unused', 'knip --no-progress');
gate('size budget', 'size-limit');
gate('import graph', 'vitest run --project source test/architecture');
gate('export drift', 'vitest run --project package test/package/exports.test.ts');
rmSync(folder, { recursive: true, force: true });

if (failed.length > 0) console.log(`Gates that failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a command with the project's own programs on its path, as npm does for a script. */
function gate(name, command) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status === 0) return;
  failed.push(name);
  console.log(`$ ${command}\n${stdout}${stderr}${error ?? ''}`);
}
