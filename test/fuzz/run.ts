import { createGlance } from '../../src/check-node/fast/glance.js';
import { selectRules } from '../../src/rules/rule-set.js';
import { trySoundness } from './soundness.js';

const records = Number(process.env.NEWSDOMAIN_FUZZ_RECORDS ?? 1_000_000);
const seed = Number(process.env.NEWSDOMAIN_SEED ?? 20240619);
const most = Number(process.env.NEWSDOMAIN_FUZZ_FAULTS ?? 20);

const began = Date.now();
let told = 0;
const rules = selectRules();
const { accepted, unsound } = trySoundness(() => createGlance(rules), {
  records,
  seed,
  most,
  onProgress(tried, sofar) {
    if (tried - told < 50_000) return;
    told = tried;
    const pace = Math.round(tried / ((Date.now() - began) / 1000));
    const memory = Math.round(process.memoryUsage.rss() / 1e6);
    console.error(`${tried} of ${records} records, ${sofar} accepted, ${pace} a second, ${memory} MB`);
  },
});
for (const one of unsound) console.log(JSON.stringify(one));
console.log(JSON.stringify({ records, seed, accepted, unsound: unsound.length }));
if (unsound.length > 0) process.exitCode = 1;
