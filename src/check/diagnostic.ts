import type { Severity } from '../finding/finding.js';

/** Another place that explains a diagnostic. */
export interface RelatedPlace {
  readonly file: string;
  /** From 1; `null` where the file has no such place. */
  readonly line: number | null;
  /** From 1, in UTF-16 units; `null` where the file has no such place. */
  readonly column: number | null;
  readonly message: string;
}

/** Bytes to replace in the file. */
export interface TextEdit {
  /** From the start of the decompressed file. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly text: string;
}

/** A change that mends the mistake safely. */
export interface Fix {
  readonly edits: readonly TextEdit[];
}

/** One mistake and where it stands. Plain JSON; every key is always there. */
export interface Diagnostic {
  /** Stable name of the kind of mistake, such as `schema/unknown-key`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The name of the file as given, with `/` between folders. */
  readonly file: string;
  /** From 1; `null` where the file could not be read. */
  readonly line: number | null;
  /** From 1, in UTF-16 units; a byte order mark takes none. */
  readonly column: number | null;
  readonly endLine: number | null;
  /** Exclusive. */
  readonly endColumn: number | null;
  /** From the start of the decompressed file. */
  readonly byteOffset: number | null;
  /** JSON Pointer (RFC 6901) from the root of the document; in NDJSON from the record. */
  readonly pointer: string | null;
  /** JSON Pointer from the record. */
  readonly recordPointer: string | null;
  readonly recordId: string | null;
  readonly recordType: string | null;
  /** At most 80 code points. */
  readonly expected: string | null;
  /** At most 80 code points. */
  readonly received: string | null;
  readonly suggestion: string | null;
  readonly fix: Fix | null;
  readonly related: readonly RelatedPlace[];
}

/** A diagnostic that says nothing yet but which file it is about. */
export function placeless(file: string): Diagnostic {
  return {
    code: '',
    severity: 'error',
    message: '',
    file: file.replaceAll('\\', '/'),
    line: null,
    column: null,
    endLine: null,
    endColumn: null,
    byteOffset: null,
    pointer: null,
    recordPointer: null,
    recordId: null,
    recordType: null,
    expected: null,
    received: null,
    suggestion: null,
    fix: null,
    related: [],
  };
}

/** What was checked, in numbers. */
export interface CheckSummary {
  readonly files: number;
  /** Files in the folders that are no data files. */
  readonly skipped: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Whether everything that was asked for could be checked. */
  readonly complete: boolean;
  /** Codes of the rules that the options left out. */
  readonly rulesNotRun: readonly string[];
}

/** The answer of a check: what the `json` format writes. */
export interface CheckReport {
  readonly version: 1;
  readonly summary: CheckSummary;
  /** Sorted by file, byte offset and code. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Orders diagnostics by file, byte offset and code, and then by whatever else tells them apart. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    (a.byteOffset ?? -1) - (b.byteOffset ?? -1) ||
    compareText(a.code, b.code) ||
    compareText(a.pointer ?? '', b.pointer ?? '') ||
    compareText(a.message, b.message)
  );
}

/** Orders texts by UTF-16 units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** When a check counts as failed: at errors alone, or at warnings too. */
export type FailOn = 'error' | 'warning';

/**
 * The exit code that a report stands for: 0 clean, 1 findings, 2 not everything could be checked.
 *
 * @example
 * ```ts
 * import { checkText, exitCodeOf } from 'newsdomain/check';
 *
 * exitCodeOf(checkText('{"type":"article","id":"article:a"}')); // => 0
 * exitCodeOf(checkText('{"type":"article"}')); // => 1
 * exitCodeOf(checkText('{"schemaVersion":"99","records":[]}')); // => 2
 * ```
 */
export function exitCodeOf(report: Pick<CheckReport, 'summary'>, failOn: FailOn = 'error'): 0 | 1 | 2 {
  const { complete, errors, warnings } = report.summary;
  if (!complete) return 2;
  return errors > 0 || (failOn === 'warning' && warnings > 0) ? 1 : 0;
}
