// What compiled schemas add to parsing, in one process: node safe-parse.mjs HARNESS RECORDS OPTIONS
// HARNESS and RECORDS are URLs of modules; the answer is JSON.

import { compileSchemas, recordSchemas } from 'newsdomain';
import * as z from 'zod';

const [harness, records, options] = process.argv.slice(2);
const { processorClock, race } = await import(harness);
const { recordsOf } = await import(records);

const schemas = compileSchemas();
const results = {};
for (const [type, list] of Object.entries(recordsOf())) {
  // throws when a part of the schema would be interpreted
  z.compile(recordSchemas[type], { strict: true });
  const texts = list.map((record) => JSON.stringify(record));
  const values = texts.map((text) => JSON.parse(text));
  const schema = schemas[type];
  for (const value of values) schema.parse(value);
  results[type] = {
    bytes: Math.round(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length),
    raced: await race(
      [
        { name: 'JSON.parse', run: () => texts.map((text) => JSON.parse(text)) },
        { name: 'compiled', run: () => values.map((value) => schema.safeParse(value)) },
        { name: 'plain zod', run: () => values.map((value) => recordSchemas[type].safeParse(value)) },
      ],
      // the clock sees threads that compile, too: that is over when they are measured
      { ...JSON.parse(options), clock: processorClock, warmup: 10_000 },
    ),
  };
}
process.stdout.write(JSON.stringify(results));
