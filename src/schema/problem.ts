/** Steps from a value to a part of it: object keys and array indexes. */
export type Path = readonly (string | number)[];

/**
 * A stable name of a kind of mistake: `area/mistake`. Codes are added, never renamed.
 *
 * The areas are those of the checker's contract; see `docs/rules.md`.
 */
export type FindingCode =
  `${'syntax' | 'schema' | 'reference' | 'time' | 'claim' | 'event' | 'anchor' | 'source' | 'assessment' | 'io'}/${string}`;

/** What a cross-field rule reports: a mistake in a value, told relative to that value. */
export interface Problem {
  readonly code: FindingCode;
  readonly path: Path;
  readonly message: string;
  /** Which part of the text at `path` is meant; `'open'` is the opening of an object that lacks something. */
  readonly part?: 'value' | 'key' | 'open' | undefined;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
  readonly suggestion?: string | undefined;
  /** The string that means the same as the one at `path`, and is right. */
  readonly replacement?: string | undefined;
  /** Other parts of the same value that belong to the mistake. */
  readonly related?: readonly { readonly path: Path; readonly message: string }[] | undefined;
}
