import { describe, expect, test } from 'vitest';
import { benchOptions, sections, usage } from './options.mjs';

describe('the options of the benchmark', () => {
  test('measure everything as the bars ask', () => {
    expect(benchOptions([])).toMatchObject({ quick: false, rounds: 7, megabytes: 500, seed: 1 });
    expect([...benchOptions([]).only]).toEqual(Object.keys(sections));
  });

  test('make it smaller for a look, by as much as is asked', () => {
    expect(benchOptions(['--quick'])).toMatchObject({ rounds: 3, megabytes: 20 });
    expect(benchOptions(['--quick', '--rounds', '5'])).toMatchObject({ rounds: 5, megabytes: 20 });
  });

  test('pick parts', () => {
    expect([...benchOptions(['--only', 'start', '--only', 'memory,types']).only]).toEqual([
      'start',
      'memory',
      'types',
    ]);
    expect(() => benchOptions(['--only', 'speed'])).toThrow(/--only knows archive, .*, not speed/);
    expect(() => benchOptions(['--only', 'toString'])).toThrow('not toString');
  });

  test.each(['0', '-1', '1.5', 'many', '1e3', ''])('refuse %j rounds', (rounds) => {
    expect(() => benchOptions([`--rounds=${rounds}`])).toThrow('--rounds takes a whole number from 1');
  });

  test('refuse what they do not know', () => {
    expect(() => benchOptions(['--fast'])).toThrow('--fast');
    expect(() => benchOptions(['archive.ndjson'])).toThrow('archive.ndjson');
  });

  test('are all in the help', () => {
    for (const name of Object.keys(sections)) expect(usage).toContain(` ${name} `);
    for (const name of Object.keys(benchOptions([])).filter((key) => key !== 'help'))
      expect(usage).toContain(`--${name} `);
  });
});
