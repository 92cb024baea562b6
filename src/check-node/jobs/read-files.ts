import type { InputFile } from '../find-files.js';
import { isSame } from '../open-files.js';
import { areWhole } from '../read-part.js';
import { planTasks } from './plan-tasks.js';
import { type JobSettings, readInJobs } from './read-in-jobs.js';
import type { ReadStretch } from './read-task.js';

/**
 * Reads files in several jobs at the same time. Answers what each file gave, in one part or several; `undefined` of one
 * that must be read as a whole after all, because what is wrong in one part decides how the next is to be read.
 */
export async function readFilesInJobs(
  files: readonly InputFile[],
  settings: JobSettings,
): Promise<ReadonlyMap<InputFile, readonly ReadStretch[] | undefined>> {
  const tasks = planTasks(files, settings.jobs, settings.options.input ?? 'auto');
  const read = await readInJobs(tasks, settings);
  const ofFiles = new Map<InputFile, ReadStretch[]>(files.map((file) => [file, []]));
  tasks.forEach((task, index) => {
    task.forEach(({ file }, at) => {
      ofFiles.get(file)!.push(read[index]![at]!);
    });
  });
  return new Map([...ofFiles].map(([file, parts]) => [file, fitTogether(parts) ? parts : undefined]));
}

/** Whether what was read of a file piece by piece is what reading it whole gives, and of one file as it was at one time. */
function fitTogether(parts: readonly ReadStretch[]): boolean {
  const [first] = parts;
  return (
    areWhole(parts) &&
    parts.every(
      ({ state }) =>
        state === first?.state ||
        (state !== undefined && first?.state !== undefined && isSame(state.identity, first.state.identity)),
    )
  );
}
