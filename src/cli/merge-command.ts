import { ReportError } from '../check-node/shard/report-lines.js';
import { runMerge } from '../check-node/shard/run-merge.js';
import { summaryLine } from '../report/summary-line.js';
import { checkOptionSpecs } from './check-options.js';
import { checkSettings } from './check-settings.js';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { capsOf, outputsOf } from './outputs.js';
import { packageVersion } from './package-version.js';
import { type OptionSpecs, parseOptions } from './parse-options.js';
import { tellRun } from './tell-run.js';
import { textWidthOf } from './wrap.js';

const usage = `Usage: newsdomain merge [options] <reports>

Puts together what newsdomain check --shard wrote, and says what one check of all files would have said.

`;

const exitHelp = `
Exit codes: 0 clean, 1 findings, 2 a shard is missing or not everything could be checked, 70 internal fault.
`;

const { 'known-ids': knownIds, config, 'no-config': noConfig, severity, off, baseline } = checkOptionSpecs;
const {
  'update-baseline': updateBaseline,
  'fail-on': failOn,
  format,
  max,
  color,
  quiet,
  help,
} = checkOptionSpecs;

/** The options of `newsdomain merge`: those of `newsdomain check` that are about the findings of a whole check. */
export const mergeOptionSpecs = {
  'known-ids': knownIds,
  config,
  'no-config': noConfig,
  severity,
  off,
  baseline,
  'update-baseline': updateBaseline,
  'fail-on': failOn,
  format,
  max,
  'max-per-code': checkOptionSpecs['max-per-code'],
  quiet,
  color,
  help,
} as const satisfies OptionSpecs;

/** Runs `newsdomain merge`. */
export async function mergeCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, mergeOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(`${usage}${describeOptions(mergeOptionSpecs, textWidthOf(io))}${exitHelp}`);
    return exitCodes.clean;
  }
  if (args.positionals.length === 0) {
    throw new UsageError('nothing to merge: name the reports of all shards');
  }
  const outputs = outputsOf(args);
  const caps = capsOf(args);
  const settings = await checkSettings(args, io);
  try {
    const run = await runMerge(args.positionals, {
      ...settings,
      cwd: io.cwd,
      program: packageVersion(io),
    });
    return await tellRun(run, { args, settings, outputs, caps, failed: false }, io, summaryLine);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    io.stderr(`newsdomain: ${error.message}\n`);
    return exitCodes.incomplete;
  }
}
