import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';

/**
 * Makes all pieces of a program that are loaded on demand stand on the same files.
 *
 * esbuild puts modules into one file where the same pieces need them: with a dozen pieces that is two dozen files of a
 * few hundred bytes, each of which costs a program a third of a millisecond when it starts. A piece that hands on what
 * a base exports needs all of the base, as the next piece does, so that the base stays in one file. `entries` are pieces
 * that nobody imports: what a worker runs.
 */
export const onOneBase = (bases: readonly string[], entries: readonly string[] = []): Plugin => ({
  name: 'on-one-base',
  setup(build) {
    const base = bases.map((path) => resolve(path));
    const loaded = [...dynamicallyImported('src'), ...entries.map((path) => resolve(path))];
    const pieces = new Set(loaded.filter((path) => !base.includes(path)));
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      if (!pieces.has(path)) return undefined;
      const from = base.map((one) => relative(dirname(path), one).replaceAll('\\', '/'));
      const lines = from.map(
        (one) => `\nexport * from ${JSON.stringify(one.startsWith('.') ? one : `./${one}`)};`,
      );
      return { contents: readFileSync(path, 'utf8') + lines.join(''), loader: 'ts' };
    });
  },
});

/** The modules of a folder that others of it import when they need them. */
function dynamicallyImported(folder: string): readonly string[] {
  return globSync('**/*.ts', { cwd: folder, absolute: true }).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bimport\(\s*'(\.[^']+)\.js',?\s*\)/g)].map(([, target]) =>
      resolve(dirname(path), `${target}.ts`),
    ),
  );
}
