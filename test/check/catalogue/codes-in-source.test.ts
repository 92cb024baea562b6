import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { catalogue } from '../../../src/check/catalogue/catalogue.js';

const codes = new Set(catalogue.map(({ code }) => code));
const areas = [...new Set([...codes].map((code) => code.slice(0, code.indexOf('/'))))];
const looksLikeCode = new RegExp(`^(?:${areas.join('|')})/[a-z][a-z-]*$`);

/** Every text in a source file that has the form of a code. */
function codesIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && looksLikeCode.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}

it('no code is written anywhere in the source that the catalogue does not explain', () => {
  const written = globSync('src/**/*.ts').flatMap((file) => codesIn(file).map((code) => ({ file, code })));
  expect(new Set(written.map(({ code }) => code)).size).toBeGreaterThan(80);
  expect(written.filter(({ code }) => !codes.has(code))).toEqual([]);
});
