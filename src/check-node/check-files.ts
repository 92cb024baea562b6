import { startChecker } from '../check/checker.js';
import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { excerptSpan, type ReadExcerpt } from '../check/excerpt.js';
import type { CheckOptions } from '../check/options.js';
import type { Span } from '../text/problem.js';
import { createGlance } from './fast/glance.js';
import { createSourcePool, type FileSource } from './file-source.js';
import { finishCheck } from './finish-check.js';
import { createLazyYaml } from './lazy-yaml.js';
import { type InputJobs, type InputOptions, readInputs } from './read-inputs.js';
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
  let running: Promise<CheckReport> | undefined;
  let sources: ReadonlyMap<string, FileSource> = new Map();
  const pool = createSourcePool({ keepUnpacked: options.refs !== 'off' });
  const run = async (): Promise<CheckReport> => {
    const yaml = createLazyYaml(options.input);
    const checker = startChecker(
      { ...options, sha256: options.sha256 ?? sha256 },
      { glance: createGlance(), yaml: yaml.reader },
    );
    sources = await readInputs(checker, paths, pool, { ...options, beforeFile: yaml.loadFor }, jobs);
    const report = await finishCheck(checker, sources.values());
    pool.rest();
    return report;
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
    async excerpts(diagnostics) {
      await report();
      const excerpt = await readExcerpts(diagnostics, sources);
      pool.rest();
      return excerpt;
    },
  };
}

/** Reads all that is wanted of each file, so that a packed file is unpacked once. */
async function readExcerpts(
  diagnostics: Iterable<Diagnostic>,
  sources: ReadonlyMap<string, FileSource>,
): Promise<ReadExcerpt> {
  const wanted = new Map<string, Map<number, Span>>();
  for (const diagnostic of diagnostics) {
    const span = excerptSpan(diagnostic);
    if (!span) continue;
    const ofFile = wanted.get(diagnostic.file) ?? new Map<number, Span>();
    ofFile.set(span.start, span);
    wanted.set(diagnostic.file, ofFile);
  }
  const pieces = new Map<string, Map<number, Uint8Array | undefined>>();
  for (const [file, spans] of wanted) {
    const read = await sources.get(file)?.rereadAll([...spans.values()]);
    pieces.set(file, new Map([...spans].map(([start, span]) => [start, read?.(span)])));
  }
  return (file, start, end) =>
    pieces
      .get(file)
      ?.get(start)
      ?.subarray(0, end - start);
}
