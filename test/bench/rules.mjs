// What rules and facts add to a record that is right, as a ratio to parsing its JSON: what the checker pays for every
// record of an archive. The ratios are of the fastest rounds. The functions are not public, so they are bundled from
// the source.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { conclude, judge, race, ratioOf } from './harness.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'newsdomain-bench-'));
const out = join(folder, 'rules.mjs');
execFileSync(
  join(root, 'node_modules/.bin/esbuild'),
  ['--bundle', '--format=esm', '--platform=node', '--log-level=error', `--outfile=${out}`],
  {
    cwd: root,
    input: `
      export { collectFacts } from './src/rules/collect-facts.ts';
      export { checkRecord } from './src/rules/judge.ts';
      export { selectRules } from './src/rules/rule-set.ts';
      export { visitReferences } from './src/dataset/references.ts';
    `,
  },
);
const { collectFacts, checkRecord, selectRules, visitReferences } = await import(pathToFileURL(out).href);
rmSync(folder, { recursive: true });

/** The records of the example: short, and closely annotated. */
const example = ['article.yaml', 'claims.yaml', 'events.yaml'].flatMap((file) => {
  const value = parseAllDocuments(readFileSync(join(root, 'examples/visits', file), 'utf8'), {
    schema: 'core',
  })[0].toJS();
  return Array.isArray(value) ? value : [value];
});

/** What an archive is made of: articles of 10 kB, with little said about them. */
const archive = Array.from({ length: 50 }, (_, index) => ({
  type: 'article',
  id: `article:${index}`,
  headline: 'Two journeys, no dates',
  publisherId: `source:${index % 7}`,
  language: 'en',
  publishedAt: `2024-06-${10 + (index % 20)}T09:30:00Z`,
  modifiedAt: `2024-06-${10 + (index % 20)}T11:00:00Z`,
  url: `https://www.example.org/news/${index}`,
  keywords: ['visit', 'talks'],
  body: { text: 'The journey was first meant to start in June, the agency says. '.repeat(160) },
}));

const claims = example.filter(({ type }) => type === 'claim');
const events = example.filter(({ type }) => type === 'scheduled-event');
const rules = selectRules({ now: '2024-07-01T00:00:00Z' });

/** The fastest rounds against each other: what else the machine does only ever makes a round slower. */
const fastest = (raced, of, to) => {
  const time = (wanted) => raced.find(({ name }) => name === wanted).min;
  return { ...ratioOf(raced, of, to), median: time(of) / time(to) };
};

const results = {};
const ratios = [];
for (const [name, records] of Object.entries({
  'archive articles': archive,
  'example claims': claims,
  'example events': events,
})) {
  const lines = records.map((record) => JSON.stringify(record));
  const found = records.flatMap((record) => checkRecord(record, [], rules));
  if (found.length > 0) throw new Error(`records that are right are measured: ${found[0].message}`);
  const each = (work) => () => {
    let last;
    for (let index = 0; index < records.length; index++) last = work(records[index], index);
    return last;
  };
  const parse = `JSON.parse, ${name}`;
  const parts = {
    [`record rules, ${name}`]: each((record) => checkRecord(record, [], rules)),
    [`walk of references, ${name}`]: each((record) => visitReferences(record.type, record, () => {})),
    [`facts with references, ${name}`]: each((record, index) => collectFacts(record, index, [], rules)),
  };
  const raced = await race([
    { name: parse, run: () => lines.map((line) => JSON.parse(line)) },
    ...Object.entries(parts).map(([part, run]) => ({ name: part, run })),
  ]);
  results[name] = raced;
  for (const part of Object.keys(parts)) ratios.push(judge(fastest(raced, part, parse), { most: 0.6 }));
  const share = JSON.stringify(records.map((record, index) => collectFacts(record, index, [], rules))).length;
  const length = lines.join('').length;
  console.log(
    `${name}: ${records.length} records of ${Math.round(length / records.length)} bytes; their facts are ${((100 * share) / length).toFixed(1)} % of that`,
  );
}

conclude({ name: 'rules', results, ratios });
