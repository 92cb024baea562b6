import type { MessagePort } from 'node:worker_threads';
import { createPartOpener } from '../../check/open-part.js';
import { createGlance } from '../fast/glance.js';
import { createSourcePool } from '../file-source.js';
import { createLazyYaml } from '../lazy-yaml.js';
import { sha256 } from '../sha256.js';
import { readTask } from './read-task.js';
import { postable, takeTask, type WorkerOrders } from './worker-protocol.js';

/** Does tasks until none is left, and tells of each: what a worker is there for. */
export async function serveTasks(
  orders: WorkerOrders,
  port: Pick<MessagePort, 'postMessage'>,
): Promise<void> {
  const yaml = createLazyYaml(orders.options.input);
  const reading = {
    open: createPartOpener({ ...orders.options, sha256 }, { glance: createGlance(), yaml: yaml.reader }),
    pool: createSourcePool({ keepUnpacked: false }),
    beforeFile: yaml.loadFor,
  };
  for (let index = takeTask(orders); index !== undefined; index = takeTask(orders)) {
    const [result, memory] = postable(index, await readTask(orders.tasks[index]!, reading));
    port.postMessage(result, memory);
  }
}
