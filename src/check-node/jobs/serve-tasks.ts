import type { MessagePort } from 'node:worker_threads';
import { readTask, startReading } from './read-task.js';
import { postable, takeTask, type WorkerOrders } from './worker-protocol.js';

/** Does tasks until none is left, and tells of each: what a worker is there for. */
export async function serveTasks(
  orders: WorkerOrders,
  port: Pick<MessagePort, 'postMessage'>,
): Promise<void> {
  const reading = startReading(orders.options);
  for (let index = takeTask(orders); index !== undefined; index = takeTask(orders)) {
    const [result, memory] = postable(index, await readTask(orders.tasks[index]!, reading));
    port.postMessage(result, memory);
  }
}
