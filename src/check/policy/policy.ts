import type { Severity } from '../../finding/finding.js';
import { type CheckReport, compareDiagnostics, type Diagnostic } from '../diagnostic.js';

/** What becomes of a diagnostic before it is reported: itself, a changed one, or nothing. */
export type Policy = (diagnostic: Diagnostic) => Diagnostic | undefined;

/** Applies policies to every diagnostic of a report, one after the other, and counts again. */
export function applyPolicies(report: CheckReport, policies: readonly Policy[]): CheckReport {
  const kept: Diagnostic[] = [];
  for (const diagnostic of report.diagnostics) {
    let current: Diagnostic | undefined = diagnostic;
    for (const policy of policies) current = current && policy(current);
    if (current) kept.push(current);
  }
  return recount(report, kept);
}

/** Adds diagnostics to a report, in their places. */
export function addDiagnostics(report: CheckReport, added: readonly Diagnostic[]): CheckReport {
  if (added.length === 0) return report;
  return recount(report, [...report.diagnostics, ...added].sort(compareDiagnostics));
}

function recount(report: CheckReport, diagnostics: readonly Diagnostic[]): CheckReport {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  const { error: errors, warning: warnings, note: notes } = counts;
  return { ...report, summary: { ...report.summary, errors, warnings, notes }, diagnostics };
}
