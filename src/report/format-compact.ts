import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { type Caps, capDiagnostics } from './caps.js';
import { printable } from './display-width.js';

/** Writes one line a diagnostic: `file:line:column: code message [record id]`. */
export function formatCompact(report: CheckReport, caps: Caps = {}): string {
  const { shown, hidden } = capDiagnostics(report.diagnostics, caps);
  const lines = [...shown.map(compactLine), ...hidden];
  return lines.map((line) => `${line}\n`).join('');
}

function compactLine({ file, line, column, severity, code, message, recordId }: Diagnostic): string {
  const place = line === null ? file : `${file}:${line}:${column}`;
  const label = severity === 'error' ? '' : `${severity} `;
  const id = recordId === null ? '' : ` [${recordId}]`;
  return printable(`${place}: ${label}${code} ${message}${id}`);
}
