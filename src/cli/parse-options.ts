import { parseArgs } from 'node:util';
import { nearest } from '../finding/nearest.js';
import { UsageError } from './io.js';

/** What an option takes, and the words that it allows. */
export interface OptionSpec {
  /** `optional` takes a value behind an equals sign alone: `--name` or `--name=value`. */
  readonly type: 'string' | 'boolean' | 'optional';
  readonly short?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** The only values allowed. */
  readonly values?: readonly string[] | undefined;
  /** What a shell may propose as the value; with two lists, the second is for what follows an equals sign in it. */
  readonly proposes?: WordList | readonly [WordList, WordList] | undefined;
  /** How the value is called in the help. */
  readonly placeholder?: string | undefined;
  readonly help: string;
  /** Under which heading the help lists it. */
  readonly group?: string | undefined;
}

/** Words that a shell may propose. */
export type WordList =
  | 'codes'
  | 'settable codes'
  | 'severity levels'
  | 'record types'
  | 'formats'
  | 'schemas'
  | 'shells'
  | 'commits'
  | 'files';

/** Options by their long names. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The arguments of a command, each option with all its values. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value of an option, if it was given; empty where it was given without one. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Reads the arguments of a command. Throws a `UsageError` that names what was probably meant. */
export function parseOptions(argv: readonly string[], specs: OptionSpecs): Arguments {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string; multiple: boolean }> = {};
  for (const [name, { type, short }] of Object.entries(specs)) {
    options[name] = {
      type: type === 'string' ? 'string' : 'boolean',
      multiple: true,
      ...(short === undefined ? {} : { short }),
    };
  }
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) throw new UsageError(unknownOption(token.rawName, token.name, specs));
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`option ${token.rawName} takes no value`);
    }
    // A value that looks like an option is nearly always a forgotten one; `--name=-x` says that it is meant.
    if (spec.type === 'optional' && token.value === '') {
      throw new UsageError(`option ${token.rawName}= needs a value: ${spec.placeholder ?? 'a text'}`);
    }
    const forgotten = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    if (spec.type === 'string' && forgotten) {
      throw new UsageError(`option ${token.rawName} needs a value: ${spec.placeholder ?? 'a text'}`);
    }
    const value = token.value ?? '';
    if (spec.values && !spec.values.includes(value)) {
      throw new UsageError(unknownWord(`option ${token.rawName}`, value, spec.values));
    }
    const values = found.get(token.name);
    if (values) values.push(value);
    else found.set(token.name, [value]);
  }
  return {
    positionals,
    value: (name) => found.get(name)?.at(-1),
    values: (name) => found.get(name) ?? [],
    flag: (name) => found.has(name),
  };
}

function unknownOption(written: string, name: string, specs: OptionSpecs): string {
  const meant = nearest(name, Object.keys(specs));
  return `unknown option ${written}${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}

/** Says that a word is none of those allowed, and which was probably meant. */
export function unknownWord(what: string, word: string, allowed: readonly string[]): string {
  const meant = nearest(word, allowed);
  const hint = meant === undefined ? `expected ${allowed.join(', ')}` : `did you mean ${meant}?`;
  return `${what}: ${JSON.stringify(word)} is not known; ${hint}`;
}
