import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the project in which the packed package is installed, and what the tarball holds. */
    installed: { readonly folder: string; readonly files: readonly string[] };
  }
}

/**
 * Before the tests that use the package as its users do: builds it, unless what is built is newer than what it is
 * built from, packs it and installs the tarball in an empty project.
 */
export function setup(project: TestProject): () => Promise<void> {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'newsdomain-installed-'));
  try {
    project.provide('installed', { folder, files: packAndInstall(folder) });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  // Thousands of files: what waits for the last tests to end is not kept from it.
  return () => rm(folder, { recursive: true, force: true });
}

function build(): void {
  const sources = globSync(['src/**/*.ts', 'scripts/build/*.ts', 'tsup.config.ts', 'package.json']);
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (builtAt() > newest) return;
  execFileSync(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--silent'], { stdio: 'inherit' });
}

/** When the build that is there was finished: the declarations are written last. */
function builtAt(): number {
  try {
    return Math.min(
      ...['dist/cli.cjs', 'dist/index.js', 'dist/index.d.ts', 'dist/index.d.cts'].map(
        (file) => statSync(file).mtimeMs,
      ),
    );
  } catch {
    return 0;
  }
}

function packAndInstall(folder: string): string[] {
  const packed = npm('.', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  const [{ filename, files }] = JSON.parse(packed) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(
    folder,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--silent',
    `./${filename}`,
    'zod@4.6.7',
  );
  for (const [name, type] of [
    ['esm', 'module'],
    ['cjs', 'commonjs'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ private: true, type }));
  }
  return files.map(({ path }) => path);
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}
