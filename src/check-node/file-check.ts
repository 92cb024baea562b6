import type { Checker } from '../check/checker.js';
import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { excerptSpan, type ReadExcerpt } from '../check/excerpt.js';
import type { Span } from '../text/problem.js';
import type { FileSource, SourcePool } from './file-source.js';

/** A check of files: it begins when something is first asked of it, and is done once. */
export interface FileCheck extends AsyncIterable<Diagnostic> {
  /** Gives the diagnostics in the order of the report. */
  [Symbol.asyncIterator](): AsyncIterator<Diagnostic, undefined>;
  /** Gives the whole report. Never rejected because of what files hold or cannot be read. */
  report(): Promise<CheckReport>;
  /** Reads what may be shown with diagnostics of the report, for the code frames of `formatDiagnostics`. */
  excerpts(diagnostics: Iterable<Diagnostic>): Promise<ReadExcerpt>;
}

/** What has taken all that is to be judged, and the sources by the names that diagnostics give them. */
export interface FilledChecker {
  readonly checker: Pick<Checker, 'finish'>;
  readonly sources: ReadonlyMap<string, FileSource>;
}

/** Makes a check of files of what fills a checker. */
export function createFileCheck(
  pool: Pick<SourcePool, 'rest'>,
  fill: () => Promise<FilledChecker>,
): FileCheck {
  let running: Promise<CheckReport> | undefined;
  let sources: FilledChecker['sources'] = new Map();
  const run = async (): Promise<CheckReport> => {
    const filled = await fill();
    sources = filled.sources;
    const report = await finish(filled);
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

/**
 * Finishes a check. What it asks for of packed files is unpacked again: that is seldom needed. Where a file that it asked
 * for was changed meanwhile, the check is finished once more without it.
 */
async function finish({ checker, sources }: FilledChecker): Promise<CheckReport> {
  const all = [...sources.values()];
  let report = checker.finish();
  const wanted = all.filter((source) => source.isWanted());
  for (const source of wanted) await source.keep();
  if (wanted.length > 0) report = checker.finish();
  return all.filter((source) => !source.isStill()).length === 0 ? report : checker.finish();
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
