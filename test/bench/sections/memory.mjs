// The most memory that a process holds, on a file and on one ten times as large.

import { join } from 'node:path';
import { peakOfNode, peakOfProgram } from '../contenders/processes.mjs';
import { figureOf, missingFigure } from '../figures.mjs';

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

  const flat = (what, input, sizes, jobs) => {
    const [before, after] = sizes.map((data) =>
      jobs.map((checker) => checker && peaks(checker.command(data[input], '--refs', 'off'))),
    );
    jobs.forEach((checker, at) => {
      const most = at === 0 ? 110 : 160;
      const name = `memory, ${what}, ${at + 1} ${at === 0 ? 'job' : 'jobs'}, references off`;
      const sized = sizes.map(({ bytes }) => `${Math.round(bytes / 1e6)} MB`);
      const growth = `${name}, ${sized.join(' → ')}`;
      if (checker === undefined) {
        figures.push(missingFigure(name, 'no --jobs', { unit: 'MB', bar: { most } }));
        return;
      }
      figures.push(
        figureOf(`${name}, ${sized[1]}`, after[at], { unit: 'MB', bar: { most } }),
        figureOf(
          growth,
          after[at].map((peak, round) => peak / before[at][round]),
          { bar: { most: FLAT } },
        ),
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
