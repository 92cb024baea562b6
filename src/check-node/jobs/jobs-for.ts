import type { InputFile } from '../find-files.js';

/** Below so many bytes one job is done sooner than two, each of which has its code compiled for itself. */
const WORTH_A_JOB = 600 * 1024 * 1024;

/** How many jobs are worth while for files, of those that there may be. */
export function jobsFor(files: readonly Pick<InputFile, 'size'>[], most: number): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return Math.max(1, Math.min(most, Math.floor(bytes / WORTH_A_JOB) + 1));
}
