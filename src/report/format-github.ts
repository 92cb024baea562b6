import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { hashText } from '../check/hash-text.js';
import type { Severity } from '../finding/finding.js';
import { thousands } from '../primitives/thousands.js';
import { type Caps, capDiagnostics } from './caps.js';
import { printable } from './display-width.js';
import { formatCompact } from './format-compact.js';

/** GitHub shows no more annotations of a step than this, and says nothing of those that it drops. */
const MOST_ANNOTATIONS = 10;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Writes for the log of a GitHub Actions step: the worst findings as annotations, and all of them in a group of lines.
 * `max` and `maxPerCode` shorten either where they are given. The step summary is {@link githubSummary}.
 */
export function* formatGithub(report: CheckReport, caps: Caps = {}): Generator<string> {
  for (const diagnostic of annotated(report.diagnostics, caps)) yield `${annotation(diagnostic)}\n`;
  if (report.diagnostics.length === 0) return;
  const log = (): Generator<string> =>
    formatCompact(report, { max: caps.max ?? Infinity, maxPerCode: caps.maxPerCode ?? Infinity });
  yield `::group::${escapeData(`All ${thousands(report.diagnostics.length)} findings`)}\n`;
  // Commands are switched off while data is printed, until a word that stands nowhere in it.
  let token = '';
  for (const line of log()) token = hashText(token + line);
  yield `::stop-commands::${token}\n`;
  yield* log();
  yield `::${token}::\n::endgroup::\n`;
}

/** The findings that are shown beside the code, in their order: errors before warnings, the first of every code. */
function annotated(diagnostics: readonly Diagnostic[], { max, maxPerCode }: Caps): readonly Diagnostic[] {
  const worstFirst = [...diagnostics].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const most = Math.min(MOST_ANNOTATIONS, max ?? MOST_ANNOTATIONS);
  const chosen = new Set(capDiagnostics(worstFirst, { max: most, maxPerCode }).shown);
  return diagnostics.filter((diagnostic) => chosen.has(diagnostic));
}

function annotation(diagnostic: Diagnostic): string {
  const { severity, code, message, file, line, column, endLine, endColumn, recordId } = diagnostic;
  // GitHub takes columns only where the annotation ends on the line that it begins on
  const columns = line !== null && line === endLine;
  const properties = {
    title: code,
    file: printable(file),
    line,
    endLine,
    col: columns ? column : null,
    endColumn: columns ? endColumn : null,
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = printable(recordId === null ? message : `${message} [${recordId}]`);
  return `::${commands[severity]} ${written.join(',')}::${escapeData(text)}`;
}

/** Escapes what a workflow command says, as `@actions/core` does. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
