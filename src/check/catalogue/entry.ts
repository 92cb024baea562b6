import type { Severity } from '../../finding/finding.js';

/**
 * What a code is about: the syntax of a text, the schema of one record, one record as a whole, all records together, a
 * file, or the configuration.
 */
export type CodeScope = 'text' | 'schema' | 'record' | 'dataset' | 'file' | 'configuration';

/** A file that shows a mistake, or the same without it. */
export interface FileExample {
  /** The name of the file, which tells its syntax. */
  readonly file: string;
  /** What stands in it; where `contents` is there, what a person is shown in its place. */
  readonly text: string;
  /** What stands in it where that cannot be shown. */
  readonly contents?: (() => string | Uint8Array) | undefined;
}

/** A mistake that no file shows: what is typed, and what happens. */
export interface CommandExample {
  readonly command: string;
  readonly outcome: string;
}

/** What a person is told of a code. */
export interface CatalogueEntry {
  /** The stable name of the mistake. */
  readonly code: string;
  /** How bad it is where no configuration says otherwise. */
  readonly severity: Severity;
  readonly scope: CodeScope;
  /** What it is, in a few words. */
  readonly title: string;
  /** Why it is a mistake, and how to mend it. */
  readonly explanation: string;
  readonly bad: FileExample | CommandExample;
  readonly good: FileExample | CommandExample;
  /** The code is found only where `now` is given; the examples are judged at this instant. */
  readonly now?: string | undefined;
}
