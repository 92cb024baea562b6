import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { faces } from '../support/faces.js';

const { folder, files } = inject('installed');

/** The answers of a program that a user of the package might write, run in a project of its own. */
function run(project: 'esm' | 'cjs', name: string, code: string): unknown {
  writeFileSync(join(folder, project, name), code);
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], {
    cwd: join(folder, project),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const program = `
const visit = newsdomain.defineScheduledEvent({
  type: 'scheduled-event', id: 'event:visit', name: 'A visit', status: 'unconfirmed', phase: 'planned',
  start: { date: '2024-06-19' },
});
const refused = newsdomain.safeParseScheduledEvent({ ...visit, status: 'confirmed' });
const dataset = newsdomain.loadDataset([visit, { type: 'claim', id: 'claim:a', text: 'Rain.', about: ['event:vist'] }]);
let thrown;
try { article.parseArticle({ type: 'article', id: 'article:a', headlin: 'Talks' }); } catch (error) { thrown = error; }
console.log(JSON.stringify({
  accepted: newsdomain.ScheduledEventSchema.safeParse(visit).success,
  refused: refused.success,
  issues: newsdomain.findIssues(dataset).map(({ code, suggestion }) => [code, suggestion]),
  thrown: [thrown.name, thrown.code, thrown.issues[0].suggestion, thrown.cause.name],
  before: fuzzyDate.isDefinitelyBefore('2024-05', '2024-06'),
  kinds: vocabulary.claimKinds.length,
  checked: check.checkText('{"type":"article"}').diagnostics.map(({ code, line }) => [code, line]),
  sameSchema: newsdomain.ArticleSchema === article.ArticleSchema,
  readsFiles: typeof node.checkFiles,
}));
`;

const answers = {
  accepted: true,
  refused: false,
  issues: [['reference/dangling', 'event:visit']],
  thrown: ['NewsDomainError', 'invalid-record', 'headline', 'ZodError'],
  before: true,
  kinds: 8,
  checked: [['schema/required', 1]],
  sameSchema: true,
  readsFiles: 'function',
};

/** The local name of each entry point in the programs. */
const names = {
  newsdomain: 'newsdomain',
  'newsdomain/article': 'article',
  'newsdomain/vocabulary': 'vocabulary',
  'newsdomain/fuzzy-date': 'fuzzyDate',
  'newsdomain/check': 'check',
  'newsdomain/node': 'node',
};

describe('the installed package', () => {
  test('works in a project of ES modules', () => {
    const imports = Object.entries(names).map(([from, name]) => `import * as ${name} from '${from}';`);
    expect(run('esm', 'main.js', imports.join('\n') + program)).toEqual(answers);
  });

  test('works in a project of CommonJS', () => {
    const imports = Object.entries(names).map(([from, name]) => `const ${name} = require('${from}');`);
    expect(run('cjs', 'main.js', imports.join('\n') + program)).toEqual(answers);
  });

  test('offers every entry point to both', () => {
    const entries = JSON.stringify(Object.keys(faces));
    const code = (load: string) => `(async () => {
      const sizes = {};
      for (const name of ${entries}) sizes[name] = Object.keys(await ${load}(name)).filter((key) => key !== 'default').length;
      console.log(JSON.stringify(sizes));
    })();`;
    const sizes = Object.fromEntries(
      Object.entries(faces).map(([name, face]) => [name, Object.keys(face).length]),
    );
    expect(run('esm', 'all.js', code('import'))).toEqual(sizes);
    expect(run('cjs', 'all.js', code('require'))).toEqual(sizes);
  });

  test('can be there as ES modules and as CommonJS at once: errors are recognised by name and code', () => {
    const code = `
      import { createRequire } from 'node:module';
      import * as esm from 'newsdomain';
      const cjs = createRequire(import.meta.url)('newsdomain');
      const thrownBy = (parse, value) => { try { parse(value); } catch (error) { return error; } };
      const errors = [
        thrownBy(cjs.parseArticle, {}),
        thrownBy(cjs.parseInstant, 'today'),
        thrownBy(cjs.parseFuzzyDate, 'today'),
        thrownBy(cjs.parseWebUrl, 'today'),
      ];
      console.log(JSON.stringify({
        instances: errors.map((error) => error instanceof esm[error.name]),
        codes: errors.map(({ name, code }) => [name, code]),
        record: esm.isArticle(cjs.parseArticle({ type: 'article', id: 'article:a' })),
        dataset: esm.findIssues(cjs.loadDataset([{ type: 'claim', id: 'claim:a', text: 'Rain.' }])).length,
      }));
    `;
    expect(run('esm', 'both.js', code)).toEqual({
      instances: [false, false, false, false],
      codes: [
        ['NewsDomainError', 'invalid-record'],
        ['InstantError', 'syntax'],
        ['FuzzyDateError', 'syntax'],
        ['WebUrlError', 'relative'],
      ],
      record: true,
      dataset: 0,
    });
  });

  test('keeps its inside to itself', () => {
    const code = `import('newsdomain/dist/index.js').catch(({ code }) => console.log(JSON.stringify(code)));`;
    expect(run('esm', 'inside.js', code)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test('brings its JSON Schemas', () => {
    const schemas = readdirSync('schema');
    const titles = Object.fromEntries(
      schemas.map((name) => [name, JSON.parse(readFileSync(join('schema', name), 'utf8')).$id]),
    );
    const load = `const ids = {};
      for (const name of ${JSON.stringify(schemas)}) ids[name] = require('newsdomain/schema/' + name).$id;
      console.log(JSON.stringify(ids));`;
    expect(run('cjs', 'schemas.js', load)).toEqual(titles);
    const resolve = `console.log(JSON.stringify(import.meta.resolve('newsdomain/schema/article.json').slice(-37)));`;
    expect(run('esm', 'schemas.js', resolve)).toBe('node_modules/newsdomain/schema/article.json'.slice(-37));
  });
});

describe('the installed program', () => {
  const newsdomain = (...args: string[]) =>
    spawnSync(join(folder, 'node_modules/.bin/newsdomain'), args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });

  test('checks files', () => {
    writeFileSync(join(folder, 'good.json'), '{ "type": "article", "id": "article:a" }');
    writeFileSync(join(folder, 'bad.yaml'), 'type: article\nid: article:b\nheadlin: Talks\n');
    expect(newsdomain('check', 'good.json').status).toBe(0);
    const { status, stdout } = newsdomain('check', '--format', 'compact', 'bad.yaml');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^bad\.yaml:3:1: schema\/unknown-key .*headline.* \[article:b\]$/m);
    expect(newsdomain('check', 'missing.json').status).toBe(2);
  });

  test('prints JSON Schema and its version', () => {
    expect(JSON.parse(newsdomain('schema', 'article').stdout)).toMatchObject({ title: 'Article' });
    expect(newsdomain('--version').stdout.trim()).toBe(
      JSON.parse(readFileSync('package.json', 'utf8')).version,
    );
  });
});

describe('the tarball', () => {
  test('holds what it should', () => {
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/cli.cjs']),
    );
    expect(files.filter((file) => file.startsWith('schema/')).sort()).toEqual(
      readdirSync('schema')
        .map((name) => `schema/${name}`)
        .sort(),
    );
  });

  test('holds nothing else', () => {
    const expected =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|schema\/[\w-]+\.json|dist\/third-party-licenses\.txt|dist\/cli\/[\w-]+\.cjs|dist\/(?:records\/)?[\w-]+\.(?:js|cjs|d\.ts|d\.cts))$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
  });

  test('names no file that nothing refers to', () => {
    const texts = files
      .filter((file) => file.startsWith('dist/') || file === 'package.json')
      .map((file) => [file, readFileSync(join(folder, 'node_modules/newsdomain', file), 'utf8')] as const);
    const unused = files
      .filter((file) => /^dist\/.*\.c?[jt]s$/.test(file))
      .filter((file) => {
        const name = file
          .split('/')
          .at(-1)!
          .replace(/\.d\.(c?)ts$/, '.$1js');
        return !texts.some(([other, text]) => other !== file && text.includes(name));
      });
    expect(unused).toEqual([]);
  });
});
