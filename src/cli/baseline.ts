import { type BaselineFile, updateBaseline } from '../check-node/baseline-file.js';
import { errorCode } from '../check-node/find-files.js';
import type { CheckRun } from '../check-node/run-check.js';
import type { CommandIo } from './io.js';

/** What there is to say about the baseline after a run, which is written where it is to be. */
export async function baselineLine(
  { report, found }: CheckRun,
  baseline: BaselineFile,
  update: boolean,
  io: CommandIo,
): Promise<{ readonly line?: string; readonly failed: boolean }> {
  const { name, known = new Set<string>() } = baseline;
  if (!update) {
    const gone = [...known].filter((line) => !found.has(line)).length;
    if (gone === 0) return { failed: false };
    const entries = gone === 1 ? '1 entry of the baseline was' : `${gone} entries of the baseline were`;
    return {
      line: `${entries} not found in what was checked; --update-baseline takes them out`,
      failed: false,
    };
  }
  if (!report.summary.complete) {
    return { line: `${name} was not written: not everything could be checked`, failed: true };
  }
  try {
    const { entries, added, removed } = await updateBaseline(baseline, found, io.writeFile);
    return { line: `${name}: ${entries} known (${added} new, ${removed} gone)`, failed: false };
  } catch (error) {
    return { line: `cannot write ${name} (${errorCode(error)})`, failed: true };
  }
}
