import type { CheckReport, FailOn } from '../check/diagnostic.js';
import { formatCompact } from './format-compact.js';
import { formatGithub } from './format-github.js';
import { formatGitlab } from './format-gitlab.js';
import { formatJson } from './format-json.js';
import { formatJunit } from './format-junit.js';
import { formatNdjson } from './format-ndjson.js';
import { formatPretty, type PrettyOptions } from './format-pretty.js';
import { formatSarif } from './format-sarif.js';
import { inPieces } from './in-pieces.js';
import type { OutputFormat } from './output-format.js';

/** What formats need beside the report. */
export interface FormatOptions extends PrettyOptions {
  /** The version of newsdomain, which `sarif` tells; without it none is told. */
  readonly version?: string | undefined;
  /** From which severity on `junit` calls a finding a failure; `'error'` by default. */
  readonly failOn?: FailOn | undefined;
}

/**
 * Writes a report in an output format, piece by piece: a report of a million diagnostics is longer than a string can
 * be. Otherwise as {@link formatDiagnostics}.
 *
 * @example
 * ```ts
 * import { checkText, diagnosticPieces } from 'newsdomain/check';
 *
 * const report = checkText('{"type":"claim","id":"claim:a"}', { file: 'a.json' });
 * [...diagnosticPieces(report, 'compact')].length; // => 1
 * ```
 */
export function diagnosticPieces(
  report: CheckReport,
  format: OutputFormat,
  options: FormatOptions = {},
): Iterable<string> {
  return inPieces(texts(report, format, options));
}

function texts(report: CheckReport, format: OutputFormat, options: FormatOptions): Iterable<string> {
  switch (format) {
    case 'pretty':
      return [formatPretty(report, options)];
    case 'compact':
      return formatCompact(report, options);
    case 'json':
      return formatJson(report);
    case 'ndjson':
      return formatNdjson(report);
    case 'github':
      return formatGithub(report, options);
    case 'gitlab':
      return formatGitlab(report);
    case 'sarif':
      return formatSarif(report, options.version);
    case 'junit':
      return formatJunit(report, options.failOn);
  }
}

/**
 * Writes a report in an output format. `pretty` and `compact` show at most `max` diagnostics and say how many there
 * are beside them, and so does the log of `github` where `max` is given; all others are whole, but for `sarif`, which
 * keeps the 5,000 worst.
 *
 * @example
 * ```ts
 * import { checkText, formatDiagnostics } from 'newsdomain/check';
 *
 * const report = checkText('{"type":"claim","id":"claim:a"}', { file: 'a.json' });
 * formatDiagnostics(report, 'compact'); // => 'a.json:1:1: schema/required required key "text" is missing [claim:a]\n'
 * ```
 */
export function formatDiagnostics(
  report: CheckReport,
  format: OutputFormat,
  options: FormatOptions = {},
): string {
  return [...diagnosticPieces(report, format, options)].join('');
}
