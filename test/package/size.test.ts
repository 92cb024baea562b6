import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { neededSource } from '../support/needed-source.js';

/**
 * What one schema costs an application, in bytes of minified and gzipped code without zod, against the least it can
 * cost: a bundle of only those statements of the source that the schema refers to.
 */
const schemas = {
  ArticleSchema: 'article',
  SourceSchema: 'source',
  EntitySchema: 'entity',
  ClaimSchema: 'claim',
  ScheduledEventSchema: 'scheduled-event',
  AssessmentSchema: 'assessment',
} as const;

/** What all the schemas may cost together that an application does not use; the promise is as much for each. */
const ALLOWED = 1024;

describe.each(Object.entries(schemas))('%s', (name, module) => {
  const source = `src/records/${module}.ts`;
  const least = bundled(name, `./${source}`, { plugins: [neededSource(source, [name])] });

  test.each([
    ['newsdomain', './dist/index.js'],
    [`newsdomain/${module}`, `./dist/records/${module}.js`],
  ])('from %s costs next to nothing beyond itself', async (_, path) => {
    expect(await least).toBeGreaterThan(1000);
    expect((await bundled(name, path)) - (await least)).toBeLessThanOrEqual(ALLOWED);
  });
});

test('a vocabulary costs its words alone: neither its meanings nor a schema', async () => {
  expect(await bundled('claimKinds', './dist/index.js')).toBeLessThanOrEqual(250);
  expect(await bundled('claimKindMeanings', './dist/index.js')).toBeGreaterThan(250);
});

test('a second schema is seen', async () => {
  const [one, two] = [
    await bundled('ArticleSchema', './dist/index.js'),
    await bundled('ArticleSchema, ClaimSchema', './dist/index.js'),
  ];
  expect(two - one).toBeGreaterThan(ALLOWED);
});

async function bundled(name: string, path: string, options?: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `import { ${name} } from '${path}';\nconsole.log({ ${name} });`, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    minify: true,
    external: ['zod'],
    write: false,
    ...options,
  });
  return gzipSync(outputFiles![0]!.contents, { level: 9 }).length;
}
