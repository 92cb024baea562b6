import { createChecker } from '../check/checker.js';
import type { CheckReport } from '../check/diagnostic.js';
import type { CheckOptions } from '../check/options.js';
import { type InputOptions, readInputs } from './read-inputs.js';

/** How files are checked. */
export interface CheckFilesOptions extends CheckOptions, InputOptions {}

/** A report together with the texts that it is about. */
export interface CheckedFiles {
  readonly report: CheckReport;
  /** The text of a file by the name that diagnostics give it, for code frames. */
  source(name: string): Uint8Array | undefined;
}

/**
 * Checks files, folders and globs; `-` reads the standard input. The order of the paths changes nothing. What cannot
 * be read becomes a diagnostic, and `summary.complete` is then false: the promise is never rejected because of it.
 *
 * @example
 * ```ts
 * import { checkFiles } from 'newsdomain/node';
 *
 * const report = await checkFiles(['no-such-folder']);
 * report.summary.complete; // => false
 * report.diagnostics.map(({ code, file }) => [code, file]); // => [['io/not-found', 'no-such-folder']]
 * ```
 */
export async function checkFiles(
  paths: Iterable<string>,
  options: CheckFilesOptions = {},
): Promise<CheckReport> {
  return (await checkFilesWithSources(paths, options)).report;
}

/** Does what `checkFiles` does and hands out the texts as well. */
export async function checkFilesWithSources(
  paths: Iterable<string>,
  options: CheckFilesOptions = {},
): Promise<CheckedFiles> {
  const checker = createChecker(options);
  const sources = new Map<string, Uint8Array>();
  for await (const input of readInputs(paths, options)) {
    if (input.kind === 'skipped') checker.addSkipped(input.count);
    else if (input.kind === 'fault') checker.addFault(input.name, input.code, input.message);
    else {
      sources.set(input.name.replaceAll('\\', '/'), input.bytes);
      checker.addFile(input.name, input.bytes);
    }
  }
  return { report: checker.finish(), source: (name) => sources.get(name) };
}
