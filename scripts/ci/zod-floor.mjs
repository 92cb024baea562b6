/**
 * Runs the tests of all that is made of zod against the oldest zod that package.json allows.
 *
 * `npm run zod-floor -- [arguments for vitest]`
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const floor = peerDependencies.zod.replace('^', '');
const folder = join(tmpdir(), `newsdomain-zod-${floor}`);
const zod = join(folder, 'node_modules/zod');

if (!existsSync(join(zod, 'package.json'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', `zod@${floor}`], {
    cwd: folder,
  });
}
const { version } = JSON.parse(readFileSync(join(zod, 'package.json'), 'utf8'));
if (version !== floor) throw new Error(`${folder} holds zod ${version}`);

const subjects = ['records', 'schema', 'finding', 'fixtures', 'json-schema', 'dataset'];
run(
  process.execPath,
  [
    resolve('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'source',
    ...process.argv.slice(2),
    ...subjects.map((name) => `test/${name}/`),
  ],
  { env: { ...process.env, NEWSDOMAIN_ZOD: zod } },
);

function run(command, args, options) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (status !== 0) process.exit(1);
}
