import { createPartOpener, type PartOpener } from '../../check/open-part.js';
import type { CheckOptions } from '../../check/options.js';
import { createFileGlance } from '../fast/glance.js';
import { createSourcePool, type SourcePool, type SourceState } from '../file-source.js';
import { createLazyYaml } from '../lazy-yaml.js';
import { type ReadPart, readPart } from '../read-part.js';
import { sha256 } from '../sha256.js';
import type { Task } from './plan-tasks.js';

/** A stretch that was read, and what its file was then. */
export interface ReadStretch extends ReadPart {
  readonly state?: SourceState | undefined;
}

/** What reading a task takes. */
export interface TaskReading {
  readonly open: PartOpener;
  readonly pool: SourcePool;
  /** Makes ready what reading a file of a name takes. */
  readonly beforeFile: (name: string) => Promise<void>;
}

/** Makes what it takes to read parts of files for a check that is finished elsewhere. */
export function startReading(options: CheckOptions): TaskReading {
  const yaml = createLazyYaml(options.input);
  return {
    open: createPartOpener(
      { ...options, sha256: options.sha256 ?? sha256 },
      { glance: createFileGlance, yaml: yaml.reader },
    ),
    pool: createSourcePool({ keepUnpacked: false }),
    beforeFile: yaml.loadFor,
  };
}

/** Reads the stretches of a task, one after the other. */
export async function readTask(
  task: Task,
  { open, pool, beforeFile }: TaskReading,
): Promise<readonly ReadStretch[]> {
  const read: ReadStretch[] = [];
  for (const { file, lines } of task) {
    const source = pool.file(file.path);
    await beforeFile(file.name);
    const { part, fault } = await readPart(source, (range) => open(file.name, range), lines);
    read.push({ part, fault, state: source.state() });
  }
  return read;
}
