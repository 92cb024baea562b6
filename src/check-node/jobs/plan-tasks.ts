import type { TextFormat } from '../../text/document.js';
import type { InputFile } from '../find-files.js';
import { cutFile, type Stretch } from '../stretches.js';

const MB = 1024 * 1024;

/** How many bytes are read at one go: so many that each job warms up to its work, and so few that all end together. */
const LEAST = 8 * MB;
const MOST = 64 * MB;
const TASKS_A_JOB = 32;

/** What one job reads at one go: a run of files, or a piece of one. */
export type Task = readonly Stretch[];

/** Shares files out among jobs, in their order. */
export function planTasks(
  files: readonly InputFile[],
  jobs: number,
  input: TextFormat | 'auto',
): readonly Task[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const piece = Math.min(MOST, Math.max(LEAST, Math.ceil(total / (jobs * TASKS_A_JOB))));
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
