import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The built command line program; the global set-up of the tests has built it. */
export function builtCli(): string {
  const cli = resolve('dist/cli.cjs');
  if (!existsSync(cli)) throw new Error('dist/ is missing: the global set-up did not build the package');
  return cli;
}
