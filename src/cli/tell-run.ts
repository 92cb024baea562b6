import { exitCodeOf } from '../check/diagnostic.js';
import type { CheckRun } from '../check-node/run-check.js';
import type { Caps } from '../report/caps.js';
import type { CheckSettings } from './check-settings.js';
import { type CommandIo, type ExitCode, exitCodes } from './io.js';
import { type Output, writeOutputs } from './outputs.js';
import type { Arguments } from './parse-options.js';

/** How people and programs are told of a run. */
export interface Telling {
  readonly args: Arguments;
  readonly settings: CheckSettings;
  readonly outputs: readonly Output[];
  readonly caps: Caps;
  /** Whether something went wrong before. */
  readonly failed: boolean;
}

/** Writes the findings of a run where they were asked for, and its summary to standard error. Answers the exit code. */
export async function tellRun(
  run: CheckRun,
  { args, settings, outputs, caps, failed }: Telling,
  io: CommandIo,
  summaryLine: typeof import('../report/summary-line.js').summaryLine,
): Promise<ExitCode> {
  const writing = { caps, color: args.value('color'), failOn: settings.failOn };
  let whole = (await writeOutputs(run, outputs, writing, io)) && !failed;
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
    whole &&= !lost;
  }
  if (!args.flag('quiet')) io.stderr(`${lines.join('\n')}\n`);
  return whole ? exitCodeOf(run.report, settings.failOn) : exitCodes.incomplete;
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
