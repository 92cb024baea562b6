import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const pages = globSync('**/*.md', { ignore: ['**/node_modules/**'], dot: true }).sort();

describe('links between the pages', () => {
  test('are looked for in every page', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/model.md']));
  });

  test.each(pages)('%s', (page) => {
    expect(deadLinks(page, readFileSync(page, 'utf8'))).toEqual([]);
  });

  test.each([
    '[a page](docs/nowhere.md)',
    '[a heading](README.md#no-such-heading)',
    '[here](#no-such-heading)',
    '[a way out](../outside.md)',
    '![a picture](docs/picture.png)',
    '[by name][name]\n\n[name]: docs/nowhere.md',
  ])('%s would be seen', (text) => {
    expect(deadLinks('README.md', text)).toHaveLength(1);
  });
});

/** The links of a page that lead to no file of the project, or to no heading of it. */
function deadLinks(page: string, markdown: string): string[] {
  const text = markdown.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [
    ...[...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target = '']) => target),
    ...[...text.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm)].map(([, target = '']) => target),
  ];
  return targets.filter(
    (target) => !/^(?:https?|mailto):/.test(target) && !leadsSomewhere(page, target, markdown),
  );
}

function leadsSomewhere(page: string, target: string, markdown: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  if (file.startsWith('..')) return false;
  if (path !== '' && !existsSync(file)) return false;
  if (heading === undefined) return true;
  if (!file.endsWith('.md') || statSync(file).isDirectory()) return false;
  return headings(file === page ? markdown : readFileSync(file, 'utf8')).has(decodeURIComponent(heading));
}

/** The names that GitHub gives the headings of a page, and those that the page gives itself. */
function headings(markdown: string): Set<string> {
  const names = new Set<string>();
  const text = markdown.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '');
  for (const [, title = ''] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = title
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let name = slug;
    for (let again = 1; names.has(name); again++) name = `${slug}-${again}`;
    names.add(name);
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) names.add(id);
  return names;
}
