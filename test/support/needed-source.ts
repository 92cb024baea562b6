import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * A bundler plugin that reduces every source file to the top-level statements which some exports need, as the
 * names in the code say: what is left is the least that these exports can cost.
 */
export function neededSource(entry: string, names: readonly string[]): Plugin {
  const needed = neededStatements(entry, names);
  return {
    name: 'needed-source',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const statements = needed.get(path);
        const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
        const kept = file.statements.filter(
          (statement) => ts.isImportDeclaration(statement) || statements?.has(statement.pos),
        );
        return { contents: kept.map((one) => file.text.slice(one.pos, one.end)).join('\n'), loader: 'ts' };
      });
    },
  };
}

/** For each file the positions of the statements that the exports need. */
function neededStatements(entry: string, names: readonly string[]): Map<string, Set<number>> {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const needed = new Map<string, Set<number>>();

  function need(symbol: ts.Symbol | undefined): void {
    if (symbol === undefined) return;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of target.declarations ?? []) needStatementOf(declaration);
  }

  function needStatementOf(node: ts.Node): void {
    const file = node.getSourceFile();
    if (program.isSourceFileFromExternalLibrary(file) || file.isDeclarationFile) return;
    const path = resolve(file.fileName);
    const statements = needed.get(path) ?? new Set();
    needed.set(path, statements);
    let statement = node;
    while (statement.parent !== undefined && statement.parent !== file) statement = statement.parent;
    if (statement.parent === undefined || ts.isImportDeclaration(statement) || statements.has(statement.pos))
      return;
    statements.add(statement.pos);
    visit(statement);
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isIdentifier(node)) need(checker.getSymbolAtLocation(node));
    if (ts.isShorthandPropertyAssignment(node)) need(checker.getShorthandAssignmentValueSymbol(node));
    ts.forEachChild(node, visit);
  }

  const file = program.getSourceFile(entry);
  const exported = file && checker.getSymbolAtLocation(file)?.exports;
  for (const name of names) {
    const symbol = exported?.get(ts.escapeLeadingUnderscores(name));
    if (symbol === undefined) throw new Error(`${entry} does not export ${name}`);
    need(symbol);
  }
  return needed;
}
