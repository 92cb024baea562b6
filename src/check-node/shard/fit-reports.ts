import { isDeepStrictEqual } from 'node:util';
import { thousands } from '../../primitives/thousands.js';
import { ReportError, type ShardHeader, type ShardPart } from './report-lines.js';
import { layFiles, shardSpan } from './shard-space.js';

/** The report of a shard, and the file that it is in. */
export interface NamedReport {
  readonly name: string;
  readonly header: ShardHeader;
  readonly parts: readonly ShardPart[];
}

/** Puts reports in the order of their shards. Throws a `ReportError` where they are not those of one check, each once. */
export function fitReports(reports: readonly NamedReport[]): readonly [NamedReport, ...NamedReport[]] {
  const [first, ...others] = [...reports].sort((a, b) => a.header.shard.index - b.header.shard.index);
  if (!first) throw new ReportError('there are no reports to merge');
  for (const other of others) {
    const differs = differenceOf(first.header, other.header);
    if (differs !== undefined) {
      throw new ReportError(`${first.name} and ${other.name} are not of one check: ${differs}`);
    }
  }
  const { count } = first.header.shard;
  const byIndex = new Map<number, NamedReport>();
  for (const report of [first, ...others]) {
    const { index } = report.header.shard;
    const same = byIndex.get(index);
    if (same) throw new ReportError(`${same.name} and ${report.name} are both of shard ${index} of ${count}`);
    byIndex.set(index, report);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    throw new ReportError(missing.map((index) => missingShard(index, first.header)).join('\n'));
  }
  checkNeighbours([first, ...others]);
  return [first, ...others];
}

/** What keeps two reports from being of one check. */
function differenceOf(a: ShardHeader, b: ShardHeader): string | undefined {
  const told = (what: string, one: unknown, other: unknown): string =>
    `${what} ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  if (a.program !== b.program) return told('they were made by versions', a.program, b.program);
  if (a.shard.count !== b.shard.count) {
    return told('the files were cut into shards of the number', a.shard.count, b.shard.count);
  }
  for (const key of new Set([...Object.keys(a.options), ...Object.keys(b.options)])) {
    const [one, other] = [a, b].map(({ options }) => options[key as keyof typeof options]);
    if (!isDeepStrictEqual(one, other)) return told(`option ${key} was`, one ?? null, other ?? null);
  }
  if (a.knownIds !== b.knownIds) return 'the ids that exist elsewhere were not the same';
  const most = Math.max(a.files.length, b.files.length);
  for (let at = 0; at < most; at++) {
    const [one, other] = [a.files[at], b.files[at]];
    if (isDeepStrictEqual(one, other)) continue;
    if (one?.[0] === other?.[0]) return `${one![0]} had ${one![1]} bytes, and then ${other![1]}`;
    return `the files were not the same (${one?.[0] ?? 'no more'}, ${other?.[0] ?? 'no more'})`;
  }
  if (!isDeepStrictEqual([a.skipped, a.faults], [b.skipped, b.faults])) {
    return 'other files were passed over, or could not be found';
  }
  return undefined;
}

/** Says what a missing shard leaves unread. */
function missingShard(index: number, { shard: { count }, files }: ShardHeader): string {
  const laid = layFiles(files.map(([name, size]) => ({ name, size })));
  const total = laid.at(-1)?.end ?? 0;
  const { start, end } = shardSpan({ index, count }, total);
  const [first, ...more] = laid.filter((one) => one.end > start && one.start < end);
  const last = more.at(-1) ?? first;
  const from = first && `${first.file.name} from byte ${thousands(Math.max(0, start - first.start))}`;
  const to =
    last &&
    `${last === first ? '' : `${last.file.name} `}to byte ${thousands(Math.min(end, last.end) - last.start)}`;
  const where = from ? ` (${from} ${to})` : '';
  return `shard ${index} of ${count} is missing: bytes ${thousands(start)} to ${thousands(end)} of ${thousands(total)}${where}`;
}

/** Sees to it that parts of one file are parts of the same. */
function checkNeighbours(reports: readonly NamedReport[]): void {
  let before: { readonly report: NamedReport; readonly one: ShardPart } | undefined;
  for (const report of reports) {
    for (const one of report.parts) {
      const last = before;
      before = { report, one };
      if (last?.one.file !== one.file || !last.one.part || !one.part) continue;
      const [name] = report.header.files[one.file]!;
      if (last.one.part.end !== one.part.start || last.one.edges?.[1] !== one.edges?.[0]) {
        throw new ReportError(
          `${name} was changed between ${last.report.name} and ${report.name}: check it again`,
        );
      }
    }
  }
}
