// What compiled schemas cost a program that has parsed its records, and what the types cost its compiler.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outcomeOf } from '../contenders/processes.mjs';
import { figureOf } from '../figures.mjs';
import { pairsOf } from '../harness.mjs';

const beside = (file) => new URL(`../${file}`, import.meta.url);

/**
 * Measures compiled schemas on records of 5 kB, each type by itself. Throws when one does not compile as a whole.
 *
 * @param {string} pipelines
 * @param {{ rounds: number, least?: number }} options
 */
export function compiledSchemas(pipelines, options) {
  const { status, stdout, stderr } = outcomeOf([
    process.execPath,
    join(pipelines, 'safe-parse.mjs'),
    beside('harness.mjs').href,
    beside('five-kilobytes.mjs').href,
    JSON.stringify(options),
  ]);
  if (status !== 0) throw new Error(stderr);
  return Object.entries(JSON.parse(stdout)).map(([type, { raced }]) => ({
    type,
    raced,
    compiled: pairsOf(raced, 'compiled', 'JSON.parse').ratios,
    plain: pairsOf(raced, 'plain zod', 'JSON.parse').ratios,
  }));
}

/** @param {import('../bench.mjs').Bench} bench */
export function measureProcess(bench) {
  const measured = compiledSchemas(bench.project.pipelines, { rounds: bench.options.rounds });
  for (const { type, raced } of measured) bench.keep(`in process: ${type} of 5 kB`, raced);
  return [
    ...measured.map(({ type, compiled }) =>
      figureOf(`in process: compiled ${type} / JSON.parse`, compiled, { bar: { most: 0.65 } }),
    ),
    ...measured
      .filter(({ type }) => type === 'article' || type === 'claim')
      .map(({ type, plain }) => figureOf(`in process: plain zod, ${type} / JSON.parse`, plain)),
  ];
}

/** @param {import('../bench.mjs').Bench} bench */
export function measureTypes(bench) {
  const out = join(bench.folder, 'types.json');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { stdout, stderr } = outcomeOf([process.execPath, 'test/bench/type-cost.mjs', '--json', out], {
    cwd: root,
  });
  let ratio;
  try {
    ({ ratio } = JSON.parse(readFileSync(out, 'utf8')));
  } catch {
    throw new Error(`the types were not measured: ${stdout}${stderr}`);
  }
  return [
    figureOf('types: an interface / z.infer, instantiations', [100 * ratio], {
      unit: '%',
      bar: { most: 10 },
    }),
  ];
}
