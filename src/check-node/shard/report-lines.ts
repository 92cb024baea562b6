import type { FileFault } from '../../check/faults.js';
import { createPart, type GrowingPart, type Part } from '../../check/part.js';
import type { RecordFacts } from '../../rules/facts.js';
import type { WorkerOptions } from '../jobs/worker-protocol.js';
import { createLineDigest } from './line-digest.js';
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
  /** The CRC-32 of the bytes that were read, unpacked. */
  readonly sum?: number | undefined;
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

/** The lines of the report of a shard. The last says how many there are, and what they hold: its SHA-256. */
export function* reportLines(
  header: ShardHeader,
  parts: readonly ShardPart[],
): Generator<string, void, undefined> {
  let lines = 0;
  const digest = createLineDigest();
  const line = (value: object): string => {
    lines++;
    const text = JSON.stringify(value);
    digest.add(text);
    return `${text}\n`;
  };
  yield line(header);
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
  yield line({ end: lines, sha256: digest.value() });
}

/** What a line of a report may hold, besides the first and the last. */
interface Line {
  readonly read?: Omit<ShardPart, 'part'>;
  readonly part?: Omit<Part, 'found' | 'facts' | 'places' | 'salvaged' | 'file'>;
  readonly found?: Part['found'][number];
  readonly facts?: Omit<RecordFacts, 'record'>;
  readonly at?: readonly (number | string)[];
  readonly salvaged?: string;
}

/**
 * Reads the report of a shard, twice: what it holds is believed once it is known to be what was written. Throws a
 * `ReportError` where it is no report, or not whole.
 */
export function readReport(
  name: string,
  lines: () => Iterable<string>,
): { readonly header: ShardHeader; readonly parts: readonly ShardPart[] } {
  const last = lastLine(name, lines());
  const parts: ShardPart[] = [];
  let header: ShardHeader | undefined;
  let current: GrowingPart | undefined;
  let number = 0;
  for (const text of lines()) {
    if (++number > last) break;
    if (!header) {
      header = JSON.parse(text) as ShardHeader;
      continue;
    }
    const { read, part, found, facts, at, salvaged }: Line = JSON.parse(text);
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
  }
  return { header: header!, parts };
}

/** Sees to it that lines are those of a whole report; gives how many there are before the last. */
function lastLine(name: string, lines: Iterable<string>): number {
  const digest = createLineDigest();
  let count = 0;
  let last: string | undefined;
  for (const text of lines) {
    if (last === undefined) checkHeader(name, parsed(text));
    else {
      digest.add(last);
      count++;
    }
    last = text;
  }
  if (last === undefined) throw new ReportError(`${name}: this is empty, and no report of a shard`);
  const end = parsed(last) as { end?: unknown; sha256?: unknown } | null | undefined;
  if (end?.end === undefined) {
    throw new ReportError(
      `${name}: this report ends too early, after ${count + 1} lines: check the shard again`,
    );
  }
  if (end.end !== count || end.sha256 !== digest.value()) {
    throw new ReportError(`${name}: this report is not as it was written: check the shard again`);
  }
  return count;
}

/** What a text is in JSON; `undefined` where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkHeader(name: string, value: unknown): void {
  const header = value as Partial<ShardHeader> | null | undefined;
  if (header?.newsdomain !== 'shard report') {
    throw new ReportError(`${name}: this is no report of a shard, which says so in its first line`);
  }
  if (header.version !== 1) {
    throw new ReportError(
      `${name}: a report of version ${header.version} is not known here: use one version of newsdomain`,
    );
  }
}

function partOf(file: string, part: NonNullable<Line['part']>): GrowingPart {
  const { format, start, end, hasMore, records, complete, isPartial, lines, isSettled } = part;
  const told = { format, end, hasMore, records, complete, isPartial, lines, isSettled };
  return Object.assign(createPart(file, start), told);
}
