import { parentPort, workerData } from 'node:worker_threads';
import { serveTasks } from './check-node/jobs/serve-tasks.js';

void serveTasks(workerData, parentPort!);
