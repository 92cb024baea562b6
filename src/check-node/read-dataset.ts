import { startChecker } from '../check/checker.js';
import type { CheckReport } from '../check/diagnostic.js';
import type { CheckOptions } from '../check/options.js';
import { type Dataset, loadDataset } from '../dataset/dataset.js';
import { createSourcePool } from './file-source.js';
import { createLazyYaml } from './lazy-yaml.js';
import { type InputOptions, readInputs } from './read-inputs.js';

/** How a dataset is read from files. */
export interface ReadDatasetOptions extends InputOptions, Pick<CheckOptions, 'input' | 'type' | 'maxBytes'> {}

/** Files that are no dataset. `report` says what is wrong and where, in the words of the checker. */
export class DatasetReadError extends Error {
  override readonly name = 'DatasetReadError';
  readonly code = 'invalid-files';
  readonly report: CheckReport;

  constructor(report: CheckReport) {
    super(summarize(report));
    this.report = report;
  }
}

/** How many diagnostics the message of an error lists. */
const MOST_LISTED = 10;

function summarize({ diagnostics }: CheckReport): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const lines = errors.slice(0, MOST_LISTED).map(({ file, line, column, code, message }) => {
    const place = line === null ? file : `${file}:${line}:${column}`;
    return `\n  ${place}: ${message} [${code}]`;
  });
  const more = errors.length > MOST_LISTED ? `\n  … and ${errors.length - MOST_LISTED} more` : '';
  return `these files are no dataset:${lines.join('')}${more}`;
}

/**
 * Reads files, folders and globs into one dataset. References need not resolve: `findIssues` says which do not.
 * Throws a `DatasetReadError` where a file cannot be read or holds anything but records.
 *
 * @example
 * ```ts
 * import { readDataset } from 'newsdomain/node';
 *
 * const stdin = (async function* () {
 *   yield new TextEncoder().encode('{"type":"claim","id":"claim:a","text":"It rained."}');
 * })();
 * (await readDataset(['-'], { stdin })).claims.length; // => 1
 * ```
 */
export async function readDataset(
  paths: Iterable<string>,
  options: ReadDatasetOptions = {},
): Promise<Dataset> {
  const records: unknown[] = [];
  const yaml = createLazyYaml(options.input);
  const checker = startChecker(
    { ...options, refs: 'off' },
    { onRecord: (record) => records.push(record), yaml: yaml.reader },
  );
  await readInputs(checker, paths, createSourcePool({ keepUnpacked: false }), {
    ...options,
    beforeFile: yaml.loadFor,
  });
  const report = checker.finish();
  if (report.summary.errors > 0) throw new DatasetReadError(report);
  return loadDataset(records);
}
