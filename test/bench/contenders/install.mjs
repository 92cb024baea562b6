// Makes a project as a user has one: the packed package in it, and beside it what it is measured against.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bench = join(root, 'test/bench');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** A folder that is gone when this process ends, also when it is told to end: what is measured fills a disk. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'newsdomain-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  return folder;
}

/**
 * Packs the package, which must have been built, and unpacks it in a project. What it depends on is what the
 * repository has installed: nothing is downloaded.
 *
 * @param {string} folder An empty folder.
 * @returns {{ folder: string, version: string, cli: string, schemas: string, pipelines: string }}
 */
export function installPackage(folder) {
  const modules = join(folder, 'node_modules');
  const target = join(modules, 'newsdomain');
  mkdirSync(target, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  execFileSync('tar', [
    '-xzf',
    join(folder, JSON.parse(packed)[0].filename),
    '-C',
    target,
    '--strip-components=1',
  ]);
  const { version, bin, dependencies, peerDependencies } = readJson(join(target, 'package.json'));
  link(modules, join(root, 'node_modules'), Object.keys({ ...dependencies, ...peerDependencies }));
  const pipelines = join(folder, 'pipelines');
  cpSync(join(bench, 'contenders/pipelines'), pipelines, { recursive: true });
  return { folder, version, cli: join(target, bin.newsdomain), schemas: join(target, 'schema'), pipelines };
}

/**
 * Has the peers there that `test/bench/package.json` names, in the versions of its lock file, and links into a
 * project those that pipelines import.
 *
 * @param {string} folder The project.
 * @returns {Readonly<Record<string, { version: string, bin: (name: string) => string }>>} Each of them by its name.
 */
export function installPeers(folder) {
  const modules = join(bench, 'node_modules');
  const { dependencies } = readJson(join(bench, 'package.json'));
  const isThere = ([name, version]) => {
    const file = join(modules, name, 'package.json');
    return existsSync(file) && readJson(file).version === version;
  };
  if (!Object.entries(dependencies).every(isThere)) {
    console.log('The peers are not there: `npm ci` installs them in test/bench.');
    const { status } = spawnSync(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'],
      {
        cwd: bench,
        stdio: 'inherit',
      },
    );
    if (status !== 0) throw new Error('the peers could not be installed: see what npm says above');
  }
  link(join(folder, 'node_modules'), modules, ['ajv', 'ajv-formats', 'typebox']);
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [
      name,
      {
        version,
        bin(wanted) {
          const { bin } = readJson(join(modules, name, 'package.json'));
          return join(modules, name, typeof bin === 'string' ? bin : bin[wanted]);
        },
      },
    ]),
  );
}

/** The binary of `@sourcemeta/jsonschema` itself, without the start of Node around it. */
export function sourcemetaBinary() {
  const libc =
    process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? '-musl' : '';
  const arch = process.arch === 'x64' ? 'x86_64' : process.arch;
  return join(
    bench,
    `node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-${process.platform}-${arch}${libc}`,
  );
}

function link(into, from, names) {
  for (const name of names) {
    if (existsSync(join(into, name))) continue;
    mkdirSync(dirname(join(into, name)), { recursive: true });
    symlinkSync(join(from, name), join(into, name));
  }
}
