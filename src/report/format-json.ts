import type { CheckReport } from '../check/diagnostic.js';

/** How long a piece may get before it is handed on, in UTF-16 units. */
const PIECE = 1 << 20;

/**
 * Writes the whole report as one JSON document, version 1, a diagnostic a line. It comes in pieces: a report of a
 * million diagnostics is longer than a string can be.
 */
export function* jsonPieces({
  version,
  summary,
  diagnostics,
}: CheckReport): Generator<string, void, undefined> {
  let piece = `{\n  "version": ${version},\n  "summary": ${JSON.stringify(summary)},\n  "diagnostics": [`;
  let separator = '\n    ';
  for (const diagnostic of diagnostics) {
    piece += separator + JSON.stringify(diagnostic);
    separator = ',\n    ';
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}${diagnostics.length === 0 ? '' : '\n  '}]\n}\n`;
}

/** Writes the whole report as one JSON document, version 1. */
export function formatJson(report: CheckReport): string {
  return [...jsonPieces(report)].join('');
}
