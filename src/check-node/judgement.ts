import { resolve } from 'node:path';
import { diagnosticCodes } from '../check/codes.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { againstBaseline, type BaselineUse } from '../check/policy/baseline.js';
import type { Policy } from '../check/policy/policy.js';
import { codesOff, type SeveritySetting, severityPolicy } from '../check/policy/severities.js';
import { type Suppressor, suppress } from '../check/policy/suppressions.js';
import { nameInBaseline } from './baseline-file.js';
import type { PathMatcher } from './match-files.js';
import type { RunSettings } from './run-settings.js';

/** What settings make of the findings of one run. */
export interface Judgement {
  readonly bySeverity: Policy;
  readonly suppressor: Suppressor;
  readonly baseline: BaselineUse;
  /** All of these, in their order. */
  readonly policies: readonly Policy[];
  /** The codes that are off in every file. */
  readonly notLookedFor: Readonly<Record<string, 'off'>>;
  readonly ignore: PathMatcher;
  /** Makes a matcher of globs of the configuration. */
  matcher(globs: readonly string[]): PathMatcher;
  /** Whether a diagnostic would be reported. */
  reports(diagnostic: Diagnostic): boolean;
}

/** Prepares what settings make of the findings of one run. */
export async function judgementOf(settings: RunSettings, cwd: string): Promise<Judgement> {
  const { config, baseline: baselineFile } = settings;
  const { severities = {}, overrides = [], suppressions = [], ignore = [] } = config?.config ?? {};
  const folder = config?.folder ?? cwd;
  // Globs stand in configurations alone: a check without one does not wait for what reads them.
  const matchFiles = config ? (await import('./match-files.js')).matchFiles : () => () => false;
  const matcher = (globs: readonly string[]): PathMatcher => matchFiles(folder, globs);
  const named = (globs: readonly string[]): ((file: string) => boolean) => {
    const matches = matcher(globs);
    return (file) => matches(resolve(cwd, file));
  };
  const levels: readonly SeveritySetting[] = [
    { severities },
    ...overrides.map((one) => ({ severities: one.severities, files: named(one.files) })),
    { severities: settings.severities ?? {} },
  ];
  const bySeverity = severityPolicy(levels);
  const suppressor = suppress(
    suppressions.map((one) => ({ ...one, files: one.files && named(one.files) })),
    settings.now,
  );
  const baseline = againstBaseline(baselineFile?.known ?? new Set(), (file) =>
    baselineFile ? nameInBaseline(baselineFile, resolve(cwd, file)) : file,
  );
  const ignored = matchFiles(folder, ignore, { inside: true });
  return {
    bySeverity,
    suppressor,
    baseline,
    policies: [bySeverity, suppressor.policy, baseline.policy],
    // What is off everywhere need not be looked for; the rest is decided file by file.
    notLookedFor: Object.fromEntries(codesOff(levels, diagnosticCodes).map((code) => [code, 'off'])),
    ignore: (path) => path === baselineFile?.path || ignored(path),
    matcher,
    reports: (diagnostic) =>
      bySeverity(diagnostic) !== undefined &&
      suppressor.policy(diagnostic) !== undefined &&
      !baseline.knows(diagnostic),
  };
}
