// The options of `npm run bench`.

import { parseArgs } from 'node:util';

/** What can be measured by itself, and what it is. */
export const sections = {
  archive: 'articles with their texts, all of it right',
  invalid: 'the same with 5 % of the records wrong',
  mixed: 'the same with claims and events',
  bodiless: 'many small records',
  list: 'one JSON list of records, which ajv-cli and v8r read',
  start: 'one small file',
  memory: 'what a process holds at most',
  process: 'compiled schemas in a process of yours',
  types: 'what a compiler pays for the types',
};

export const usage = `Usage: npm run bench -- [options]

  --quick            small files and few rounds, for a look
  --rounds N         rounds of each race (default 7, quick 3)
  --megabytes N      half the size of an archive (default 500, quick 20); the other files go by it
  --seed N           of the data (default 1)
  --only NAME        one part, or several, separated by commas:
${Object.entries(sections)
  .map(([name, what]) => `                       ${name.padEnd(9)} ${what}`)
  .join('\n')}
  --json FILE        writes everything that was measured
  --markdown FILE    writes the tables
  --update FILE      puts the tables in the place that a document has for them
  --help             this text
`;

/**
 * Reads the arguments. Throws an error whose message says what is wrong with them.
 *
 * @param {readonly string[]} args
 */
export function benchOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      megabytes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      markdown: { type: 'string' },
      update: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick, help, json, markdown, update } = values;
  const names = values.only?.flatMap((list) => list.split(',')) ?? Object.keys(sections);
  const unknown = names.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined)
    throw new Error(`--only knows ${Object.keys(sections).join(', ')}, not ${unknown}`);
  return {
    quick,
    help,
    rounds: positive('rounds', values.rounds ?? (quick ? '3' : '7')),
    megabytes: positive('megabytes', values.megabytes ?? (quick ? '20' : '500')),
    seed: positive('seed', values.seed),
    only: new Set(names),
    json,
    markdown,
    update,
  };
}

function positive(name, text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} takes a whole number from 1, not ${text}`);
  return Number(text);
}
