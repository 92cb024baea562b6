// What `import 'newsdomain'` costs over `import 'zod'`, which it cannot do without: whole processes, in turns.
// The bar is 40 ms over zod. On a machine with other things to do the time of the processor says more than the clock.

import { spawnSync } from 'node:child_process';
import { medianOf, pairsOf, quartilesOf, race, resultTable } from './harness.mjs';

const BAR = 40;
const ROUNDS = 21;

const contenders = {
  node: '',
  'import zod': "import 'zod';",
  'import newsdomain': "import 'newsdomain';",
  'import newsdomain/article': "import 'newsdomain/article';",
  'import newsdomain/fuzzy-date': "import 'newsdomain/fuzzy-date';",
  'require zod': "require('zod');",
  'require newsdomain': "require('newsdomain');",
};
const processor = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));

const results = await race(
  Object.entries(contenders).map(([name, code]) => ({ name, run: () => runNode(name, code) })),
  { rounds: ROUNDS, warmup: 2, least: 0 },
);
console.log(resultTable(results));

const bars = [
  ['import newsdomain', 'import zod'],
  ['require newsdomain', 'require zod'],
].map(([one, other]) => over(one, other));
for (const { one, other, median, low, high } of bars) {
  const verdict = median <= BAR ? 'met' : 'MISSED';
  const [a, b] = [one, other].map((name) => medianOf(processor[name]));
  console.log(
    `\n${one} − ${other}: ${median.toFixed(1)} ms (quartiles ${low.toFixed(1)} and ${high.toFixed(1)}, ${ROUNDS} pairs); bar ${BAR} ms: ${verdict}\n  of the processor: ${(a - b).toFixed(1)} ms`,
  );
}
if (bars.some(({ median }) => median > BAR)) process.exitCode = 1;

/** How much longer one takes than another that ran in the same round. */
function over(one, other) {
  return { one, other, ...quartilesOf(pairsOf(results, one, other).differences) };
}

function runNode(name, code) {
  const print =
    'const used = process.cpuUsage(); process.stdout.write(String((used.user + used.system) / 1000));';
  const type = code.startsWith('import') ? ['--input-type=module'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...type, '-e', code + print], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  processor[name].push(Number(stdout));
}
