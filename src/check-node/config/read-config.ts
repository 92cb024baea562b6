import { findingsFromIssues } from '../../finding/from-issues.js';
import type { PathSegment, PlacePart } from '../../text/document.js';
import { parseJson } from '../../text/json/parse-json.js';
import { createLineIndex } from '../../text/lines.js';
import type { Span } from '../../text/problem.js';
import { type CheckConfig, CheckConfigSchema } from './config.js';

/** A configuration as it was read. */
export interface ReadConfig {
  readonly config: CheckConfig;
  readonly bytes: Uint8Array;
  /** Where a part of it stands, in bytes; of the nearest thing around it where there is no such part. */
  place(path: readonly PathSegment[]): Span;
}

/** A mistake in a configuration. */
export interface ConfigFault {
  readonly line: number;
  /** In UTF-16 units, from 1. */
  readonly column: number;
  readonly message: string;
}

const noSubject = { recordId: null, recordType: null };

/** Reads the text of a configuration, or lists everything that is wrong with it, in the order of the text. */
export function readConfig(bytes: Uint8Array): ReadConfig | readonly ConfigFault[] {
  const document = parseJson(bytes);
  const lines = createLineIndex(bytes);
  const place = (path: readonly PathSegment[], part: PlacePart): Span => {
    for (let length = path.length; length >= 0; length--) {
      const found = document.place(path.slice(0, length), length === path.length ? part : 'open');
      if (found) return found;
    }
    return { start: 0, end: 0 };
  };
  const faults: (ConfigFault & { readonly at: number })[] = [];
  const tell = (at: number, message: string): void => {
    faults.push({ at, ...lines.position(at), message });
  };
  // A byte order mark changes nothing here, and the schema refuses a `__proto__` like any key that it does not know.
  const problems = document.problems.filter(
    ({ code }) => code !== 'syntax/bom' && code !== 'syntax/proto-key',
  );
  for (const { start, message, suggestion } of problems) {
    tell(start, suggestion === undefined ? message : `${message}: ${suggestion}`);
  }
  if (!document.damaged([])) {
    const result = CheckConfigSchema.safeParse(document.value);
    if (result.success && problems.length === 0) {
      return { config: result.data, bytes, place: (path) => place(path, 'value') };
    }
    const findings = result.success
      ? []
      : findingsFromIssues(CheckConfigSchema, document.value, result.error.issues, noSubject);
    for (const { path, part, message } of findings) tell(place(path, part).start, message);
  }
  return faults.sort((a, b) => a.at - b.at).map(({ line, column, message }) => ({ line, column, message }));
}
