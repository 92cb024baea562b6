import { availableParallelism } from 'node:os';
import type { PartChecker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import type { FileSource, SourcePool } from './file-source.js';
import { findFiles } from './find-files.js';
import { jobsFor } from './jobs/jobs-for.js';
import type { PathMatcher } from './match-files.js';
import { type ReadPart, readPart } from './read-part.js';

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

/** How files are read at the same time. */
export interface InputJobs {
  /** How many at most; as many as the machine has cores for when absent, where there is enough to do. */
  readonly count?: number | undefined;
  /** The module that a worker runs. */
  readonly worker: URL;
}

/**
 * Hands a checker what paths, folders and globs lead to. Answers the sources by the names that diagnostics give them.
 */
export async function readInputs(
  checker: PartChecker,
  paths: Iterable<string>,
  pool: SourcePool,
  options: ReadOptions & CheckOptions,
  jobs?: InputJobs,
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
  const told = new Set<string>();
  const total = found.files.length + (all.includes('-') ? 1 : 0);
  const tell = (name: string): void => {
    if (told.has(name)) return;
    told.add(name);
    options.onFile?.(name, told.size, total);
  };
  const add = (name: string, source: FileSource, read: readonly ReadPart[]): void => {
    sources.set(name.replaceAll('\\', '/'), source);
    for (const { part, fault } of read) {
      if (part) checker.addPart(part, source.reread);
      if (fault) checker.addFault(name, fault.code, fault.message);
    }
  };
  const readWhole = async (name: string, source: FileSource): Promise<void> => {
    tell(name);
    await options.beforeFile(name);
    add(name, source, [await readPart(source, () => checker.openPart(name))]);
  };

  if (all.includes('-')) {
    await readWhole(options.stdinName ?? '<stdin>', pool.stream(options.stdin ?? process.stdin));
  }
  const count = jobs?.count ?? jobsFor(found.files, availableParallelism());
  if (!jobs || count === 1) {
    for (const { name, path } of found.files) await readWhole(name, pool.file(path));
    return sources;
  }
  const { readFilesInJobs } = await import('./jobs/read-files.js');
  const read = await readFilesInJobs(found.files, {
    jobs: count,
    worker: jobs.worker,
    options,
    open: checker.openPart,
    pool,
    beforeFile: options.beforeFile,
    onTask: (task) => {
      for (const { file } of task) tell(file.name);
    },
  });
  for (const [{ name, path }, parts] of read) {
    if (!parts) {
      await readWhole(name, pool.file(path));
      continue;
    }
    // What a worker has read is read again here where something is found over several records.
    await options.beforeFile(name);
    add(name, pool.file(path, parts[0]?.state), parts);
  }
  return sources;
}
