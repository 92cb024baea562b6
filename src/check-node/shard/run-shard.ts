import { statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { judgementOf } from '../judgement.js';
import type { PathMatcher } from '../match-files.js';
import type { RunSettings } from '../run-settings.js';
import { type CheckedShard, checkShard } from './check-shard.js';
import { ReportError } from './report-lines.js';
import type { Shard } from './shard-space.js';

/** How one shard is checked. */
export interface ShardSettings extends RunSettings {
  readonly program: string;
  /** Where its report is to be. */
  readonly report: string;
}

/**
 * Checks one shard of files: of configuration and options, what decides what is looked for. Throws a `ReportError`
 * where the report would be among the files that are checked, or has no folder: before anything is read.
 */
export async function runShard(
  paths: readonly string[],
  shard: Shard,
  settings: ShardSettings,
): Promise<CheckedShard> {
  const { cwd = process.cwd(), report } = settings;
  const { notLookedFor, ignore } = await judgementOf(settings, cwd);
  const folder = dirname(resolve(cwd, report));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ReportError(`${report} cannot be written: there is no folder ${dirname(report)}`);
  }
  const holder = paths.find((path) => holds(resolve(cwd, path), resolve(cwd, report), ignore));
  if (holder !== undefined) {
    throw new ReportError(
      `${report} would be among what is checked (${holder}), which then is not the same for all shards: write it elsewhere`,
    );
  }
  return checkShard(paths, { ...settings, shard, severities: notLookedFor, ignore });
}

/** Whether a path is another one, or that of a folder in which the other would be met. */
function holds(path: string, other: string, ignore: PathMatcher = () => false): boolean {
  const steps = relative(path, other).split(sep);
  if (steps[0] === '..' || isAbsolute(steps.join(sep))) return false;
  return !steps
    .slice(0, -1)
    .some(
      (step, index) =>
        step.startsWith('.') ||
        step === 'node_modules' ||
        ignore(resolve(path, ...steps.slice(0, index + 1))),
    );
}
