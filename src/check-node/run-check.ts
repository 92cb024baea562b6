import { resolve } from 'node:path';
import { diagnosticCodes, isAdjustable } from '../check/codes.js';
import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import type { ReadExcerpt } from '../check/excerpt.js';
import type { LeftOut } from '../check/left-out.js';
import { againstBaseline, type Baseline } from '../check/policy/baseline.js';
import { addDiagnostics, applyPolicies } from '../check/policy/policy.js';
import {
  codesOff,
  type Severities,
  type SeveritySetting,
  severityPolicy,
} from '../check/policy/severities.js';
import { suppress } from '../check/policy/suppressions.js';
import { type BaselineFile, nameInBaseline } from './baseline-file.js';
import { type CheckFilesOptions, checkFiles } from './check-files.js';
import type { LoadedConfig } from './config/load-config.js';
import { unusedSuppressions } from './config/unused-suppressions.js';
import { matchFiles, type PathMatcher } from './match-files.js';

/** How a team's files are checked: the options of the engine, and what is made of its findings. */
export interface RunSettings extends Omit<CheckFilesOptions, 'severities' | 'ignore'> {
  readonly config?: LoadedConfig | undefined;
  /** Severities of this run, which win over the configuration. */
  readonly severities?: Severities | undefined;
  readonly baseline?: BaselineFile | undefined;
  /** Whether all findings count as known, because they are to become the baseline. */
  readonly newBaseline?: boolean | undefined;
}

/** What a run found. */
export interface CheckRun {
  readonly report: CheckReport;
  /** What the report leaves out. */
  readonly leftOut: LeftOut;
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
  const { config } = settings;
  const configured = config?.config ?? {};
  const matcher = (globs: readonly string[]): PathMatcher => matchFiles(config?.folder ?? cwd, globs);
  const named = (globs: readonly string[]): ((file: string) => boolean) => {
    const matches = matcher(globs);
    return (file) => matches(resolve(cwd, file));
  };
  const severities: readonly SeveritySetting[] = [
    { severities: configured.severities ?? {} },
    ...(configured.overrides ?? []).map((one) => ({ severities: one.severities, files: named(one.files) })),
    { severities: settings.severities ?? {} },
  ];
  const suppressions = (configured.suppressions ?? []).map((one) => ({
    ...one,
    files: one.files && named(one.files),
  }));

  const ignored = matchFiles(config?.folder ?? cwd, configured.ignore ?? [], { inside: true });

  const files: string[] = [];
  const check = checkFiles(paths, {
    ...settings,
    // What is off everywhere need not be looked for; the rest is decided file by file.
    severities: Object.fromEntries(codesOff(severities, diagnosticCodes).map((code) => [code, 'off'])),
    ignore: (path) => path === settings.baseline?.path || ignored(path),
    onFile(name, number, total) {
      files.push(resolve(cwd, name));
      settings.onFile?.(name, number, total);
    },
  });
  const bySeverity = severityPolicy(severities);
  const suppressor = suppress(suppressions, settings.now);
  const baseline = againstBaseline(settings.baseline?.known ?? new Set(), (file) =>
    settings.baseline ? nameInBaseline(settings.baseline, resolve(cwd, file)) : file,
  );
  const whole = await check.report();
  let report = applyPolicies(whole, [bySeverity, suppressor.policy, baseline.policy]);
  const known = settings.newBaseline ? baseline.found().size : baseline.count();
  if (settings.newBaseline) {
    report = applyPolicies(report, [(one) => (isAdjustable(one.code) ? undefined : one)]);
  }
  if (config) {
    const { rulesNotRun } = report.summary;
    const use = { outcomes: suppressor.outcomes(), files, rulesNotRun };
    const unused = unusedSuppressions(config, use, matcher);
    report = addDiagnostics(
      report,
      unused.flatMap((one) => bySeverity(one) ?? []),
    );
  }
  const suppressed = suppressor.count();
  return {
    report,
    leftOut: { suppressed, known },
    found: baseline.found(),
    reports: (diagnostic) =>
      [bySeverity, suppressor.policy].every((policy) => policy(diagnostic) !== undefined),
    async excerpts(diagnostics) {
      const ofFiles = await check.excerpts(diagnostics.filter(({ file }) => file !== config?.name));
      return (file, start, end) =>
        file === config?.name ? config.bytes.subarray(start, end) : ofFiles(file, start, end);
    },
  };
}
