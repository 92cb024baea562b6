import { resolve } from 'node:path';
import type { CheckReport, FailOn } from '../check/diagnostic.js';
import { errorCode } from '../check-node/find-files.js';
import type { CheckRun } from '../check-node/run-check.js';
import { type Caps, capDiagnostics } from '../report/caps.js';
import type { FormatOptions } from '../report/format-diagnostics.js';
import { formatPretty } from '../report/format-pretty.js';
import { inPieces } from '../report/in-pieces.js';
import { type OutputFormat, outputFormats } from '../report/output-format.js';
import { paintForTerminal, wantsColour } from './colour.js';
import { type CommandIo, UsageError } from './io.js';
import { packageVersion } from './package-version.js';
import { type Arguments, unknownWord } from './parse-options.js';

/** One thing to write: a report in a format. */
export interface Output {
  readonly format: OutputFormat;
  /** `undefined` is standard output. */
  readonly file: string | undefined;
}

/** The outputs that the arguments ask for. */
export function outputsOf(args: Arguments): readonly Output[] {
  const outputs = args.values('format').map((written): Output => {
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const format = outputFormats.find((known) => known === name);
    if (format === undefined) throw new UsageError(unknownWord('option --format', name, outputFormats));
    const file = equals < 0 ? undefined : written.slice(equals + 1);
    if (file === '') throw new UsageError(`option --format: ${written} names no file`);
    return { format, file };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      'only one --format can go to standard output; give the others a file: --format json=report.json',
    );
  }
  return outputs.length === 0 ? [{ format: 'pretty', file: undefined }] : outputs;
}

/** How much of a report people are shown. */
export function capsOf(args: Arguments): Caps {
  return { max: count(args, 'max'), maxPerCode: count(args, 'max-per-code') };
}

function count(args: Arguments, name: string): number | undefined {
  const written = args.value(name);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) throw new UsageError(`option --${name} needs a whole number`);
  return Number(written);
}

/** How a report is written. */
export interface Writing {
  readonly caps: Caps;
  readonly color: string | undefined;
  readonly failOn: FailOn;
}

/** Writes a report. Answers whether all of it could be written; what could not is told on standard error. */
export async function writeOutputs(
  { report, excerpts, leftOut }: CheckRun,
  outputs: readonly Output[],
  { caps, color, failOn }: Writing,
  io: CommandIo,
): Promise<boolean> {
  let whole = true;
  const trying = async (file: string, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      io.stderr(`newsdomain: cannot write ${file} (${errorCode(error)})\n`);
      whole = false;
    }
  };
  for (const { format, file } of outputs) {
    const { shown } = capDiagnostics(format === 'pretty' ? report.diagnostics : [], caps);
    const options: FormatOptions = {
      ...caps,
      excerpt: await excerpts(shown),
      width: widthOf(io, file),
      version: format === 'sarif' ? packageVersion(io) : undefined,
      failOn,
    };
    const colours = file === undefined && wantsColour(io, color);
    const painted = colours ? { ...options, paint: paintForTerminal } : options;
    const pieces = await piecesOf(report, format, painted);
    if (file === undefined) for (const piece of pieces) await io.stdout(piece);
    else await trying(file, () => io.writeFile(resolve(io.cwd, file), pieces));
  }
  const stepSummary = io.env.GITHUB_STEP_SUMMARY;
  if (stepSummary && outputs.some(({ format }) => format === 'github')) {
    const { githubSummary } = await import('../report/github-summary.js');
    await trying(stepSummary, () =>
      io.appendFile(resolve(io.cwd, stepSummary), githubSummary(report, caps, leftOut)),
    );
  }
  return whole;
}

/** Writes a report in a format: what people read is at hand, what machines read is loaded when it is asked for. */
async function piecesOf(
  report: CheckReport,
  format: OutputFormat,
  options: FormatOptions,
): Promise<Iterable<string>> {
  if (format === 'pretty') return inPieces([formatPretty(report, options)]);
  const { diagnosticPieces } = await import('../report/format-diagnostics.js');
  return diagnosticPieces(report, format, options);
}

/** Frames are at most 120 columns wide, even where the terminal is wider. */
function widthOf(io: CommandIo, file: string | undefined): number {
  return file === undefined && io.columns !== undefined ? Math.min(Math.max(io.columns, 40), 120) : 80;
}
