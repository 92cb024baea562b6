import { fixFiles } from '../check-node/fix-files.js';
import { type CheckRun, runCheck } from '../check-node/run-check.js';
import { thousands } from '../primitives/thousands.js';
import { unifiedDiff } from '../report/unified-diff.js';
import type { CheckSettings } from './check-settings.js';
import { type CommandIo, UsageError } from './io.js';
import type { Output } from './outputs.js';
import type { Arguments } from './parse-options.js';

/** A check that mends what it can. */
export interface Fixing {
  /** What is written of the report: a dry run leaves standard output to the diff. */
  readonly outputs: readonly Output[];
  /** Fixes, tells what it did, and checks what then remains. `failed` says that a file could not be written. */
  run(
    settings: CheckSettings,
    io: CommandIo,
    tell: (text: string) => void,
  ): Promise<{ readonly run: CheckRun; readonly failed: boolean }>;
}

/** What `--fix` and `--dry-run` ask for. */
export function fixingOf(args: Arguments, outputs: readonly Output[]): Fixing {
  const dryRun = args.flag('dry-run');
  const quiet = args.flag('quiet');
  const paths = args.positionals;
  if (!dryRun && paths.includes('-')) {
    throw new UsageError(
      'option --fix: standard input cannot be written; with --dry-run the changes are printed as a diff',
    );
  }
  if (dryRun && args.values('format').length > 0 && outputs.some(({ file }) => file === undefined)) {
    throw new UsageError(
      'option --dry-run: the diff goes to standard output; give the report a file: --format json=report.json',
    );
  }
  if (dryRun && args.flag('update-baseline')) {
    throw new UsageError('--dry-run and --update-baseline exclude each other');
  }
  return {
    outputs: dryRun ? outputs.filter(({ file }) => file !== undefined) : outputs,
    async run(settings, io, tell) {
      const stdin = paths.includes('-') ? await collect(io.stdin) : undefined;
      const again: CheckSettings = stdin === undefined ? settings : { ...settings, stdin: once(stdin) };
      const run = await runCheck(paths, { ...again, newBaseline: false });
      let fixed = 0;
      let files = 0;
      let failed = false;
      const fixes = fixFiles(run.report.diagnostics, {
        ...settings,
        accept: run.reports,
        dryRun,
        write: io.writeFile,
        stdin: stdin && { name: settings.stdinName ?? '<stdin>', bytes: stdin },
      });
      for await (const result of fixes) {
        if (result.outcome === 'fixed') {
          fixed += result.fix.fixed;
          files++;
          if (dryRun) await io.stdout(unifiedDiff(result.file, result.before, result.fix.edits));
        } else {
          failed ||= result.outcome === 'failed';
          tell(`newsdomain: ${result.file} was not fixed: ${result.why}\n`);
        }
      }
      if (!quiet) tell(`${told(fixed, files, dryRun)}\n`);
      const changed = (fixed > 0 && !dryRun) || settings.newBaseline === true;
      return { run: changed ? await runCheck(paths, again) : run, failed };
    },
  };
}

function told(fixed: number, files: number, dryRun: boolean): string {
  if (fixed === 0) return 'nothing to fix safely';
  const count = (number: number, noun: string): string =>
    `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
  return `${dryRun ? 'would fix' : 'fixed'} ${count(fixed, 'finding')} in ${count(files, 'file')}`;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
