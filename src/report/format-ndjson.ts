import type { CheckReport } from '../check/diagnostic.js';

/**
 * Writes a line of JSON a diagnostic, as in the `json` format, and a last line with the summary: whoever reads it knows
 * that nothing was cut off.
 */
export function* formatNdjson({ version, summary, diagnostics }: CheckReport): Generator<string> {
  for (const diagnostic of diagnostics) yield `${JSON.stringify(diagnostic)}\n`;
  yield `${JSON.stringify({ version, summary })}\n`;
}
