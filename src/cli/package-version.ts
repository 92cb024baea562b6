import { readFileSync } from 'node:fs';
import type { CommandIo } from './io.js';

/** The version of this package. */
export function packageVersion(io: Pick<CommandIo, 'packageRoot'>): string {
  const text = readFileSync(new URL('package.json', io.packageRoot), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
