import { createChecker } from '../check/checker.js';
import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import type { ReadExcerpt } from '../check/excerpt.js';
import type { CheckOptions } from '../check/options.js';
import { type InputOptions, readInputs } from './read-inputs.js';
import { sha256 } from './sha256.js';

/** How files are checked. */
export interface CheckFilesOptions extends CheckOptions, InputOptions {}

/** A check of files: it begins when something is first asked of it, and is done once. */
export interface FileCheck extends AsyncIterable<Diagnostic> {
  /** Gives the diagnostics in the order of the report. */
  [Symbol.asyncIterator](): AsyncIterator<Diagnostic, undefined>;
  /** Gives the whole report. Never rejected because of what files hold or cannot be read. */
  report(): Promise<CheckReport>;
  /** Reads what may be shown with diagnostics of the report, for the code frames of `formatDiagnostics`. */
  excerpts(diagnostics: Iterable<Diagnostic>): Promise<ReadExcerpt>;
}

/**
 * Checks files, folders and globs; `-` reads the standard input. The order of the paths changes nothing. What cannot
 * be read becomes a diagnostic, and `summary.complete` is then false.
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
  const sources = new Map<string, Uint8Array>();
  let running: Promise<CheckReport> | undefined;
  const run = async (): Promise<CheckReport> => {
    const checker = createChecker({ ...options, sha256: options.sha256 ?? sha256 });
    for await (const input of readInputs(paths, options)) {
      if (input.kind === 'skipped') checker.addSkipped(input.count);
      else if (input.kind === 'fault') checker.addFault(input.name, input.code, input.message);
      else {
        sources.set(input.name.replaceAll('\\', '/'), input.bytes);
        checker.addFile(input.name, input.bytes);
      }
    }
    return checker.finish();
  };
  const report = (): Promise<CheckReport> => {
    running ??= run();
    return running;
  };
  return {
    report,
    async *[Symbol.asyncIterator]() {
      yield* (await report()).diagnostics;
      return undefined;
    },
    async excerpts() {
      await report();
      return (file, start, end) => sources.get(file)?.subarray(start, end);
    },
  };
}
