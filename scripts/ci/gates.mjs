/**
 * Runs every gate of the project, whatever became of the others: what a gate says is shown when it fails.
 *
 * `npm run gates`
 */
import { spawnSync } from 'node:child_process';

const failed = [];

gate('strict types', 'types');
gate('format and lint', 'lint');
gate('build', 'build -- --silent');
gate('packaging, and types for every resolver', 'packaging');
gate('nothing unused', 'unused');
gate('size budget', 'size');
gate('import graph', 'test -- --project source test/architecture');
gate(
  'exports and sizes against what is written down',
  'test -- --project package test/package/exports.test.ts test/package/size.test.ts',
);

if (failed.length > 0) console.log(`Gates that failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a script of package.json; packing does not build again. */
function gate(name, script) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(`npm run --silent ${script}`, {
    shell: true,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_ignore_scripts: 'true' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status === 0) return;
  failed.push(name);
  console.log(`$ npm run ${script}\n${stdout}${stderr}${error ?? ''}`);
}
