import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { faces } from '../../scripts/build/faces.js';
import {
  circleIn,
  ground,
  importGraph,
  misplacedImports,
  packagesReached,
  type Sources,
  strayPackages,
} from './import-graph.js';
import { faceLayers, facePackages, layers } from './layers.js';

const sources: Sources = new Map(
  globSync('**/*.ts', { cwd: 'src', ignore: ['**/*.d.ts'] })
    .sort()
    .map((path) => [path, readFileSync(join('src', path), 'utf8')]),
);
const graph = importGraph(sources);
const browserFaces = Object.keys(facePackages);

/** The graph with one line more in a file. */
const withLine = (path: string, line: string) =>
  importGraph(new Map([...sources, [path, `${sources.get(path) ?? ''}\n${line}\n`]]));

describe('the order of the layers', () => {
  test('names every folder of src and no other', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(layers).sort());
  });

  test('has no circle', () => {
    for (const [name, { on }] of Object.entries(layers))
      for (const below of on) expect(ground(below), `${below} stands on ${name}`).not.toContain(name);
  });

  test('is kept by every import', () => {
    expect(misplacedImports(graph)).toEqual([]);
  });

  test.each([
    ['up', 'primitives/id.ts', "import type { Article } from '../records/article.js';"],
    ['sideways', 'text/lines.ts', "import { findIssues } from '../rules/find-issues.js';"],
    ['to another package', 'records/article.ts', "import { parse } from 'yaml';"],
    ['to the date-fns barrel', 'primitives/calendar.ts', "import { addDays } from 'date-fns';"],
    ['to Node', 'check/check-text.ts', "const { readFileSync } = await import('node:fs');"],
    [
      'from a face past what is below it',
      'vocabulary.ts',
      "export { isInstant } from './primitives/instant.js';",
    ],
    ['to a file that is not there', 'schema/walk.ts', "export * from './nowhere.js';"],
    ['from a folder without a place', 'helpers/misc.ts', ''],
  ])('an import %s is seen', (_, path, line) => {
    expect(misplacedImports(withLine(path, line))).toHaveLength(1);
  });
});

describe('files', () => {
  test('import each other in no circle, types included', () => {
    expect(circleIn(graph)).toBeUndefined();
  });

  test('and a circle would be seen', () => {
    const closed = withLine('primitives/id.ts', "import type { A } from '../records/common/ids.js';");
    expect(circleIn(closed)).toEqual(expect.arrayContaining(['primitives/id.ts', 'records/common/ids.ts']));
  });

  test('do nothing when they are loaded, but for the program and its threads: sideEffects is false', () => {
    const declares = (statement: ts.Statement): boolean =>
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      ts.isVariableStatement(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    const active = [...sources]
      .filter(([path]) => path !== 'cli.ts' && path !== 'check-worker.ts')
      .filter(
        ([path, source]) =>
          !ts.createSourceFile(path, source, ts.ScriptTarget.ES2022).statements.every(declares),
      );
    expect(active.map(([path]) => path)).toEqual([]);
  });
});

describe('an entry point', () => {
  test('is a face or a record, each of them known', () => {
    const entries = Object.values(faces).map((path) => path.replace('src/', ''));
    expect(entries.sort()).toEqual([...browserFaces, 'node.ts'].sort());
    expect(Object.keys(faceLayers).sort()).toEqual(
      [...sources.keys()].filter((path) => !path.includes('/')).sort(),
    );
  });

  test.each(browserFaces)('%s loads no package but its own', (face) => {
    expect(strayPackages(graph).filter((chain) => chain.startsWith(face))).toEqual([]);
  });

  test('of Node and the program alone reach Node built-ins', () => {
    const reachesNode = ['node.ts', 'cli.ts', ...browserFaces].filter((face) =>
      [...packagesReached(graph, face).keys()].some((name) => name.startsWith('node:')),
    );
    expect(reachesNode).toEqual(['node.ts', 'cli.ts']);
  });

  test('that loads more would be seen, with the way that leads there', () => {
    const stray = strayPackages(withLine('primitives/calendar.ts', "import * as z from 'zod';"));
    expect(stray.filter((chain) => chain.startsWith('fuzzy-date.ts'))).toHaveLength(1);
    expect(stray[0]).toMatch(/primitives\/calendar\.ts → zod$/);
  });
});
