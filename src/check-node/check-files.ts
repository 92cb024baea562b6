import { startChecker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import { createFileGlance } from './fast/glance.js';
import { createFileCheck, type FileCheck } from './file-check.js';
import { createSourcePool } from './file-source.js';
import { createLazyYaml } from './lazy-yaml.js';
import { type InputJobs, type InputOptions, readInputs } from './read-inputs.js';
import { sha256 } from './sha256.js';

/** How files are checked. */
export interface CheckFilesOptions extends CheckOptions, InputOptions {}

/**
 * Checks files, folders and globs; `-` reads the standard input. The order of the paths changes nothing. What cannot
 * be read becomes a diagnostic, and `summary.complete` is then false. However long a file is, no more of it is in memory
 * than its longest record, or all of it where it is one JSON document that is no list of records, or YAML.
 *
 * @example
 * ```ts
 * import { checkFiles } from 'newsdomain/node';
 *
 * const check = checkFiles(['no-such-folder']);
 * const told = [];
 * for await (const { file, code } of check) told.push(`${file}: ${code}`);
 * told; // => ['no-such-folder: io/not-found']
 * (await check.report()).summary.complete; // => false
 * ```
 */
export function checkFiles(paths: Iterable<string>, options: CheckFilesOptions = {}): FileCheck {
  return startFileCheck(paths, options);
}

/** Checks files as {@link checkFiles} does, several at the same time where `jobs` says how. */
export function startFileCheck(
  paths: Iterable<string>,
  options: CheckFilesOptions,
  jobs?: InputJobs,
): FileCheck {
  const pool = createSourcePool({ keepUnpacked: options.refs !== 'off' });
  return createFileCheck(pool, async () => {
    const yaml = createLazyYaml(options.input);
    const checker = startChecker(
      { ...options, sha256: options.sha256 ?? sha256 },
      { glance: createFileGlance, yaml: yaml.reader },
    );
    const sources = await readInputs(checker, paths, pool, { ...options, beforeFile: yaml.loadFor }, jobs);
    return { checker, sources };
  });
}
