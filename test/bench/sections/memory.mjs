// The most memory that a process holds, on a file and on one ten times as large.

import { join } from 'node:path';
import { peakOfNode, peakOfProgram } from '../contenders/processes.mjs';
import { figureOf } from '../figures.mjs';

/** What is left to chance where memory is to stay the same: when garbage is collected. */
const FLAT = 1.1;

/** @param {import('../bench.mjs').Bench} bench */
export async function measureMemory(bench) {
  const { options, project, checkers, peers } = bench;
  const hook = join(project.pipelines, 'peak.mjs');
  const rounds = Math.min(options.rounds, 3);
  const [small, large] = [options.megabytes / 5, options.megabytes * 2].map(Math.ceil);
  const peaks = (command) => Array.from({ length: rounds }, () => peakOfNode(command, hook));
  const figures = [];

  /** Memory of one job after another on a file and on one ten times as large. */
  const flat = (what, input, [small, large], jobs) => {
    jobs.forEach((checker, at) => {
      const [before, after] = [small, large].map((data) =>
        peaks(checker.command(data[input], '--refs', 'off')),
      );
      const [less, more] = [small, large].map(({ bytes }) => `${Math.round(bytes / 1e6)} MB`);
      const name = `memory, ${what}, ${at + 1} ${at === 0 ? 'job' : 'jobs'}, references off`;
      const growth = after.map((peak, round) => peak / before[round]);
      figures.push(
        figureOf(`${name}, ${more}`, after, { unit: 'MB', bar: { most: at === 0 ? 110 : 160 } }),
        figureOf(`${name}, ${less} → ${more}`, growth, { bar: { most: FLAT } }),
      );
    });
  };

  const lines = [bench.archive({ megabytes: small }), bench.archive({ megabytes: large })];
  flat('a record a line', 'ndjson', lines, [checkers.one, checkers.two]);
  const whole = await peakOfProgram(peers.exhaustive.command(lines[0].jsonl));
  if (whole !== undefined)
    figures.push(figureOf(`memory, ${peers.exhaustive.name}, ${small} MB`, [whole], { unit: 'MB' }));
  bench.discard();

  const lists = [small / 2, options.megabytes].map((megabytes) =>
    bench.archive({ megabytes: Math.ceil(megabytes), array: true }),
  );
  flat('one list', 'json', lists, [checkers.one]);
  figures.push(
    figureOf(
      `memory, ajv-cli, list of ${Math.ceil(small / 2)} MB`,
      peaks(peers.ajvCli.command(lists[0].json)),
      { unit: 'MB' },
    ),
  );
  bench.discard();

  const ids = [small, options.megabytes].map((megabytes) => bench.archive({ megabytes, bodies: false }));
  const [few, many] = ids.map(({ ndjson }) => peaks(checkers.one.command(ndjson)));
  const millions = (ids[1].records - ids[0].records) / 1e6;
  figures.push(
    figureOf(
      'memory with references, a million ids more',
      many.map((peak, round) => (peak - few[round]) / millions),
      { unit: 'MB' },
    ),
  );
  bench.discard();
  return figures;
}
