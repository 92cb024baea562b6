import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { eachLine } from './contenders/pipelines/each-line.mjs';
import { outcomeOf, peakOfNode, raceProcesses } from './contenders/processes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'newsdomain-contenders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const node = process.execPath;

describe('the lines of a file', () => {
  const long = 'é'.repeat(700_000);
  test.each([
    ['none', '', []],
    ['one', '1\n', ['1']],
    ['one without its end', '1', ['1']],
    ['blank ones', '\n\n1\n', ['', '', '1']],
    [
      'longer ones than are read at once',
      `${long}\n${long}${long}${long}\n2`,
      [long, long + long + long, '2'],
    ],
    ['many', `${'x'.repeat(99)}\n`.repeat(30_000), Array(30_000).fill('x'.repeat(99))],
  ])('%s', (_, text, lines) => {
    const file = join(folder, 'lines');
    writeFileSync(file, text);
    const seen: string[] = [];
    eachLine(file, (line: string) => seen.push(line));
    expect(seen.length).toBe(lines.length);
    expect(seen.every((line, index) => line === lines[index])).toBe(true);
  });
});

const judged = (text: string) => {
  const file = join(folder, 'judged.mjs');
  const input = join(folder, 'judged.ndjson');
  writeFileSync(input, text);
  const lines = resolve('test/bench/contenders/pipelines/each-line.mjs');
  writeFileSync(file, `import { judgeLines } from '${lines}'; judgeLines(process.argv[2], ({ ok }) => ok);`);
  return outcomeOf([node, file, input]).status;
};

test('a pipeline ends as a checker does', () => {
  expect(judged('{"ok":true}\n{"ok":true}\n')).toBe(0);
  expect(judged('{"ok":true}\n{"ok":false}\n')).toBe(1);
  expect(judged('{"ok":true}\n{"ok":\n')).toBe(1);
});

describe('processes', () => {
  const busy = 'const end = Date.now() + 120; while (Date.now() < end);';

  test('are timed by the clock, and by what they take of the processor', async () => {
    const [result] = await raceProcesses([{ name: 'busy', command: [node, '-e', busy] }], { rounds: 2 });
    expect(result).toMatchObject({ name: 'busy', repeats: 1 });
    expect(result.times).toHaveLength(2);
    expect(result.processor).toHaveLength(2);
    expect(Math.min(...result.times)).toBeGreaterThan(120);
    expect(Math.min(...result.processor)).toBeGreaterThan(0);
    expect(Math.max(...result.processor)).toBeLessThan(10_000);
  });

  test('must end as they are to end', async () => {
    const command = [node, '-e', 'process.exit(3)'];
    const run = (status?: number) => raceProcesses([{ name: 'three', command, status }], { rounds: 1 });
    await expect(run(3)).resolves.toHaveLength(1);
    await expect(run()).rejects.toThrow('three ended with 3, not 0');
    await expect(raceProcesses([{ name: 'none', command: ['./none'] }], { rounds: 1 })).rejects.toThrow(
      'none ended with 127, not 0',
    );
  });

  test('are told what memory they took at most, with all their threads', () => {
    const hook = resolve('test/bench/contenders/pipelines/peak.mjs');
    const filled = (megabytes: number) => `Buffer.alloc(${megabytes}e6, 1)`;
    const thread = `new (require('node:worker_threads').Worker)(${JSON.stringify(filled(200))}, { eval: true })`;
    const peak = (code: string) => peakOfNode([node, '-e', code], hook);
    const [least, one, other] = [peak('0'), peak(filled(200)), peak(thread)];
    for (const more of [one, other]) {
      expect(more - least).toBeGreaterThan(150);
      expect(more - least).toBeLessThan(300);
    }
  });
});
