import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faces } from '../../scripts/build/faces.js';
import { type Api, readApis } from '../support/api-text.js';
import { faces as facesInTests } from '../support/faces.js';

/** A target of `exports` in package.json. */
interface Conditions {
  readonly types: string;
  readonly default: string;
}

const { exports }: { readonly exports: Readonly<Record<string, string | Record<string, Conditions>>> } =
  JSON.parse(readFileSync('package.json', 'utf8'));

const modules = Object.entries(exports).flatMap(([subpath, target]) =>
  typeof target === 'string'
    ? []
    : [{ name: subpath.replace('.', 'newsdomain'), esm: target.import!, cjs: target.require! }],
);
const apis = readApis(modules.flatMap(({ esm, cjs }) => [esm.types, cjs.types]));
const apiOf = new Map<string, { readonly esm: Api; readonly cjs: Api }>(
  modules.map(({ name }, i) => [name, { esm: apis[2 * i]!, cjs: apis[2 * i + 1]! }]),
);
const require = createRequire(import.meta.url);

const CHANGED =
  'what this entry point exports has changed. If that is wanted, `npm run api` writes it down, and CHANGELOG.md must tell it (docs/versioning.md says what is breaking)';

describe('package.json', () => {
  test('exports what is built, and nothing else', () => {
    expect(modules.map(({ esm }) => esm.default).sort()).toEqual(
      Object.keys(faces)
        .map((face) => `./dist/${face}.js`)
        .sort(),
    );
    expect(Object.keys(facesInTests).sort()).toEqual(modules.map(({ name }) => name).sort());
  });

  test.each(modules)('gives $name its types for each kind of module', ({ esm, cjs }) => {
    const base = esm.default.replace(/\.js$/, '');
    expect(Object.keys(esm)).toEqual(['types', 'default']);
    expect(esm.types).toBe(`${base}.d.ts`);
    expect(cjs).toEqual({ types: `${base}.d.cts`, default: `${base}.cjs` });
    for (const file of [...Object.values(esm), ...Object.values(cjs)]) expect(existsSync(file)).toBe(true);
  });
});

describe.each(modules)('$name', ({ name, esm, cjs }) => {
  const api = apiOf.get(name)!;

  test('exports what is written down', async () => {
    await expect(apiText(name, api.esm), CHANGED).toMatchFileSnapshot(`api/${name.replace('/', '.')}.txt`);
  });

  test('exports the same to CommonJS', () => {
    expect(api.cjs).toEqual(api.esm);
  });

  test('has at run time what its types say', async () => {
    const declared = [...api.esm.values.keys()].sort();
    const imported: object = await import(pathToFileURL(resolve(esm.default)).href);
    expect(Object.keys(imported).sort()).toEqual(declared);
    expect(Object.keys(require(resolve(cjs.default))).sort()).toEqual(declared);
  });
});

/** One export a paragraph; what `newsdomain` exports too is told there. */
function apiText(name: string, { values, types }: Api): string {
  const main = apiOf.get('newsdomain')!.esm;
  const told = (kind: 'values' | 'types') => (entry: readonly [string, string]) => {
    const [exported, text] = entry;
    return name !== 'newsdomain' && main[kind].get(exported) === text
      ? `${exported}: as in newsdomain`
      : text;
  };
  const sorted = (entries: ReadonlyMap<string, string>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `# ${name}: values\n`,
    ...sorted(values).map(told('values')),
    `\n# ${name}: types\n`,
    ...sorted(types).map(told('types')),
    '',
  ].join('\n');
}
