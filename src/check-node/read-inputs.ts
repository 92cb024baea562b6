import type { FileFault } from '../check/checker.js';
import { formatOfName } from '../check/detect-format.js';
import type { CheckOptions } from '../check/options.js';
import { findFiles } from './find-files.js';
import type { PathMatcher } from './match-files.js';
import { defaultMaxBytes, type ReadBytes, readChunks, readFileBytes } from './read-bytes.js';

/** Where the files of a check come from. */
export interface InputOptions extends Pick<CheckOptions, 'input'> {
  /** What relative paths start from; the folder of the process by default. */
  readonly cwd?: string | undefined;
  /** Whether a file or folder, by its absolute path, is passed over where a folder or a glob leads to it. */
  readonly ignore?: PathMatcher | undefined;
  /** Is told of every file before it is read: its name, and the how manieth of how many it is. */
  readonly onFile?: ((name: string, number: number, total: number) => void) | undefined;
  /** What the path `-` reads; the standard input of the process by default. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The name of what the path `-` reads, which also tells its syntax; `<stdin>` by default. */
  readonly stdinName?: string | undefined;
  /** The longest text that is read, in bytes when decompressed; 512 MiB by default. */
  readonly maxBytes?: number | undefined;
}

/** One thing that the paths of a check led to. */
export type Input =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly name: string; readonly code: FileFault; readonly message: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** Reads what paths, folders and globs lead to, one file after the other. */
export async function* readInputs(
  paths: Iterable<string>,
  options: InputOptions = {},
): AsyncGenerator<Input, void, undefined> {
  const all = [...paths];
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const found = await findFiles(
    all.filter((path) => path !== '-'),
    options.cwd ?? process.cwd(),
    options.ignore,
  );
  yield { kind: 'skipped', count: found.skipped };
  for (const fault of found.faults) yield { kind: 'fault', ...fault };
  const total = found.files.length + (all.includes('-') ? 1 : 0);
  let number = 0;
  if (all.includes('-')) {
    const name = options.stdinName ?? '<stdin>';
    options.onFile?.(name, ++number, total);
    yield* inputsOf(name, await readChunks(options.stdin ?? process.stdin, maxBytes), options);
  }
  for (const file of found.files) {
    options.onFile?.(file.name, ++number, total);
    yield* inputsOf(file.name, await readFileBytes(file.path, maxBytes), options);
  }
}

function* inputsOf(name: string, { bytes, fault }: ReadBytes, options: InputOptions): Generator<Input> {
  if (bytes === undefined || fault === undefined) {
    if (fault) yield { kind: 'fault', name, ...fault };
    if (bytes) yield { kind: 'file', name, bytes };
    return;
  }
  // Of a text that was cut off, only whole lines of records are worth reading: the cut itself is told already.
  const asked = options.input ?? 'auto';
  const lines = (asked === 'auto' ? formatOfName(name) : asked) === 'ndjson';
  const rest = lines ? 'only the records before the cut were checked' : 'it was not checked';
  yield { kind: 'fault', name, code: fault.code, message: `${fault.message}; ${rest}` };
  if (lines) yield { kind: 'file', name, bytes: bytes.subarray(0, bytes.lastIndexOf(10) + 1) };
}
