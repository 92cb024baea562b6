import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guideBlock } from '../../support/scale/guide.js';
import { type Pause, pauseBefore } from '../../support/scale/paused.js';
import { createSshHosts, type SshHosts } from '../../support/scale/ssh-hosts.js';
import { noHosts } from '../../support/scale/tools.js';
import { createWorkplace, inAllFormats, type Workplace } from '../../support/scale/workplace.js';

const missing = noHosts();

describe.skipIf(missing !== undefined)(`GNU parallel over two hosts${missing ? ` (${missing})` : ''}`, () => {
  let place: Workplace;
  let hosts: SshHosts;
  let pause: Pause;
  let single: string;
  beforeEach(async () => {
    place = createWorkplace();
    // the first worker of one of the hosts halts where its report is to be put in its place
    pause = pauseBefore('*', join(place.folder, 'pause'));
    hosts = await createSshHosts(join(place.folder, 'ssh'), [
      { name: 'host-a', env: { ...place.env, ...pause.env } },
      { name: 'host-b', env: place.env },
    ]);
    single = (await place.run('newsdomain check archive')).stdout;
  });
  afterEach(async () => {
    await hosts?.remove();
    place?.remove();
  });

  const start = (recipe: string) =>
    place.run(recipe, { within: hosts.desk, env: { PARALLEL_SSH: hosts.ssh } });

  it('gives what a single check gives, although a host was cut off and finished its shard too late', async () => {
    const running = start(guideBlock('On several machines with one archive', 'sh'));
    const worker = await pause.reached();
    const report = join(place.work, `reports/${shardOf(worker)}.ndjson`);
    expect(existsSync(report)).toBe(false);
    hosts.cut('host-a');
    const { code, stdout } = await running;
    expect([code, stdout]).toEqual([1, single]);
    expect(shardsBy(place)).toMatchObject({ [shardOf(worker)]: 'host-b' });

    const before = readFileSync(report);
    pause.release();
    await ended(worker);
    expect(readFileSync(report).equals(before)).toBe(true);
    expect(readdirSync(join(place.work, 'reports')).length).toBe(8);
    expect(await inAllFormats(place, 'merge reports/*.ndjson')).toEqual(
      await inAllFormats(place, 'check archive'),
    );
  });

  it('gives what a single check gives where hosts share nothing, and the daemon of one is killed', async () => {
    const running = start(guideBlock('On several machines that share nothing', 'sh'));
    const worker = await pause.reached();
    const shard = shardOf(worker);
    hosts.killDaemon('host-a');
    const { code, stdout } = await running;
    expect([code, stdout]).toEqual([1, single]);
    expect(shardsBy(place)).toMatchObject({ [shard]: 'host-b' });
    expect(hosts.on('host-b', 'ls newsdomain/archive')).toBe('2023\n2024\n');
    // the articles of the quotations are read where the merge runs
    rmSync(join(place.work, 'archive/2023/wire.ndjson'));
    const blind = await place.run('newsdomain merge reports/*.ndjson');
    expect(blind.code).toBe(2);
  });
});

/** The number of the shard that a process checks. */
const shardOf = (pid: number): string =>
  /--shard\0(\d+)\/8\0/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))![1]!;

/** Which host did which shard at last, as the log of GNU parallel says. */
function shardsBy({ work }: Workplace): Readonly<Record<string, string>> {
  const rows = readFileSync(join(work, 'jobs.log'), 'utf8').trim().split('\n').slice(1);
  return Object.fromEntries(
    rows.map((row) => {
      const [, host = '', , , , , , , command = ''] = row.split('\t');
      return [/--shard (\d+)\/8/.exec(command)![1]!, host];
    }),
  );
}

/** Waits for the end of a process. */
async function ended(pid: number): Promise<void> {
  for (let tries = 0; existsSync(`/proc/${pid}`); tries++) {
    if (tries === 200) throw new Error(`process ${pid} goes on`);
    await setTimeout(50);
  }
}
