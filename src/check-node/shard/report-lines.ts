import type { FileFault } from '../../check/faults.js';
import { createPart, type GrowingPart, type Part } from '../../check/part.js';
import type { RecordFacts } from '../../rules/facts.js';
import type { WorkerOptions } from '../jobs/worker-protocol.js';
import type { Shard } from './shard-space.js';

/** What all shards of one check have in common, and which of them this is. */
export interface ShardHeader {
  readonly newsdomain: 'shard report';
  /** The version of this format. */
  readonly version: 1;
  /** The version of the program. */
  readonly program: string;
  readonly shard: Shard;
  readonly options: WorkerOptions;
  /** The SHA-256 of the ids that exist elsewhere. */
  readonly knownIds: string;
  readonly skipped: number;
  /** What was asked for and is not there. */
  readonly faults: readonly {
    readonly name: string;
    readonly code: FileFault;
    readonly message: string;
  }[];
  /** All files of the check, in their order, with their sizes on the disk. */
  readonly files: readonly (readonly [name: string, size: number])[];
}

/** What a shard read of one file. */
export interface ShardPart {
  /** The number of the file among all of the check. */
  readonly file: number;
  readonly part?: Part | undefined;
  readonly fault?: { readonly code: FileFault; readonly message: string } | undefined;
  readonly isPacked: boolean;
  /** The inode and the time of modification, in nanoseconds. */
  readonly identity?: readonly [inode: string, modified: string] | undefined;
  /** The SHA-256 of the bytes around either end of the part, where the file was cut there. */
  readonly edges?: readonly [start: string, end: string] | undefined;
}

/** A report that cannot be used. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  readonly code = 'report';
}

/** The lines of the report of a shard. The last says that nothing is missing. */
export function* reportLines(
  header: ShardHeader,
  parts: readonly ShardPart[],
): Generator<string, void, undefined> {
  let lines = 1;
  const line = (value: object): string => {
    lines++;
    return `${JSON.stringify(value)}\n`;
  };
  yield `${JSON.stringify(header)}\n`;
  for (const { part, ...read } of parts) {
    if (!part) {
      yield line({ read });
      continue;
    }
    const { found, facts, places, salvaged, file: _, ...rest } = part;
    yield line({ read, part: rest });
    for (const one of found) yield line({ found: one });
    for (let index = 0; index < facts.count(); index++) {
      const { record: __, ...collected } = facts.at(index);
      const { start, end, from, document, path } = places.at(index);
      yield line({ facts: collected, at: [start, end, from.line, from.column, document, ...path] });
    }
    for (const id of salvaged) yield line({ salvaged: id });
  }
  yield line({ end: lines });
}

/** What a line of a report may hold, besides the first. */
interface Line {
  readonly read?: Omit<ShardPart, 'part'>;
  readonly part?: Omit<Part, 'found' | 'facts' | 'places' | 'salvaged' | 'file'>;
  readonly found?: Part['found'][number];
  readonly facts?: Omit<RecordFacts, 'record'>;
  readonly at?: readonly (number | string)[];
  readonly salvaged?: string;
  readonly end?: number;
}

/** Reads the report of a shard. Throws a `ReportError` where it is none, or not whole. */
export function readReport(
  name: string,
  lines: Iterable<string>,
): { readonly header: ShardHeader; readonly parts: readonly ShardPart[] } {
  let header: ShardHeader | undefined;
  const parts: ShardPart[] = [];
  let current: GrowingPart | undefined;
  let number = 0;
  let ended = false;
  for (const text of lines) {
    number++;
    try {
      if (ended) throw new Error('it goes on behind its end');
      if (!header) {
        header = headerOf(JSON.parse(text));
        continue;
      }
      const { read, part, found, facts, at, salvaged, end }: Line = JSON.parse(text);
      if (read) {
        current = part && partOf(header.files[read.file]![0], part);
        parts.push({ ...read, part: current });
      } else if (found) current!.found.push(found);
      else if (facts && at) {
        const [start, end, line, column, document, ...path] = at as number[];
        current!.facts.add(facts);
        const from = { byteOffset: start!, line: line!, column: column! };
        current!.places.add({ start: start!, end: end!, from, document: document!, path });
      } else if (salvaged !== undefined) current!.salvaged.push(salvaged);
      else if (end === number - 1) ended = true;
      else throw new Error('it is not of a kind that is known');
    } catch (error) {
      if (error instanceof ReportError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new ReportError(`${name}:${number}: this is no line of a report of a shard (${why})`);
    }
  }
  if (!header) throw new ReportError(`${name}: this is empty, and no report of a shard`);
  if (!ended) {
    throw new ReportError(
      `${name}: this report ends too early, after ${number} lines: check the shard again`,
    );
  }
  return { header, parts };
}

function partOf(file: string, part: NonNullable<Line['part']>): GrowingPart {
  const { format, start, end, hasMore, records, complete, isPartial, lines, isSettled } = part;
  const told = { format, end, hasMore, records, complete, isPartial, lines, isSettled };
  return Object.assign(createPart(file, start), told);
}

function headerOf(value: unknown): ShardHeader {
  const header = value as Partial<ShardHeader> | null;
  if (header?.newsdomain !== 'shard report')
    throw new Error('the first line says of every report what it is');
  if (header.version !== 1) {
    throw new ReportError(
      `a report of version ${header.version} is not known here: use one version of newsdomain`,
    );
  }
  return header as ShardHeader;
}
