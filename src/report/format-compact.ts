import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { type Caps, capDiagnostics } from './caps.js';
import { printable } from './display-width.js';

/** Writes one line a diagnostic: `file:line:column: code message [record id]`. */
export function* formatCompact(report: CheckReport, caps: Caps = {}): Generator<string> {
  const { shown, hidden } = capDiagnostics(report.diagnostics, caps);
  for (const diagnostic of shown) yield `${compactLine(diagnostic)}\n`;
  for (const line of hidden) yield `${line}\n`;
}

function compactLine({ file, line, column, severity, code, message, recordId }: Diagnostic): string {
  const place = line === null ? file : `${file}:${line}:${column}`;
  const label = severity === 'error' ? '' : `${severity} `;
  const id = recordId === null ? '' : ` [${recordId}]`;
  return printable(`${place}: ${label}${code} ${message}${id}`);
}
