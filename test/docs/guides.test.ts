import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { modules } from '../support/faces.js';
import { runExample } from '../support/run-example.js';

const blocksOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code!);

const pages = globSync('docs/*.md')
  .sort()
  .filter((page) => blocksOf(page).length > 0);

test('there are pages with code', () => {
  expect(pages).toContain('docs/anchors.md');
});

describe.each(pages)('the code in %s', (page) => {
  test.each(blocksOf(page))('does what it says: %#', async (code) => {
    expect(await runExample(code, modules)).toBeGreaterThan(0);
  });
});
