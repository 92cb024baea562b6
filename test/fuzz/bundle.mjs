import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileKernel } from '../../scripts/kernel/compile.mjs';

/** What the WebAssembly of the glance is made of. */
const KERNEL = 'text-kernel.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles the run that tries a glance, so that it is as fast as the program itself. `lax` is a line of a file of the
 * glance that is replaced by another: a fault that must be found.
 *
 * @param {string} outfile
 * @param {{ file: string, line: string, instead: string }} [lax]
 */
export async function bundleRun(outfile, lax) {
  let replaced = 0;
  await build({
    absWorkingDir: root,
    entryPoints: ['test/fuzz/run.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'lax',
        setup({ onLoad }) {
          if (lax === undefined) return;
          const replace = (path) => {
            const text = readFileSync(path, 'utf8');
            replaced += text.split(lax.line).length - 1;
            return text.replace(lax.line, () => lax.instead);
          };
          if (lax.file === KERNEL) {
            onLoad({ filter: /kernel[\\/]module\.ts$/ }, async ({ path }) => {
              const source = replace(join(dirname(path), 'assembly', KERNEL));
              return {
                contents: `export const moduleText = '${await compileKernel(source)}';`,
                loader: 'ts',
              };
            });
            return;
          }
          onLoad({ filter: /check-node[\\/]fast[\\/][\w-]+\.ts$/ }, ({ path }) =>
            path.endsWith(lax.file) ? { contents: replace(path), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  if (lax !== undefined && replaced !== 1) throw new Error(`${lax.file} has ${replaced} times: ${lax.line}`);
}
