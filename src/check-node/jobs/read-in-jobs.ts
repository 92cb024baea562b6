import { Worker } from 'node:worker_threads';
import type { CheckOptions } from '../../check/options.js';
import type { Task } from './plan-tasks.js';
import { type ReadStretch, readTask, type TaskReading } from './read-task.js';
import { received, type TaskResult, takeTask, type WorkerOrders, workerOptions } from './worker-protocol.js';

/** How tasks are done at the same time. */
export interface JobSettings extends TaskReading {
  /** How many tasks are done at a time; one of them by whoever asks. */
  readonly jobs: number;
  /** The module that a worker runs. */
  readonly worker: URL;
  /** The options of the check; what a worker can use of them. */
  readonly options: CheckOptions;
  /** Is told of tasks that are begun here, or done elsewhere. */
  readonly onTask?: ((task: Task) => void) | undefined;
}

/** Does tasks in several jobs at the same time, and answers in the order of the tasks. */
export async function readInJobs(
  tasks: readonly Task[],
  { jobs, worker: module, options, onTask, ...reading }: JobSettings,
): Promise<readonly (readonly ReadStretch[])[]> {
  const results: (readonly ReadStretch[])[] = new Array(tasks.length);
  const orders: WorkerOrders = {
    tasks,
    options: workerOptions(options),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const workers = Array.from({ length: Math.min(jobs, tasks.length) - 1 }, () => {
    const worker = new Worker(module, { workerData: orders });
    worker.on('message', (result: TaskResult) => {
      results[result.index] = received(result);
      onTask?.(tasks[result.index]!);
    });
    const done = new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });
    // One that fails is noticed when all are waited for.
    done.catch(() => undefined);
    return { worker, done };
  });
  try {
    for (let index = takeTask(orders); index !== undefined; index = takeTask(orders)) {
      onTask?.(tasks[index]!);
      results[index] = await readTask(tasks[index]!, reading);
    }
    await Promise.all(workers.map(({ done }) => done));
  } catch (error) {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
    throw error;
  }
  return results;
}
