import type { ReplaceOptions } from '../check-node/replace-file.js';

/** What the command line takes from the process and gives to it. */
export interface CommandIo {
  /** Writes text; what it returns is awaited, so that a slow reader slows the writer. */
  readonly stdout: (text: string) => void | Promise<void>;
  readonly stderr: (text: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes a file whole or not at all, as `replaceFile` does. */
  readonly writeFile: (
    path: string,
    pieces: Iterable<string | Uint8Array>,
    options?: ReplaceOptions,
  ) => Promise<void>;
  /** Adds to the end of a file, which is made where there is none. */
  readonly appendFile: (path: string, text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder that holds `package.json` and `schema/`. */
  readonly packageRoot: URL;
  /** The module that reads files beside the one that asks for it; none where everything is done by one. */
  readonly worker?: URL | undefined;
  /** The columns of the terminal that standard output is; `undefined` where it is none. */
  readonly columns: number | undefined;
  /** The terminal that standard error is; `undefined` where it is none. */
  readonly terminal?: { readonly columns: number; readonly now: () => number } | undefined;
}

/** The exit codes of every command: a higher one tells more than a lower one. */
export const exitCodes = { clean: 0, findings: 1, incomplete: 2, fault: 70 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that was written wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}
