import type { CheckFilesOptions } from '../check-files.js';
import { findFiles } from '../find-files.js';
import { readTask, startReading } from '../jobs/read-task.js';
import { workerOptions } from '../jobs/worker-protocol.js';
import { sha256 } from '../sha256.js';
import { edgeAt } from './edges.js';
import { createPartSums } from './part-sums.js';
import { reportLines, type ShardHeader, type ShardPart } from './report-lines.js';
import { type Shard, shardSpan, stretchesOf } from './shard-space.js';

/** What a shard came to. */
export interface CheckedShard {
  /** The lines of the report. */
  report(): Iterable<string>;
  /** Whether everything that the shard is there for could be read. */
  readonly isComplete: boolean;
  /** The bytes that it is there for, of how many. */
  readonly span: { readonly start: number; readonly end: number; readonly total: number };
  readonly records: number;
  /** How many files it read, or parts of one. */
  readonly parts: number;
  /** How many mistakes were found so far. */
  readonly found: number;
}

/** How a shard is checked. */
export interface ShardOptions extends CheckFilesOptions {
  readonly shard: Shard;
  /** The version of the program, which all shards of a check must have been checked by. */
  readonly program: string;
}

/**
 * Checks one shard of the files that paths, folders and globs lead to, as far as that goes by itself: what records say
 * of each other is judged when all shards are merged.
 */
export async function checkShard(paths: Iterable<string>, options: ShardOptions): Promise<CheckedShard> {
  const { shard, program } = options;
  const found = await findFiles(paths, options.cwd ?? process.cwd(), options.ignore);
  const stretches = stretchesOf(found.files, shard, options.input ?? 'auto');
  const starting = startReading(options);
  const sums = createPartSums(starting.open);
  const reading = { ...starting, open: sums.open };
  const numbers = new Map(found.files.map((file, index) => [file, index]));
  const parts: ShardPart[] = [];
  let told = 0;
  for (const stretch of stretches) {
    const { file, lines } = stretch;
    options.onFile?.(file.name, ++told, stretches.length);
    const [{ part, fault, state } = {}] = await readTask([stretch], reading);
    // lines of which none begins here belong to the shard before
    if (part && part.start > 0 && part.start === part.end) continue;
    const edge = (at: number): string => (lines && at > 0 ? edgeAt(file.path, at) : undefined) ?? '';
    parts.push({
      file: numbers.get(file)!,
      part,
      fault,
      sum: part && sums.of(part),
      isPacked: state?.isPacked ?? false,
      identity: state && [String(state.identity.ino), String(state.identity.mtimeNs)],
      edges: part && lines && [edge(part.start), edge(part.end)],
    });
  }
  const header: ShardHeader = {
    newsdomain: 'shard report',
    version: 1,
    program,
    shard,
    options: workerOptions(options),
    knownIds: digestOfIds(options.knownIds),
    skipped: found.skipped,
    faults: found.faults,
    files: found.files.map(({ name, size }) => [name, size]),
  };
  const total = found.files.reduce((sum, { size }) => sum + size, 0);
  return {
    report: () => reportLines(header, parts),
    isComplete:
      found.faults.length === 0 &&
      parts.every(({ part, fault }) => fault === undefined && part?.complete !== false),
    span: { ...shardSpan(shard, total), total },
    records: parts.reduce((sum, { part }) => sum + (part?.records ?? 0), 0),
    parts: parts.length,
    found: parts.reduce((sum, { part }) => sum + (part?.found.length ?? 0), 0),
  };
}

/** Tells lists of ids apart, whatever their order. */
export const digestOfIds = (ids: Iterable<string> = []): string =>
  sha256(JSON.stringify([...new Set(ids)].sort()));
