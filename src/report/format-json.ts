import type { CheckReport } from '../check/diagnostic.js';

/** Writes the whole report as one JSON document, version 1, a diagnostic a line. */
export function* formatJson({ version, summary, diagnostics }: CheckReport): Generator<string> {
  yield `{\n  "version": ${version},\n  "summary": ${JSON.stringify(summary)},\n  "diagnostics": [`;
  let separator = '\n    ';
  for (const diagnostic of diagnostics) {
    yield separator + JSON.stringify(diagnostic);
    separator = ',\n    ';
  }
  yield `${diagnostics.length === 0 ? '' : '\n  '}]\n}\n`;
}
