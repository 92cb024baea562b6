import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { markPureConstants } from '../../scripts/build/pure-constants.js';

/** What is left of a module when nobody uses what it exports. */
function leftOf(source: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: `export const used = 1;\n${source}`, loader: 'ts' },
    format: 'esm',
    treeShaking: true,
    write: false,
  });
  return outputFiles[0]!.text;
}

describe('markPureConstants', () => {
  test.each([
    'z.strictObject({ ...base, name: z.string().min(1) }).check(rule);',
    'new Map([[Symbol.iterator, base.value]]);',
    '`^$' + '{base.value}$`;',
    'base.value * 2;',
    '[...base];',
  ])('lets a bundler leave out %s', (initializer) => {
    const source = `const constant = ${initializer}`;
    expect(leftOf(source)).not.toBe(leftOf(''));
    expect(leftOf(markPureConstants(source))).toBe(leftOf(''));
  });

  test('leaves values, functions, types and variables alone', () => {
    const source = `
      export const kinds = ['a', 'b'] as const;
      export const table = { a: 1, b: (n: number) => Math.abs(n) };
      export type T = ReturnType<typeof table.b>;
      let count = Date.now();
      const run = (): number => ++count;
    `;
    expect(markPureConstants(source)).toBe(source);
  });

  test('keeps every line where it was', () => {
    const source = `const a = f({\n  b: 1,\n});\nconst c = g(),\n  d = h();\n`;
    expect(markPureConstants(source).split('\n')).toHaveLength(source.split('\n').length);
    expect(markPureConstants(source)).toBe(
      'const a = /* @__PURE__ */ (() => (f({\n  b: 1,\n})))();\nconst c = /* @__PURE__ */ (() => (g()))(),\n  d = /* @__PURE__ */ (() => (h()))();\n',
    );
  });
});
