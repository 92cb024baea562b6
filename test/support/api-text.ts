import ts from 'typescript';

/** What a module exports: each name with one text, its kind and its type. */
export interface Api {
  readonly values: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
}

/** Reads what declaration files export, all of them in one program. */
export function readApis(files: readonly string[]): Api[] {
  const program = ts.createProgram([...files], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  return files.map((path) => {
    const file = program.getSourceFile(path);
    const symbol = file && checker.getSymbolAtLocation(file);
    if (symbol === undefined) throw new Error(`${path} is not a module`);
    const values = new Map<string, string>();
    const types = new Map<string, string>();
    for (const exported of checker.getExportsOfModule(symbol)) {
      const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const isValue = (target.flags & ts.SymbolFlags.Value) !== 0;
      (isValue ? values : types).set(exported.name, describe(target, exported.name, checker));
    }
    return { values, types };
  });
}

function describe(symbol: ts.Symbol, name: string, checker: ts.TypeChecker): string {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) throw new Error(`${name} is declared nowhere`);
  if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))
    return `${ts.isClassDeclaration(declaration) ? 'class' : 'interface'} ${name}${heading(declaration)} ${block(declaration.members)}`;
  if (ts.isTypeAliasDeclaration(declaration))
    return `type ${name}${parameters(declaration)} = ${oneLine(declaration.type)}`;
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  if (isSchema(type)) return `const ${name}: a zod schema`;
  const parts = type.getProperties().map((part) => [part.name, checker.getTypeOfSymbol(part)] as const);
  if (parts.length > 0 && parts.every(([, part]) => isSchema(part)))
    return `const ${name}: a zod schema each for ${parts.map(([key]) => key).join(', ')}`;
  return (symbol.declarations ?? [])
    .map((one) => (ts.isFunctionDeclaration(one) ? oneLine(one) : `const ${oneLine(one)}`))
    .join('\n');
}

/** What a schema takes is told by the type of its record and by the JSON Schema, which have tests of their own. */
const isSchema = (type: ts.Type): boolean => type.getProperty('_zod') !== undefined;

function heading(declaration: ts.InterfaceDeclaration | ts.ClassDeclaration): string {
  const clauses = declaration.heritageClauses?.map(oneLine) ?? [];
  return [parameters(declaration), ...clauses].join(' ').trimEnd();
}

function parameters({
  typeParameters,
}: {
  readonly typeParameters?: ts.NodeArray<ts.Node> | undefined;
}): string {
  return typeParameters === undefined ? '' : `<${typeParameters.map(oneLine).join(', ')}>`;
}

function block(members: readonly ts.Node[]): string {
  return members.length === 0 ? '{}' : `{\n${members.map((member) => `  ${oneLine(member)}\n`).join('')}}`;
}

/** The code of a node without its comments, on one line. */
function oneLine(node: ts.Node): string {
  const printed = ts
    .createPrinter({ removeComments: true })
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return printed
    .replace(/^declare /, '')
    .replace(/\s+/g, ' ')
    .trim();
}
