// One JSON list of records, which is what ajv-cli and v8r read: they load it whole.

import { figureOf } from '../figures.mjs';
import { pairsOf } from '../harness.mjs';

/** @param {import('../bench.mjs').Bench} bench */
export async function measureList(bench) {
  const megabytes = Math.ceil(bench.options.megabytes / 10);
  const { checkers, peers } = bench;
  const others = [peers.ajvCli, peers.v8r];
  const results = await bench.race(`one list, ${megabytes} MB`, { megabytes, array: true }, others);
  return others.map(({ name }) =>
    figureOf(`one list: ${name} / ${checkers.one.name}`, pairsOf(results, name, checkers.one.name).ratios),
  );
}
