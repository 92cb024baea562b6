/**
 * Runs the tests on every Node version of `test/matrix/package.json`, whatever becomes of the others.
 *
 * The versions come as npm packages and are kept in the folder for temporary files, so that the project depends on
 * none of them. `npm run matrix -- [arguments for vitest]`; `{node}` in an argument stands for the version.
 * `NEWSDOMAIN_NODES` names some of them, separated by commas.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const lock = 'test/matrix/package-lock.json';
const { dependencies } = JSON.parse(readFileSync('test/matrix/package.json', 'utf8'));
const folder = installed();
const wanted = process.env.NEWSDOMAIN_NODES?.split(',') ?? Object.keys(dependencies);
const failed = wanted.filter((name) => !passes(name));

if (failed.length > 0) console.log(`The tests failed on ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function passes(name) {
  const bin = join(folder, 'node_modules', name, 'bin');
  const version = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\n${name}: ${version}`);
  const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)];
  const { status } = spawnSync(
    join(bin, 'node'),
    vitest.map((argument) => argument.replaceAll('{node}', name)),
    { stdio: 'inherit', env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` } },
  );
  return version !== '' && status === 0;
}

/** The folder with the versions that the lock file names, installed once. */
function installed() {
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 12);
  const target = join(tmpdir(), `newsdomain-matrix-${digest}`);
  if (existsSync(target)) return target;
  const work = `${target}-${process.pid}`;
  mkdirSync(work);
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(`test/matrix/${name}`, join(work, name));
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: work,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    rmSync(work, { recursive: true, force: true });
    throw new Error('the Node versions could not be installed: they are built for Linux on x64');
  }
  renameSync(work, target);
  return target;
}
