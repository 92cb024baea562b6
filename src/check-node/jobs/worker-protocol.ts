import { type CarriedPart, carryPart, takePart } from '../../check/carry-part.js';
import type { CheckOptions } from '../../check/options.js';
import type { Task } from './plan-tasks.js';
import type { ReadStretch } from './read-task.js';

/** The options of a check that a worker needs: plain data. */
export type WorkerOptions = Pick<
  CheckOptions,
  'input' | 'type' | 'refs' | 'now' | 'severities' | 'maxBytes' | 'maxFindings'
>;

/** Those options of a check that can be told to somebody else. */
export function workerOptions(options: CheckOptions): WorkerOptions {
  const { input, type, refs, now, severities, maxBytes, maxFindings } = options;
  return { input, type, refs, now, severities, maxBytes, maxFindings };
}

/** What a worker is given. */
export interface WorkerOrders {
  readonly tasks: readonly Task[];
  readonly options: WorkerOptions;
  /** One number: the next task that nobody has taken. */
  readonly next: Int32Array;
}

/** What a worker tells of a task. */
export interface TaskResult {
  readonly index: number;
  readonly read: readonly (Omit<ReadStretch, 'part'> & { readonly part?: CarriedPart | undefined })[];
}

/** Takes a task that nobody has taken; `undefined` where there is none left. */
export function takeTask({ tasks, next }: Pick<WorkerOrders, 'tasks' | 'next'>): number | undefined {
  const index = Atomics.add(next, 0, 1);
  return index < tasks.length ? index : undefined;
}

/** Makes of what was read what can be posted, and lists the memory that goes along. */
export function postable(index: number, read: readonly ReadStretch[]): [TaskResult, ArrayBuffer[]] {
  const memory: ArrayBuffer[] = [];
  const carried = read.map(({ part, ...one }) => {
    if (!part) return one;
    const [carriedPart, of] = carryPart(part);
    memory.push(...of);
    return { ...one, part: carriedPart };
  });
  return [{ index, read: carried }, memory];
}

/** What was posted, as it was read. */
export function received({ read }: TaskResult): readonly ReadStretch[] {
  return read.map(({ part, ...one }) => (part ? { ...one, part: takePart(part) } : one));
}
