import { expect, test } from 'vitest';
import { fieldsPage } from '../../scripts/docs/fields.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { fieldsOf, literalsOf } from '../../src/schema/walk.js';

const page = fieldsPage();

/** `npm run docs` writes the page; without it a difference is a failure. */
test('docs/fields.md is made from the types', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/fields.md');
});

test('every field and every word stands in it, with its meaning', () => {
  const named = new Set([...page.matchAll(/^\| \**(?:[\w[\]]+\.)*(\w+)\** \|/gm)].map(([, name]) => name));
  for (const schema of Object.values(recordSchemas)) {
    for (const { pattern, schema: field } of fieldsOf(schema)) {
      const key = pattern.at(-1)!;
      if (key !== '*') expect(named, pattern.join('/')).toContain(key);
      for (const word of literalsOf(field)) expect(page, pattern.join('/')).toContain(`\`${word}\``);
    }
  }
  expect(page).not.toMatch(/\| {2}\||undefined|\[object/);
});

test('every link leads to a heading or an anchor', () => {
  const targets = new Set([
    ...[...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-')),
    ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
  ]);
  for (const [, target] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(targets).toContain(target);
});
