import { checkOptionSpecs } from './check-options.js';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { parseOptions } from './parse-options.js';
import { showProgress } from './progress.js';
import { textWidthOf } from './wrap.js';

const usage = `Usage: newsdomain check [options] <files, folders, globs, or - for standard input>

Checks news data files (JSON, NDJSON, YAML, gzip of these) and says what is wrong and where.

`;

const exitHelp = `
Exit codes: 0 clean, 1 findings, 2 not everything could be checked, 70 internal fault.
`;

export { checkOptionSpecs };

/** Runs `newsdomain check`. Findings go to standard output, the summary to standard error. */
export async function checkCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, checkOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(`${usage}${describeOptions(checkOptionSpecs, textWidthOf(io))}${exitHelp}`);
    return exitCodes.clean;
  }
  if (args.positionals.length === 0) {
    throw new UsageError('nothing to check: name files, folders or globs, or - for standard input');
  }
  if (args.value('shard') !== undefined || args.value('report-file') !== undefined) {
    return (await import('./shard.js')).checkShardCommand(args, io);
  }
  // The engine is loaded here, so that help and usage errors do not wait for it.
  const { capsOf, checkSettings, outputsOf, runCheck, summaryLine, tellRun } = await import(
    './check-engine.js'
  );
  const outputs = outputsOf(args);
  const caps = capsOf(args);
  const fixing = args.flag('fix') ? (await import('./fix.js')).fixingOf(args, outputs) : undefined;
  if (!fixing && args.flag('dry-run')) throw new UsageError('option --dry-run goes with --fix');
  const progress = showProgress(io, args.flag('quiet'));
  const settings = { ...(await checkSettings(args, io)), onFile: progress.onFile };

  const { run, failed } = fixing
    ? await fixing.run(settings, io, progress.above)
    : { run: await runCheck(args.positionals, settings), failed: false };
  progress.end();
  const telling = { args, settings, outputs: fixing?.outputs ?? outputs, caps, failed };
  return tellRun(run, telling, io, summaryLine);
}
