/** Words to choose from: a list, or what the shell itself looks up. */
export type Words = readonly string[] | 'files' | 'commits';

/** What may be proposed as the value of an option. */
export interface Proposal {
  readonly first: Words;
  /** What may follow an equals sign in the value. */
  readonly second?: { readonly words: Words; readonly required: boolean } | undefined;
}

/** An option as a shell completes it. */
export interface CompletedOption {
  /** With its dashes. */
  readonly name: string;
  readonly short: string | undefined;
  readonly takes: 'string' | 'boolean' | 'optional';
  readonly multiple: boolean;
  readonly help: string;
  /** How the value is called. */
  readonly value: string;
  readonly proposal: Proposal | undefined;
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly operands: Words | undefined;
  readonly options: readonly CompletedOption[];
}
