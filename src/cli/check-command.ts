import { exitCodeOf } from '../check/diagnostic.js';
import type { CheckRun } from '../check-node/run-check.js';
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
  // The engine is loaded here, so that help and usage errors do not wait for it.
  const { capsOf, checkSettings, outputsOf, runCheck, summaryLine, writeOutputs } = await import(
    './check-engine.js'
  );
  const outputs = outputsOf(args);
  const caps = capsOf(args);
  const fixing = args.flag('fix') ? (await import('./fix.js')).fixingOf(args, outputs) : undefined;
  if (!fixing && args.flag('dry-run')) throw new UsageError('option --dry-run goes with --fix');
  const progress = showProgress(io, args.flag('quiet'));
  const settings = { ...(await checkSettings(args, io)), onFile: progress.onFile };

  let { run, failed } = fixing
    ? await fixing.run(settings, io, progress.above)
    : { run: await runCheck(args.positionals, settings), failed: false };
  progress.end();
  const writing = { caps, color: args.value('color'), failOn: settings.failOn };
  const written = await writeOutputs(run, fixing?.outputs ?? outputs, writing, io);
  const lines = [summary(run, summaryLine)];
  if (settings.baseline) {
    const { baselineLine } = await import('./baseline.js');
    const { line, failed: lost } = await baselineLine(
      run,
      settings.baseline,
      settings.newBaseline === true,
      io,
    );
    if (lost) io.stderr(`newsdomain: ${line}\n`);
    else if (line !== undefined) lines.push(line);
    failed ||= lost;
  }
  if (!args.flag('quiet')) io.stderr(`${lines.join('\n')}\n`);
  return written && !failed ? exitCodeOf(run.report, settings.failOn) : exitCodes.incomplete;
}

function summary(
  { report, leftOut, changed }: CheckRun,
  line: typeof import('../report/summary-line.js').summaryLine,
): string {
  const { rulesNotRun } = report.summary;
  const left = rulesNotRun.length === 0 ? '' : `\nnot run: ${namesOf(rulesNotRun)}`;
  const only = changed === undefined ? '' : `\nchanged: ${changed.files} of ${changed.of} files`;
  return `${line(report.summary, leftOut)}${only}${left}`;
}

/** How many codes a line takes. */
const MOST_NAMED = 5;

const namesOf = (codes: readonly string[]): string =>
  codes.length > MOST_NAMED ? `${codes.length} rules; the json format lists them` : codes.join(', ');
