import type { CheckReport } from '../check/diagnostic.js';
import { formatCompact } from './format-compact.js';
import { formatJson } from './format-json.js';
import { formatPretty, type PrettyOptions } from './format-pretty.js';

/** The output formats. */
export const outputFormats = ['pretty', 'compact', 'json'] as const;

/** One of the output formats. */
export type OutputFormat = (typeof outputFormats)[number];

/**
 * Writes a report in an output format. `pretty` and `compact` show at most `max` diagnostics and say how many there
 * are beside them; `json` is whole.
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
  options: PrettyOptions = {},
): string {
  switch (format) {
    case 'pretty':
      return formatPretty(report, options);
    case 'compact':
      return formatCompact(report, options);
    case 'json':
      return formatJson(report);
  }
}
