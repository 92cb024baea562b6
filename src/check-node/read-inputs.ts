import type { Checker } from '../check/checker.js';
import type { FileSource, SourcePool } from './file-source.js';
import { findFiles } from './find-files.js';
import type { PathMatcher } from './match-files.js';

/** Where the files of a check come from. */
export interface InputOptions {
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
}

/** How inputs are read. */
export interface ReadOptions extends InputOptions {
  /** Makes ready what reading a file of a name takes. */
  readonly beforeFile: (name: string) => Promise<void>;
}

/**
 * Hands a checker what paths, folders and globs lead to, one file after the other. Answers the sources by the names
 * that diagnostics give them.
 */
export async function readInputs(
  checker: Checker,
  paths: Iterable<string>,
  pool: SourcePool,
  options: ReadOptions,
): Promise<ReadonlyMap<string, FileSource>> {
  const all = [...paths];
  const found = await findFiles(
    all.filter((path) => path !== '-'),
    options.cwd ?? process.cwd(),
    options.ignore,
  );
  checker.addSkipped(found.skipped);
  for (const { name, code, message } of found.faults) checker.addFault(name, code, message);

  const sources = new Map<string, FileSource>();
  const total = found.files.length + (all.includes('-') ? 1 : 0);
  const read = async (name: string, source: FileSource): Promise<void> => {
    options.onFile?.(name, sources.size + 1, total);
    sources.set(name.replaceAll('\\', '/'), source);
    await options.beforeFile(name);
    await readSource(checker, name, source);
  };
  if (all.includes('-')) {
    await read(options.stdinName ?? '<stdin>', pool.stream(options.stdin ?? process.stdin));
  }
  for (const { name, path } of found.files) await read(name, pool.file(path));
  return sources;
}

/** Reads one file to its end, or as far as it can be read. */
async function readSource(checker: Checker, name: string, source: FileSource): Promise<void> {
  const open = () => checker.openFile(name, source.reread);
  let file: ReturnType<typeof open> | undefined;
  const fault = await source.feed((piece) => {
    file ??= open();
    return file.write(piece);
  });
  if (fault === undefined) {
    (file ?? open()).end();
    return;
  }
  const records = file?.end(true) ?? 0;
  const rest = records > 0 ? 'only the records before that were checked' : 'it was not checked';
  const aside = fault.code === 'io/changed' || file === undefined ? '' : `; ${rest}`;
  checker.addFault(name, fault.code, `${fault.message}${aside}`);
}
