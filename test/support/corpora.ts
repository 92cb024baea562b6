import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = process.env.NEWSDOMAIN_CORPORA;

/**
 * The absolute folder of a set of the conformance corpora, or `undefined` where they are not at hand. On a CI they
 * must be: there a missing folder is a failure, not a skip.
 */
export function corpora(set: string): string | undefined {
  const folder = root === undefined ? undefined : resolve(root, set);
  if (folder !== undefined && existsSync(folder)) return folder;
  if (process.env.CI === 'true') throw new Error(`NEWSDOMAIN_CORPORA has no folder ${set}`);
  return undefined;
}
