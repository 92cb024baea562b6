import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import type { Severity } from '../finding/finding.js';
import { printable } from './display-width.js';
import { fingerprintsOf } from './fingerprints.js';

/** How bad GitLab calls it: beside these it knows `critical` and `blocker`. */
const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** Writes a GitLab Code Quality report: a JSON array of issues, each with a fingerprint of its own. */
export function* formatGitlab({ diagnostics }: CheckReport): Generator<string> {
  const fingerprints = fingerprintsOf(diagnostics);
  yield '[';
  let separator = '\n  ';
  for (const [index, diagnostic] of diagnostics.entries()) {
    yield separator + JSON.stringify(issueOf(diagnostic, fingerprints[index]!));
    separator = ',\n  ';
  }
  yield diagnostics.length === 0 ? ']\n' : '\n]\n';
}

function issueOf(
  { code, severity, message, file, line, endLine, recordId }: Diagnostic,
  fingerprint: string,
): object {
  const begin = line ?? 1;
  return {
    description: printable(recordId === null ? message : `${message} [${recordId}]`),
    check_name: code,
    fingerprint,
    severity: severities[severity],
    // relative to the root of the repository, and without a dot before it: GitLab compares texts
    location: { path: printable(file.replace(/^(?:\.\/+)+/, '')), lines: { begin, end: endLine ?? begin } },
  };
}
