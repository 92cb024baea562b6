import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What asks the clock of the machine, or chance, by the text of the expression that is called or read. */
const ASKED =
  /^(?:globalThis\.)?(?:Date\.now|performance(?:\.\w+)?|process\.hrtime(?:\.bigint)?|process\.uptime|Math\.random|crypto\.(?!subtle$)\w+|crypto\.subtle\.(?!digest$)\w+|Temporal\.Now(?:\.\w+)?)$/;

/** Who may ask chance all the same: for a secret on which nothing depends that anybody sees. */
const secrets: readonly string[] = ['src/bytes/keyed-hash.ts'];

/** The places in a source at which it asks for a time or a number that nobody gave it. */
function questions(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (asksFor(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText()}`);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function asksFor(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return ASKED.test(node.getText().replaceAll('?.', '.'));
  // `new Date` without an argument is now, and `Date()` is with any
  if (ts.isNewExpression(node)) return isDate(node.expression) && (node.arguments?.length ?? 0) === 0;
  if (!ts.isCallExpression(node)) return false;
  if (isDate(node.expression)) return true;
  // a date-time format without a date formats now
  return (
    ts.isPropertyAccessExpression(node.expression) &&
    /^format(?:ToParts)?$/.test(node.expression.name.text) &&
    node.arguments.length === 0
  );
}

const isDate = (node: ts.Expression): boolean => /^(?:globalThis\.)?Date$/.test(node.getText());

describe('the clock', () => {
  const files = globSync('src/**/*.ts').sort();

  it('is asked by nobody but the command line: every other function takes the time as a parameter', () => {
    const library = files.filter((file) => !/^src\/cli(?:\.ts$|\/)/.test(file));
    expect(library.length).toBeGreaterThan(100);
    const asking = library.filter((file) => questions(file, readFileSync(file, 'utf8')).length > 0);
    expect(asking).toEqual(secrets);
  });

  it.each([
    'Date.now()',
    'const now = Date.now;',
    'new Date()',
    'new Date',
    'Date()',
    'Date(0)',
    'globalThis.Date.now()',
    'performance.now()',
    'performance?.now()',
    'process.hrtime.bigint()',
    'Math.random()',
    'crypto.randomUUID()',
    'crypto.subtle.generateKey(algorithm)',
    'new Intl.DateTimeFormat("en").format()',
  ])('is seen to be asked by %s', (text) => {
    expect(questions('a.ts', text)).toHaveLength(1);
  });

  it.each([
    'new Date(0)',
    'Date.UTC(2024, 5, 19)',
    'Date.parse("2024")',
    'format.format(date)',
    'Math.max(1, 2)',
    'crypto.subtle.digest("SHA-256", bytes)',
  ])('is not asked by %s', (text) => {
    expect(questions('a.ts', text)).toEqual([]);
  });
});
