import { resolve } from 'node:path';
import { errorCode } from '../check-node/find-files.js';
import type { CheckedShard } from '../check-node/shard/check-shard.js';
import { ReportError } from '../check-node/shard/report-lines.js';
import { runShard } from '../check-node/shard/run-shard.js';
import type { Shard } from '../check-node/shard/shard-space.js';
import { thousands } from '../primitives/thousands.js';
import { inPieces } from '../report/in-pieces.js';
import { checkSettings } from './check-settings.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { packageVersion } from './package-version.js';
import type { Arguments } from './parse-options.js';
import { showProgress } from './progress.js';

/** What is about the findings of a whole check, of which a shard knows only some. */
const laterOptions = [
  'baseline',
  'update-baseline',
  'changed',
  'fail-on',
  'fix',
  'dry-run',
  'format',
  'max',
  'max-per-code',
  'jobs',
];

/** More shards than this are a mistake. */
const MOST_SHARDS = 1_000_000;

/** Runs `newsdomain check --shard`: what is found goes into the report, and is told when all shards are merged. */
export async function checkShardCommand(args: Arguments, io: CommandIo): Promise<ExitCode> {
  const shard = shardOf(args);
  const file = args.value('report-file');
  if (file === undefined)
    throw new UsageError('option --shard needs --report-file: where its report is written');
  const later = laterOptions.find((name) => args.values(name).length > 0);
  if (later === 'jobs')
    throw new UsageError('options --shard and --jobs exclude each other: cut into more shards');
  if (later !== undefined) {
    throw new UsageError(
      `option --${later} is not for one shard: give it to newsdomain merge, if it is for that`,
    );
  }
  if (args.positionals.includes('-')) {
    throw new UsageError(
      'option --shard: standard input cannot be cut into shards; write it to a file first',
    );
  }
  const quiet = args.flag('quiet');
  const progress = showProgress(io, quiet);
  const settings = {
    ...(await checkSettings(args, io)),
    program: packageVersion(io),
    report: file,
    onFile: progress.onFile,
  };
  let checked: CheckedShard;
  try {
    checked = await runShard(args.positionals, shard, settings);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    io.stderr(`newsdomain: ${error.message}\n`);
    return exitCodes.incomplete;
  } finally {
    progress.end();
  }
  try {
    await io.writeFile(resolve(io.cwd, file), inPieces(checked.report()));
  } catch (error) {
    io.stderr(`newsdomain: cannot write ${file} (${errorCode(error)})\n`);
    return exitCodes.incomplete;
  }
  if (!quiet) {
    const { span, records, found } = checked;
    const bytes = `bytes ${thousands(span.start)} to ${thousands(span.end)} of ${thousands(span.total)}`;
    const counts = `${thousands(records)} ${records === 1 ? 'record' : 'records'}, ${thousands(found)} ${found === 1 ? 'finding' : 'findings'} so far`;
    const rest = checked.isComplete ? '' : '; not everything could be read';
    io.stderr(`shard ${shard.index} of ${shard.count} (${bytes}): ${counts}${rest}\n`);
  }
  return checked.isComplete ? exitCodes.clean : exitCodes.incomplete;
}

function shardOf(args: Arguments): Shard {
  const written = args.value('shard');
  if (written === undefined) {
    throw new UsageError(
      'option --report-file goes with --shard; for a report of all, use --format json=<file>',
    );
  }
  const [index = 0, count = 0] = /^(\d{1,7})\/(\d{1,7})$/.exec(written)?.slice(1).map(Number) ?? [];
  if (index < 1 || count > MOST_SHARDS || index > count) {
    throw new UsageError(
      `option --shard: ${JSON.stringify(written)} is no shard; the second of four is 2/4, and the first is 1/4`,
    );
  }
  return { index, count };
}
