import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guideBlock } from '../../support/scale/guide.js';
import { createWorkplace, inAllFormats, type Workplace } from '../../support/scale/workplace.js';

describe('what docs/scale.md hands to a cluster', () => {
  let place: Workplace;
  beforeEach(() => {
    place = createWorkplace();
    mkdirSync(join(place.work, 'reports'));
  });
  afterEach(() => place.remove());

  it('checks an archive as an array of Slurm, with the variables that it sets', async () => {
    for (const task of ['1', '2', '3']) {
      const env = { SLURM_ARRAY_TASK_ID: task, SLURM_ARRAY_TASK_COUNT: '3' };
      expect((await place.run(guideBlock('Slurm, Spark, Ray', 'sh'), { env })).code).toBe(0);
    }
    expect(await inAllFormats(place, 'merge reports/*.ndjson')).toEqual(
      await inAllFormats(place, 'check archive'),
    );
  });

  it('checks a partition of Spark, whose number comes by standard input', async () => {
    const { command, pipe } =
      /^command = "(?<command>[^"]+)"[\s\S]*pipe\(f"(?<pipe>[^"]+)", checkCode=True\)/.exec(
        guideBlock('Slurm, Spark, Ray', 'py', 0),
      )!.groups!;
    const script = pipe!.replace('{{}}', '{}').replace('{command}', command!).replace('/news', place.work);
    expect((await place.run(script, { cwd: place.folder, input: '7\n' })).code).toBe(0);
    expect(existsSync(join(place.work, 'reports/7.ndjson'))).toBe(true);
    // what fails must be seen to fail
    expect((await place.run(script, { cwd: place.folder, input: '65\n' })).code).not.toBe(0);
  });

  it('checks a shard in a task of Ray', async () => {
    const command = /command = f"([^"]+)"/.exec(guideBlock('Slurm, Spark, Ray', 'py', 1))![1]!;
    expect((await place.run(command.replaceAll('{i}', '9'))).code).toBe(0);
    expect(existsSync(join(place.work, 'reports/9.ndjson'))).toBe(true);
    expect((await place.run(command.replaceAll('{i}', '65'))).code).not.toBe(0);
  });
});
