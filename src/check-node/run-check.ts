import { resolve } from 'node:path';
import { isAdjustable } from '../check/codes.js';
import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import type { ReadExcerpt } from '../check/excerpt.js';
import type { LeftOut } from '../check/left-out.js';
import type { Baseline } from '../check/policy/baseline.js';
import { addDiagnostics, applyPolicies, type Policy } from '../check/policy/policy.js';
import type { IsChanged } from './changed-files.js';
import { startFileCheck } from './check-files.js';
import { unusedSuppressions } from './config/unused-suppressions.js';
import type { FileCheck } from './file-check.js';
import { type Judgement, judgementOf } from './judgement.js';
import type { RunSettings } from './run-settings.js';

/** What a run found. */
export interface CheckRun {
  readonly report: CheckReport;
  /** What the report leaves out. */
  readonly leftOut: LeftOut;
  /** How many of the files changed, where only those are reported on. */
  readonly changed: { readonly files: number; readonly of: number } | undefined;
  /** Every finding that may stand in a baseline, known or not. */
  readonly found: Baseline;
  /** Whether a diagnostic of one of the files would be in the report. */
  readonly reports: (diagnostic: Diagnostic) => boolean;
  /** Reads what may be shown with diagnostics of the report. */
  excerpts(diagnostics: readonly Diagnostic[]): Promise<ReadExcerpt>;
}

/** Checks files and makes of the findings what configuration and options say. */
export async function runCheck(paths: Iterable<string>, settings: RunSettings): Promise<CheckRun> {
  const cwd = settings.cwd ?? process.cwd();
  const judgement = await judgementOf(settings, cwd);
  const files = new Set<string>();
  const options = {
    ...settings,
    severities: judgement.notLookedFor,
    ignore: judgement.ignore,
    onFile(name: string, number: number, total: number) {
      files.add(name.replaceAll('\\', '/'));
      settings.onFile?.(name, number, total);
    },
  };
  return judgeRun(startFileCheck(paths, options, settings.jobs), files, settings, judgement);
}

/** Makes of the findings of a check what configuration and options say. `files` are those that it read in the end. */
export async function judgeRun(
  check: FileCheck,
  files: ReadonlySet<string>,
  settings: RunSettings,
  judgement: Judgement,
): Promise<CheckRun> {
  const cwd = settings.cwd ?? process.cwd();
  const { config, isChanged } = settings;
  let report = applyPolicies(await check.report(), judgement.policies);
  const known = settings.newBaseline ? judgement.baseline.found().size : judgement.baseline.count();
  if (settings.newBaseline) {
    report = applyPolicies(report, [(one) => (isAdjustable(one.code) ? undefined : one)]);
  }
  if (config) {
    const use = {
      outcomes: judgement.suppressor.outcomes(),
      files: [...files].map((file) => resolve(cwd, file)),
      rulesNotRun: report.summary.rulesNotRun,
    };
    const unused = unusedSuppressions(config, use, judgement.matcher);
    report = addDiagnostics(
      report,
      unused.flatMap((one) => judgement.bySeverity(one) ?? []),
    );
  }
  let changed: ReadonlySet<string> | undefined;
  if (isChanged) {
    changed = await namesOf(files, isChanged, settings, cwd);
    report = applyPolicies(report, [inFiles(changed)]);
  }
  return {
    report,
    leftOut: { suppressed: judgement.suppressor.count(), known },
    found: judgement.baseline.found(),
    changed: changed && { files: [...files].filter((file) => changed.has(file)).length, of: files.size },
    reports: judgement.reports,
    async excerpts(diagnostics) {
      const ofFiles = await check.excerpts(diagnostics.filter(({ file }) => file !== config?.name));
      return (file, start, end) =>
        file === config?.name ? config.bytes.subarray(start, end) : ofFiles(file, start, end);
    },
  };
}

/** The names of those files that changed. Standard input is always new. */
async function namesOf(
  files: ReadonlySet<string>,
  isChanged: IsChanged,
  { stdinName = '<stdin>', config }: RunSettings,
  cwd: string,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const file of files) {
    if (file === stdinName || (await isChanged(resolve(cwd, file)))) changed.add(file);
  }
  if (config && (await isChanged(config.path))) changed.add(config.name);
  return changed;
}

/** Keeps what is in a file or names a place in one, and whatever says that something could not be checked. */
function inFiles(names: ReadonlySet<string>): Policy {
  return (one) =>
    names.has(one.file) ||
    one.related.some(({ file }) => names.has(file)) ||
    one.code.startsWith('io/') ||
    one.code === 'schema/version'
      ? one
      : undefined;
}
