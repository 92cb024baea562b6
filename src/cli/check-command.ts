import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CheckReport, FailOn } from '../check/diagnostic.js';
import type { RefsMode } from '../check/options.js';
import type { CheckFilesOptions } from '../check-node/check-files.js';
import { errorCode } from '../check-node/find-files.js';
import type { OutputFormat } from '../report/format-diagnostics.js';
import type { PrettyOptions } from '../report/format-pretty.js';
import type { TextFormat } from '../text/document.js';
import type { RecordType } from '../vocabulary/record-type.js';
import { checkOptionSpecs } from './check-options.js';
import { paintForTerminal, wantsColour } from './colour.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { type Arguments, describeOptions, parseOptions, unknownWord } from './parse-options.js';

const usage = `Usage: newsdomain check [options] <files, folders, globs, or - for standard input>

Checks news data files (JSON, NDJSON, YAML, gzip of these) and says what is wrong and where.

`;

const exitHelp = `
Exit codes: 0 clean, 1 findings, 2 not everything could be checked, 70 internal fault.
`;

/** Runs `newsdomain check`. Findings go to standard output, the summary to standard error. */
export async function checkCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, checkOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(`${usage}${describeOptions(checkOptionSpecs)}${exitHelp}`);
    return exitCodes.clean;
  }
  if (args.positionals.length === 0) {
    throw new UsageError('nothing to check: name files, folders or globs, or - for standard input');
  }
  // The engine is loaded here, so that help and usage errors do not wait for it.
  const [engine, { exitCodeOf }, { capDiagnostics }, { formatDiagnostics }, { jsonPieces }, { summaryLine }] =
    await Promise.all([
      import('../check-node/check-files.js'),
      import('../check/diagnostic.js'),
      import('../report/caps.js'),
      import('../report/format-diagnostics.js'),
      import('../report/format-json.js'),
      import('../report/summary-line.js'),
    ]);
  const options = await checkOptions(args, io);
  const outputs = outputsOf(args);
  const caps = { max: count(args, 'max'), maxPerCode: count(args, 'max-per-code') };

  const run = engine.checkFiles(args.positionals, options);
  const report = await run.report();
  let code: ExitCode = exitCodeOf(report, (args.value('fail-on') ?? 'error') as FailOn);
  for (const { format, file } of outputs) {
    const { shown } = capDiagnostics(format === 'pretty' ? report.diagnostics : [], caps);
    const excerpt = await run.excerpts(shown);
    const pretty: PrettyOptions = { ...caps, excerpt, width: widthOf(io, file) };
    const colours = file === undefined && wantsColour(io, args.value('color'));
    const painted = colours ? { ...pretty, paint: paintForTerminal } : pretty;
    const pieces = format === 'json' ? jsonPieces(report) : [formatDiagnostics(report, format, painted)];
    if (file === undefined) {
      for (const piece of pieces) await io.stdout(piece);
      continue;
    }
    try {
      await io.writeFile(resolve(io.cwd, file), pieces);
    } catch (error) {
      io.stderr(`newsdomain: cannot write ${file} (${errorCode(error)})\n`);
      code = exitCodes.incomplete;
    }
  }
  if (!args.flag('quiet')) io.stderr(`${summary(report, summaryLine)}\n`);
  return code;
}

function summary(report: CheckReport, line: (summary: CheckReport['summary']) => string): string {
  const { rulesNotRun } = report.summary;
  return `${line(report.summary)}${rulesNotRun.length === 0 ? '' : `\nnot run: ${namesOf(rulesNotRun)}`}`;
}

/** How many codes a line takes. */
const MOST_NAMED = 5;

const namesOf = (codes: readonly string[]): string =>
  codes.length > MOST_NAMED ? `${codes.length} rules; the json format lists them` : codes.join(', ');

async function checkOptions(args: Arguments, io: CommandIo): Promise<CheckFilesOptions> {
  const [{ recordTypes }, { isInstant }] = await Promise.all([
    import('../vocabulary/record-type.js'),
    import('../primitives/instant.js'),
  ]);
  const type = args.value('type');
  if (type !== undefined && !(recordTypes as readonly string[]).includes(type)) {
    throw new UsageError(unknownWord('option --type', type, recordTypes));
  }
  const now = args.value('now');
  if (now !== undefined && !isInstant(now)) {
    throw new UsageError(
      `option --now: ${JSON.stringify(now)} is no instant; write it like 2024-06-19T10:00:00Z`,
    );
  }
  const knownIds: string[] = [];
  for (const file of args.values('known-ids')) {
    let text: string;
    try {
      text = await readFile(resolve(io.cwd, file), 'utf8');
    } catch (error) {
      throw new UsageError(`option --known-ids: ${file} cannot be read (${errorCode(error)})`);
    }
    for (const line of text.split(/\r?\n/)) {
      const id = line.trim();
      if (id !== '') knownIds.push(id);
    }
  }
  return {
    input: (args.value('input') ?? 'auto') as TextFormat | 'auto',
    type: type as RecordType | undefined,
    refs: (args.value('refs') ?? 'all') as RefsMode,
    knownIds,
    now,
    stdinName: args.value('stdin-name'),
    stdin: io.stdin,
    cwd: io.cwd,
  };
}

interface Output {
  readonly format: OutputFormat;
  /** `undefined` is standard output. */
  readonly file: string | undefined;
}

const formats: readonly OutputFormat[] = ['pretty', 'compact', 'json'];

function outputsOf(args: Arguments): readonly Output[] {
  const outputs = args.values('format').map((written): Output => {
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const format = formats.find((known) => known === name);
    if (format === undefined) throw new UsageError(unknownWord('option --format', name, formats));
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

function count(args: Arguments, name: string): number | undefined {
  const written = args.value(name);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) throw new UsageError(`option --${name} needs a whole number`);
  return Number(written);
}

/** Frames are at most 120 columns wide, even where the terminal is wider. */
function widthOf(io: CommandIo, file: string | undefined): number {
  return file === undefined && io.columns !== undefined ? Math.min(Math.max(io.columns, 40), 120) : 80;
}
