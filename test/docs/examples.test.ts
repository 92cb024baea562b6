import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { faces, modules } from '../support/faces.js';
import { runExample } from '../support/run-example.js';

interface Example {
  readonly file: string;
  /** The exported name whose documentation it stands in. */
  readonly name: string;
  readonly code: string;
}

const examples = globSync('src/**/*.ts').sort().flatMap(examplesOf);

describe('every @example', () => {
  test.each(examples)('$name in $file', async ({ code }) => {
    expect(await runExample(code, modules), 'it asserts nothing').toBeGreaterThan(0);
  });
});

describe('every function of every entry point', () => {
  const documented = new Set(examples.map(({ name }) => name));

  test.each(Object.entries(faces))('%s has an @example each', (_, face) => {
    const functions = Object.keys(face).filter((name) => isPlainFunction(face[name]));
    expect(functions.filter((name) => !documented.has(name))).toEqual([]);
  });
});

/** Error classes are documented by what throws them. */
function isPlainFunction(value: unknown): boolean {
  return typeof value === 'function' && !(value.prototype instanceof Error);
}

function examplesOf(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const [name] = namesOf(statement);
    if (name === undefined) return [];
    return ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === 'example')
      .map((tag) => ({ file, name, code: codeOf(ts.getTextOfJSDocComment(tag.comment) ?? '') }));
  });
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
}

/** The code between the fences. */
function codeOf(example: string): string {
  return /```ts\n([\s\S]*?)```/.exec(example)?.[1] ?? example;
}
