import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** A process that is halted just before it puts a file in its place. */
export interface Pause {
  /** What the environment of the processes must hold of which the first is halted. */
  readonly env: Readonly<Record<string, string>>;
  /** The number of the process, once it is halted. */
  reached(): Promise<number>;
  /** Lets it go on. */
  release(): void;
}

/** Halts the first process that is about to put a file of that name (`*`: of any name) in its place. */
export function pauseBefore(name: string, folder: string): Pause {
  mkdirSync(folder, { recursive: true });
  const hook = pathToFileURL(resolve('test/support/scale/pause.mjs')).href;
  return {
    env: { NODE_OPTIONS: `--import=${hook}`, NEWSDOMAIN_PAUSE: folder, NEWSDOMAIN_PAUSE_AT: name },
    async reached() {
      for (let tries = 0; !existsSync(join(folder, 'pid')); tries++) {
        if (tries === 600) throw new Error(`no process came to the point of renaming ${name}`);
        await setTimeout(50);
      }
      return Number(readFileSync(join(folder, 'pid'), 'utf8'));
    },
    release: () => writeFileSync(join(folder, 'go'), ''),
  };
}
