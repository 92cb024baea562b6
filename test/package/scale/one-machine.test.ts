import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../../support/scale/archive.js';
import { guideBlock } from '../../support/scale/guide.js';
import { pauseBefore } from '../../support/scale/paused.js';
import { noParallel } from '../../support/scale/tools.js';
import { createWorkplace, inAllFormats, type Workplace } from '../../support/scale/workplace.js';

const missing = noParallel();

describe.skipIf(missing !== undefined)(`GNU parallel on one machine${missing ? ` (${missing})` : ''}`, () => {
  const recipe = guideBlock('On one machine', 'sh');
  let place: Workplace;
  let single: string;
  beforeAll(async () => {
    place = createWorkplace();
    single = (await place.run(guideBlock('When one process is enough', 'sh'))).stdout;
  });
  afterAll(() => place.remove());
  beforeEach(() => rmSync(join(place.work, 'reports'), { recursive: true, force: true }));

  it('gives what a single check gives, although a worker was killed and tried again', async () => {
    const watch = watchReports(join(place.work, 'reports'));
    const pause = pauseBefore('3.ndjson', join(place.folder, 'pause'));
    const running = place.run(recipe, { env: pause.env });
    const worker = await pause.reached();
    const reports = readdirSync(join(place.work, 'reports'));
    process.kill(worker, 'SIGKILL');
    const { code, stdout } = await running;
    const seen = await watch.end();

    expect(reports).not.toContain('3.ndjson');
    // what the worker left behind is not taken for a report
    expect(reports.filter((name) => name !== '3.ndjson' && name.includes('3.ndjson'))).toHaveLength(1);
    expect([code, stdout]).toEqual([1, single]);
    expect(attempts(place)).toEqual({ shards: 8, failed: 0 });
    expect([...seen.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((shard) => `${shard}.ndjson`));
    for (const [name, contents] of seen) {
      expect([name, [...contents]]).toEqual([
        name,
        [readFileSync(join(place.work, 'reports', name), 'latin1')],
      ]);
    }
    expect(
      (await place.run(guideBlock('What a shard leaves, and what `merge` makes of it', 'sh'))).stdout,
    ).toBe(single);
    expect(await inAllFormats(place, 'merge reports/*.ndjson')).toEqual(
      await inAllFormats(place, 'check archive'),
    );
  });

  it('gives up on a worker that dies every time, and the merge says what was not checked', async () => {
    const bin = join(place.folder, 'bin');
    writeFiles(bin, new Map([['newsdomain', DEADLY]]));
    chmodSync(join(bin, 'newsdomain'), 0o755);
    const [folder, shards, merge] = recipe.trim().split('\n');
    const run = await place.run(`${folder}\n${shards}`, {
      env: { PATH: `${bin}:${place.env.PATH}`, REST: place.env.PATH! },
    });
    expect(run.code).toBe(1);
    expect(attempts(place)).toEqual({ shards: 8, failed: 1 });
    const { code, stdout, stderr } = await place.run(merge!);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/bytes \d+/);
  });
});

/** A program that never lives to finish the fifth shard. */
const DEADLY = `#!/bin/sh
export PATH="$REST"
case "$*" in *"--shard 5/8 "*) exec timeout --signal KILL 0.02 newsdomain "$@" ;; esac
exec newsdomain "$@"
`;

/** What the log of GNU parallel says: how many shards there were, and how many failed to the last. */
function attempts({ work }: Workplace): object {
  const rows = readFileSync(join(work, 'jobs.log'), 'utf8').trim().split('\n').slice(1);
  const failed = rows.filter((row) => row.split('\t').slice(6, 8).join() !== '0,0');
  return { shards: rows.length, failed: failed.length };
}

/** Looks at the reports in a folder all the time: everything that was ever there under the name of a report. */
function watchReports(folder: string): { end(): Promise<ReadonlyMap<string, ReadonlySet<string>>> } {
  const seen = new Map<string, Set<string>>();
  let ended = false;
  const look = (): void => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      if (!/^\d+\.ndjson$/.test(name)) continue;
      const contents = seen.get(name) ?? new Set();
      seen.set(name, contents.add(readFileSync(join(folder, name), 'latin1')));
    }
  };
  const watching = (async () => {
    for (; !ended; await setTimeout(5)) look();
    look();
  })();
  return {
    async end() {
      ended = true;
      await watching;
      return seen;
    },
  };
}
