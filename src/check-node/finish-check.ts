import type { Checker } from '../check/checker.js';
import type { CheckReport } from '../check/diagnostic.js';
import type { FileSource } from './file-source.js';

/** Finishes a check. What it asks for of packed files is unpacked again: that is seldom needed. */
export async function finishCheck(
  checker: Pick<Checker, 'finish'>,
  sources: Iterable<FileSource>,
): Promise<CheckReport> {
  const report = checker.finish();
  const wanted = [...sources].filter((source) => source.isWanted());
  if (wanted.length === 0) return report;
  for (const source of wanted) await source.keep();
  return checker.finish();
}
