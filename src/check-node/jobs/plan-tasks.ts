import type { TextFormat } from '../../text/document.js';
import type { InputFile } from '../find-files.js';
import { cutFile, type Stretch } from '../stretches.js';

const MB = 1024 * 1024;

/** About how many bytes are read at one go: enough to be worth handing out, and so few that all jobs end together. */
const PIECE = 8 * MB;

/** What one job reads at one go: a run of files, or a piece of one. */
export type Task = readonly Stretch[];

/** Shares files out, in their order. */
export function planTasks(
  files: readonly InputFile[],
  input: TextFormat | 'auto',
  piece = PIECE,
): readonly Task[] {
  const tasks: Task[] = [];
  let run: Stretch[] = [];
  let bytes = 0;
  const endRun = (): void => {
    if (run.length > 0) tasks.push(run);
    run = [];
    bytes = 0;
  };
  for (const file of files) {
    const cuts = Array.from({ length: Math.ceil(file.size / piece) }, (_, index) => index * piece);
    const stretches = cutFile(file, cuts, input);
    if (stretches.length > 1) {
      endRun();
      tasks.push(...stretches.map((one) => [one]));
      continue;
    }
    run.push(...stretches);
    bytes += file.size;
    if (bytes >= piece) endRun();
  }
  endRun();
  return tasks;
}
