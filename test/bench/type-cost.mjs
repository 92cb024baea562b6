// What the types of the package cost a compiler: instantiations, types and time of small consumers, and one schema's
// types as an interface against what `z.infer` makes of the same schema. The bar is 10 % of its instantiations.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BAR = 0.1;
const folder = mkdtempSync(join(tmpdir(), 'newsdomain-types-'));
const records = ['Article', 'Source', 'Entity', 'Claim', 'ScheduledEvent', 'Assessment'];

/** Programs that read every field of an article, so that nothing is put off. */
const uses = (type) => `
export type Plain<T> = { [K in keyof T]: T[K] };
export function same(a: ${type}): Plain<${type}> { return a; }
export const headline = (a: ${type}): string | undefined => a.headline ?? a.mentions?.[0]?.anchor.exact ?? a.publicationDate?.date;
`;

const consumers = {
  'zod alone': `import * as z from 'zod';\nexport const schema = z.strictObject({ a: z.string() });`,
  'newsdomain alone': `import { isInstant } from 'newsdomain';\nexport const yes = isInstant('x');`,
  'all schemas': `import {
  ${records.flatMap((name) => [`${name}Schema`, `type ${name}`, `parse${name}`, `define${name}`]).join(', ')},
} from 'newsdomain';
${records
  .map(
    (name) => `export function read${name}(value: unknown): ${name} {
  const result = ${name}Schema.safeParse(value);
  return result.success ? result.data : parse${name}(value);
}
export const define${name}s = (values: Parameters<typeof define${name}>[0][]) => values.map(define${name});`,
  )
  .join('\n')}`,
  'one interface': `import type { Article } from 'newsdomain/article';${uses('Article')}`,
  'the same through z.infer': `import type * as z from 'zod';
import type { ArticleSchema } from 'newsdomain/article';
type Article = z.infer<typeof ArticleSchema>;${uses('Article')}`,
};

try {
  mkdirSync(join(folder, 'node_modules'));
  for (const [name, target] of [
    ['newsdomain', '.'],
    ['zod', 'node_modules/zod'],
  ])
    symlinkSync(resolve(target), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const costs = Object.entries(consumers).map(([name, code]) => ({ name, ...costOf(code) }));
  console.table(Object.fromEntries(costs.map(({ name, ...cost }) => [name, cost])));
  const instantiations = (wanted) => costs.find(({ name }) => name === wanted).instantiations;
  const base = costOf(
    `import type { Article } from 'newsdomain/article';\nexport type A = Article['id'];`,
  ).instantiations;
  const ratio =
    (instantiations('one interface') - base) / (instantiations('the same through z.infer') - base);
  console.log(
    `one interface / z.infer, over the import alone (${base}): ${(100 * ratio).toFixed(1)} %, bar ${100 * BAR} %: ${ratio <= BAR ? 'met' : 'MISSED'}`,
  );
  const at = process.argv.indexOf('--json');
  if (at !== -1) writeFileSync(process.argv[at + 1], JSON.stringify({ ratio, bar: BAR, costs }));
  if (ratio > BAR) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function costOf(code) {
  writeFileSync(join(folder, 'consumer.ts'), code);
  const flags =
    '--noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 --lib es2023,dom --types --extendedDiagnostics';
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/typescript/lib/tsc.js'),
      ...flags.split(' ').filter((flag) => flag !== '--types'),
      'consumer.ts',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout);
  const read = (label) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(stdout)[1]);
  return {
    instantiations: read('Instantiations'),
    types: read('Types'),
    checkSeconds: read('Check time'),
    totalSeconds: read('Total time'),
  };
}
