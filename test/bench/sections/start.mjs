// What a check of one small file takes from start to end.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf } from '../figures.mjs';
import { recordsOf } from '../five-kilobytes.mjs';
import { pairsOf } from '../harness.mjs';

/** @param {import('../bench.mjs').Bench} bench */
export async function measureStart(bench) {
  const { project, checkers, peers, options } = bench;
  const [article] = recordsOf().article;
  const file = (name, value) => {
    const path = join(bench.folder, name);
    writeFileSync(path, `${JSON.stringify(value)}\n`);
    return path;
  };
  const nothing = 'node -e 0';
  // the record alone, so that nothing it refers to is missed
  const { publisherId, authors, mentions, ...plain } = article;
  const right = file('start.json', plain);
  const line = file('start.ndjson', plain);
  // what is JSON is YAML too
  const yaml = file('start.yaml', plain);
  const wrong = file('start-wrong.json', { ...plain, langauge: 'en' });
  const schema = join(project.schemas, 'article.json');
  const check = 'newsdomain';
  const results = await bench.raceCommands(
    'one small file',
    [
      { name: nothing, command: [process.execPath, '-e', '0'] },
      { name: check, command: checkers.plain.command(right) },
      { name: 'newsdomain, NDJSON', command: checkers.plain.command(line) },
      { name: 'newsdomain, YAML', command: checkers.plain.command(yaml) },
      { name: 'newsdomain, a mistake', command: checkers.plain.command(wrong), status: 1 },
      { name: 'ajv-cli', command: peers.ajvCli.command(right, schema) },
      { name: 'v8r', command: peers.v8r.command(right, schema) },
      { name: 'sourcemeta', command: peers.exhaustive.command(right, schema) },
    ],
    options.rounds * 3,
  );
  const pairs = (of, to) => pairsOf(results, of, to);
  return [
    figureOf(`start: newsdomain − ${nothing}`, pairs(check, nothing).differences, {
      unit: 'ms',
      bar: { most: 60 },
    }),
    ...['NDJSON', 'YAML', 'a mistake'].map((what) =>
      figureOf(`start, ${what}: newsdomain − ${nothing}`, pairs(`newsdomain, ${what}`, nothing).differences, {
        unit: 'ms',
      }),
    ),
    figureOf('start: ajv-cli / newsdomain', pairs('ajv-cli', check).ratios, { bar: { least: 2 } }),
    figureOf('start: v8r / newsdomain', pairs('v8r', check).ratios, { bar: { least: 2 } }),
  ];
}
