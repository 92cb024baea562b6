import type { FindingCode, Path } from '../schema/problem.js';

export type { FindingCode, Path } from '../schema/problem.js';

/** How bad a finding is: an `error` must be mended, a `warning` should be looked at, a `note` is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** Which record a finding is about. */
export interface FindingSubject {
  /** The `id` of the record the finding is about, where it has a usable one. */
  readonly recordId: string | null;
  /** The `type` of the record the finding is about, where it has a usable one. */
  readonly recordType: string | null;
}

/** Another place that belongs to a finding, such as the first of two records with one id. */
export interface RelatedPart extends FindingSubject {
  /** Steps from the root of that record to the part. */
  readonly path: Path;
  /** What is there, in words. */
  readonly message: string;
}

/** One mistake, told so that a person can act on it. Plain JSON. */
export interface Finding extends FindingSubject {
  /** Stable name of the kind of mistake, such as `schema/unknown-key`. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
  /** JSON Pointer (RFC 6901) to the part that is wrong, from the root of the value or record that was judged. */
  readonly pointer: string;
  /** The same as `pointer`, as steps. */
  readonly path: Path;
  /** Which part of the text at `path` is meant: the value, its key, or the opening of an object that lacks a key. */
  readonly part: 'value' | 'key' | 'open';
  /** What should be there, in 80 code points at most. */
  readonly expected: string | null;
  /** What is there, in 80 code points at most. */
  readonly received: string | null;
  /** The name or value that was probably meant. */
  readonly suggestion: string | null;
  /** The text that mends it safely, in the place of `part`: another key, or another string value. */
  readonly replacement: string | null;
  readonly related: readonly RelatedPart[];
}
