import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** Builds the package once before the tests that use it as its users do, unless what is built is newer than what it is built from. */
export function setup(): void {
  const sources = globSync(['src/**/*.ts', 'tsup.config.ts', 'package.json']);
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (builtAt() > newest) return;
  execFileSync(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--silent'], { stdio: 'inherit' });
}

/** When the build that is there was finished: the declarations are written last. */
function builtAt(): number {
  try {
    return Math.min(
      ...['dist/cli.js', 'dist/index.js', 'dist/index.d.ts', 'dist/index.d.cts'].map(
        (file) => statSync(file).mtimeMs,
      ),
    );
  } catch {
    return 0;
  }
}
