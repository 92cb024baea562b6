import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Baseline, formatBaseline, readBaseline } from '../check/policy/baseline.js';
import { errorCode } from './find-files.js';
import { replaceFile } from './replace-file.js';

/** A baseline and the file that it is in. */
export interface BaselineFile {
  readonly path: string;
  /** How messages call it. */
  readonly name: string;
  /** `undefined` where there is no such file yet. */
  readonly known: Baseline | undefined;
}

/** A baseline that cannot be used. The message says which lines are wrong. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
  readonly code = 'invalid-baseline';
}

/** How many wrong lines a message lists. */
const MOST_LISTED = 10;

/** Loads a baseline. Throws a `BaselineError` where it cannot be read; one that is not there must be `optional`. */
export function loadBaseline(
  folder: string,
  name: string,
  { optional }: { readonly optional: boolean },
): BaselineFile {
  const path = resolve(folder, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && optional) return { path, name, known: undefined };
    const hint = code === 'ENOENT' ? '; --update-baseline writes it' : '';
    throw new BaselineError(`the baseline ${name} cannot be read (${code})${hint}`);
  }
  const known = readBaseline(text);
  if (known instanceof Set) return { path, name, known };
  const faults = known as Exclude<ReturnType<typeof readBaseline>, Baseline>;
  const listed = faults.slice(0, MOST_LISTED).map(({ line, message }) => `\n  ${name}:${line}: ${message}`);
  const more = faults.length > MOST_LISTED ? `\n  … and ${faults.length - MOST_LISTED} more` : '';
  throw new BaselineError(`the baseline cannot be used${listed.join('')}${more}`);
}

/** What was written of a baseline. */
export interface BaselineChange {
  readonly entries: number;
  readonly added: number;
  readonly removed: number;
}

/** Writes what was found into a baseline, unless that is what it holds. */
export async function updateBaseline(
  { path, known }: BaselineFile,
  found: Baseline,
  write: typeof replaceFile = replaceFile,
): Promise<BaselineChange> {
  const before = known ?? new Set<string>();
  const added = [...found].filter((line) => !before.has(line)).length;
  const removed = [...before].filter((line) => !found.has(line)).length;
  if (known === undefined || added > 0 || removed > 0) await write(path, [formatBaseline(found)]);
  return { entries: found.size, added, removed };
}

/** The name of a file in a baseline: from the folder of the baseline, the same whatever folder the check runs in. */
export function nameInBaseline(baseline: BaselineFile, path: string): string {
  return relative(dirname(baseline.path), path).split(sep).join('/');
}
