import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Wraps what a module computes for its constants, so that a bundler can leave out each constant nobody uses.
 *
 * A schema is made by calls, and a bundler must assume that a call does something. Modules here only ever compute
 * (`sideEffects: false`), so each computed initializer becomes a function that is called once and marked as pure.
 * Without it one schema from `newsdomain` brings in every other that shares its file in `dist`.
 */
export const pureConstants: Plugin = {
  name: 'pure-constants',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: markPureConstants(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Wraps the computed initializers of the top-level constants of a module; lines stay where they are. */
export function markPureConstants(source: string): string {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.ES2022, true);
  const computed = file.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => declarationList.flags & ts.NodeFlags.Const)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => (initializer && isComputed(initializer) ? [initializer] : []));
  let result = '';
  let done = 0;
  for (const initializer of computed) {
    const start = initializer.getStart(file);
    const code = source.slice(start, initializer.end);
    result += `${source.slice(done, start)}/* @__PURE__ */ (() => (${code}))()`;
    done = initializer.end;
  }
  return result + source.slice(done);
}

/** Whether evaluating the expression is more than writing down a value. */
function isComputed(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isBinaryExpression(node) ||
    node.kind === ts.SyntaxKind.RegularExpressionLiteral ||
    (ts.forEachChild(node, isComputed) ?? false)
  );
}
