import { resolve } from 'node:path';
import { startChecker } from '../../check/checker.js';
import type { Fault } from '../../check/faults.js';
import { createFileGlance } from '../fast/glance.js';
import { createFileCheck, type FileCheck } from '../file-check.js';
import { createSourcePool, type FileSource } from '../file-source.js';
import { errorCode } from '../find-files.js';
import type { WorkerOptions } from '../jobs/worker-protocol.js';
import { createLazyYaml } from '../lazy-yaml.js';
import { type FileIdentity, identityOf, whileOpen } from '../open-files.js';
import { areWhole, readPart } from '../read-part.js';
import { sha256 } from '../sha256.js';
import { digestOfIds } from './check-shard.js';
import { fitReports, type NamedReport } from './fit-reports.js';
import { holdsStill } from './part-sums.js';
import { ReportError, readReport, type ShardPart } from './report-lines.js';
import { textLines } from './text-lines.js';

/** How reports are merged. */
export interface MergeOptions {
  /** What relative paths start from, those of the reports and those of the files that they tell of. */
  readonly cwd: string;
  /** The version of the program, which must have made the reports. */
  readonly program: string;
  /** Ids of records that exist elsewhere: those that the shards were checked with. */
  readonly knownIds: readonly string[];
}

/** Reports that belong together. */
export interface MergedShards {
  /** The options that the shards were checked with. */
  readonly options: WorkerOptions;
  /** The names of all files. */
  readonly files: readonly string[];
  readonly check: FileCheck;
}

/** Reads the reports of all shards of a check. Throws a `ReportError` where they do not belong together, or one is missing. */
export function mergeReports(
  names: readonly string[],
  { cwd, program, knownIds }: MergeOptions,
): MergedShards {
  const reports = fitReports(
    names.map((name): NamedReport => {
      try {
        return { name, ...readReport(name, () => textLines(resolve(cwd, name))) };
      } catch (error) {
        if (error instanceof ReportError) throw error;
        throw new ReportError(`${name}: this report cannot be read (${errorCode(error)})`);
      }
    }),
  );
  const { header } = reports[0];
  if (header.program !== program) {
    throw new ReportError(`${reports[0].name} was made by version ${header.program}, and this is ${program}`);
  }
  if (header.knownIds !== digestOfIds(knownIds)) {
    throw new ReportError(
      'the shards were checked with other known ids: name the same files with --known-ids',
    );
  }
  const { options } = header;
  const yaml = createLazyYaml(options.input);
  const why = new Map<string, Fault>();
  const checker = startChecker(
    { ...options, knownIds, sha256 },
    { glance: createFileGlance, yaml: yaml.reader, whyLost: (file) => why.get(file) },
  );
  const pool = createSourcePool({ keepUnpacked: false });
  const sources = new Map<string, FileSource>();
  checker.addSkipped(header.skipped);
  for (const { name, code, message } of header.faults) checker.addFault(name, code, message);

  const ofFiles = new Map<number, ShardPart[]>();
  for (const one of reports.flatMap(({ parts }) => parts)) {
    const known = ofFiles.get(one.file);
    if (known) known.push(one);
    else ofFiles.set(one.file, [one]);
  }

  const fill = async (): Promise<void> => {
    for (const [number, parts] of [...ofFiles].sort(([a], [b]) => a - b)) {
      const [name, size] = header.files[number]!;
      const path = resolve(cwd, name);
      const now = identityNow(path);
      const isHere = typeof now !== 'string';
      if (!isHere) {
        const message = `this file must be read again where reports are merged, and cannot be (${now})`;
        why.set(name, { code: 'io/unreadable', message });
      } else if (
        now.size !== BigInt(size) ||
        !(isSeen(now, parts) || (await holdsStill(pool.file(path), parts)))
      ) {
        throw new ReportError(`${name} was changed since it was checked: check it again`);
      }
      const isPacked = parts[0]?.isPacked ?? false;
      const source = pool.file(path, isHere ? { identity: now, isPacked } : undefined);
      sources.set(name, source);
      await yaml.loadFor(name);
      // What is wrong in one part may decide how the next is to be read: it then takes the whole file to tell.
      const read = areWhole(parts)
        ? parts
        : isHere
          ? [await readPart(source, () => checker.openPart(name))]
          : [{ fault: why.get(name) }];
      for (const { part, fault } of read) {
        if (part) checker.addPart(part, source.reread);
        if (fault) checker.addFault(name, fault.code, fault.message);
      }
    }
  };
  return {
    options,
    files: header.files.map(([name]) => name),
    check: createFileCheck(pool, async () => {
      await fill();
      return { checker, sources };
    }),
  };
}

/** What a file is now; why it cannot be read where that is so. */
function identityNow(path: string): FileIdentity | string {
  try {
    return whileOpen(path, identityOf);
  } catch (error) {
    return errorCode(error);
  }
}

/** Whether it is by all signs this file, as it is now, that parts were read from: not a copy, not changed since. */
const isSeen = ({ ino, mtimeNs }: FileIdentity, parts: readonly ShardPart[]): boolean =>
  parts.every(({ identity }) => identity?.[0] === String(ino) && identity[1] === String(mtimeNs));
