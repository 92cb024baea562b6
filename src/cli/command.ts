import type { CommandIo, ExitCode } from './io.js';
import type { OptionSpecs, WordList } from './parse-options.js';

/** A command as it is run. */
export interface LoadedCommand {
  readonly run: (argv: readonly string[], io: CommandIo) => Promise<ExitCode>;
  readonly options: OptionSpecs;
}

/** A command as it is listed. */
export interface Command {
  readonly name: string;
  /** What follows the name, for the help. */
  readonly operands: string;
  readonly summary: string;
  /** What a shell may propose behind the name. */
  readonly proposes?: WordList | undefined;
  /** Loads the command: the others do not cost start-up time. */
  load(): Promise<LoadedCommand>;
}
