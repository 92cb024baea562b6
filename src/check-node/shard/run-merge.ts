import { isDeepStrictEqual } from 'node:util';
import { judgementOf } from '../judgement.js';
import { type CheckRun, judgeRun } from '../run-check.js';
import type { RunSettings } from '../run-settings.js';
import { mergeReports } from './merge-reports.js';
import { ReportError } from './report-lines.js';

/** How reports of shards are merged: what a check is told of findings; the rest the reports say. */
export interface MergeSettings
  extends Pick<RunSettings, 'config' | 'severities' | 'baseline' | 'newBaseline' | 'knownIds'> {
  readonly cwd: string;
  /** The version of the program, which must have made the reports. */
  readonly program: string;
}

/**
 * Merges the reports of all shards of a check into what one run would have found. Throws a `ReportError` where they do
 * not belong together, one is missing, or a file is not what it was.
 */
export async function runMerge(reports: readonly string[], settings: MergeSettings): Promise<CheckRun> {
  const { cwd, program } = settings;
  const merged = mergeReports(reports, { cwd, program, knownIds: [...(settings.knownIds ?? [])] });
  const { now, severities } = merged.options;
  const all: RunSettings = { ...settings, now };
  const judgement = await judgementOf(all, cwd);
  if (!isDeepStrictEqual(severities, judgement.notLookedFor)) {
    throw new ReportError(
      'the shards were checked with other severities: give the same configuration and options to the merge',
    );
  }
  return judgeRun(merged.check, new Set(merged.files), all, judgement);
}
