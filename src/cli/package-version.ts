import { readFile } from 'node:fs/promises';
import type { CommandIo } from './io.js';

/** The version of this package. */
export async function packageVersion(io: Pick<CommandIo, 'packageRoot'>): Promise<string> {
  const text = await readFile(new URL('package.json', io.packageRoot), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
