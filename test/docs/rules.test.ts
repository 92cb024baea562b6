import { expect, test } from 'vitest';
import { rulesPage } from '../../scripts/docs/rules.js';
import { catalogue, docsAnchorOf } from '../../src/check/catalogue/catalogue.js';

/** `npm run docs` writes the page; without it a difference is a failure. */
test('docs/rules.md is made from the rules', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../docs/rules.md');
});

test('every code has a section, and the anchor that diagnostics lead to is that of its heading', () => {
  const headings = rulesPage().match(/^### .+$/gm) ?? [];
  // GitHub: lower case, without punctuation but hyphens, spaces to hyphens
  const slugs = headings.map((heading) =>
    heading
      .slice(4)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
  expect(slugs.sort()).toEqual(catalogue.map(({ code }) => docsAnchorOf(code)).sort());
  expect(new Set(slugs).size).toBe(slugs.length);
});
