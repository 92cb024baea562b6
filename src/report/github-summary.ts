import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import type { LeftOut } from '../check/left-out.js';
import { thousands } from '../primitives/thousands.js';
import { type Caps, capDiagnostics } from './caps.js';
import { printable } from './display-width.js';
import { summaryLine } from './summary-line.js';

/** GitHub takes a mebibyte of summary from a step; this many UTF-16 units of ASCII leave room for other commands. */
const MOST = 512 * 1024;

/**
 * Writes the summary of a GitHub Actions step in Markdown: how many findings of which code, and the first of them. It
 * is what the command line appends to the file that `GITHUB_STEP_SUMMARY` names.
 *
 * @example
 * ```ts
 * import { checkText, githubSummary } from 'newsdomain/check';
 *
 * const report = checkText('{"type":"article","id":"article:a"}', { file: 'a.json' });
 * githubSummary(report); // => '### newsdomain check\n\n1 record in 1 file&#58; no findings\n\n'
 * ```
 */
export function githubSummary(report: CheckReport, caps: Caps = {}, leftOut: LeftOut = {}): string {
  const { shown, hidden } = capDiagnostics(report.diagnostics, caps);
  const parts = [`### newsdomain check\n\n${plain(summaryLine(report.summary, leftOut))}\n`];
  if (report.diagnostics.length > 0) {
    parts.push('\n| code | severity | findings |\n|---|---|---|\n', ...countRows(report.diagnostics));
    parts.push('\n| place | finding | record |\n|---|---|---|\n');
  }
  let length = parts.join('').length;
  const rest = hidden.map((line) => `\n${plain(line)}\n`).join('');
  for (const [index, diagnostic] of shown.entries()) {
    const row = findingRow(diagnostic);
    length += row.length;
    if (length > MOST) {
      parts.push(`\n… and ${thousands(shown.length - index)} more\n`);
      break;
    }
    parts.push(row);
  }
  return `${parts.join('')}${rest}\n`;
}

function countRows(diagnostics: readonly Diagnostic[]): readonly string[] {
  const counts = new Map<string, { code: string; severity: string; count: number }>();
  for (const { code, severity } of diagnostics) {
    const key = `${code} ${severity}`;
    const group = counts.get(key) ?? { code, severity, count: 0 };
    group.count++;
    counts.set(key, group);
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ code, severity, count }) => `| ${plain(code)} | ${severity} | ${thousands(count)} |\n`);
}

function findingRow({
  file,
  line,
  column,
  message,
  code,
  recordId,
  recordPointer,
  pointer,
}: Diagnostic): string {
  const place = line === null ? file : `${file}:${line}:${column}`;
  const record = [recordId, recordPointer ?? pointer]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  return `| ${plain(place)} | ${plain(message)} (${plain(code)}) | ${plain(record)} |\n`;
}

/**
 * Writes a text so that Markdown and HTML make nothing of it: every ASCII punctuation mark as a character reference,
 * but for those that mean nothing anywhere.
 */
function plain(text: string): string {
  const safe = /[!-/:-@[-`{-~]/g;
  return printable(text).replace(safe, (mark) => (',;'.includes(mark) ? mark : `&#${mark.charCodeAt(0)};`));
}
