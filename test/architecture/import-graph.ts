import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { faceLayers, facePackages, layers } from './layers.js';

/** The source files by their path from `src`. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  /** A path from `src`, or the name of a package as it is imported. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Whether it vanishes with the types. */
  readonly isType: boolean;
}

export type Graph = ReadonlyMap<string, readonly Import[]>;

/** Who imports what, types and dynamic imports included. */
export function importGraph(sources: Sources): Graph {
  return new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]));
}

function importsOf(path: string, source: string): Import[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const isPackage = !specifier.text.startsWith('.');
    const target = isPackage ? specifier.text : join(dirname(path), specifier.text).replace(/\.js$/, '.ts');
    found.push({ target, isPackage, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeExport(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isImportCall = ({ expression }: ts.CallExpression): boolean =>
  expression.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(expression) && expression.text === 'require');

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  const { namedBindings, name } = importClause;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  return (
    exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.every((element) => element.isTypeOnly)
  );
}

/** The layer a file belongs to, or the file itself where it is a face. */
const layerOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);

/** A layer and all that it stands on, straight or not. */
export function ground(layer: string): Set<string> {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    for (const below of layers[name]?.on ?? []) add(below);
  };
  add(layer);
  return all;
}

const matches = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

/** Every import that goes up or sideways, names no file, or brings in a package its layer has no use for. */
export function misplacedImports(graph: Graph): string[] {
  return [...graph].flatMap(([path, imports]) => {
    const name = layerOf(path);
    const layer = layers[name] ?? faceLayers[name];
    if (layer === undefined) return [`${path}: no layer has this name`];
    const below = new Set([name, ...layer.on.flatMap((under) => [...ground(under)])]);
    return imports.flatMap(({ target, isPackage }) => {
      if (isPackage) return matches(target, layer.packages) ? [] : [`${path} imports ${target}`];
      if (!graph.has(target)) return [`${path} imports ${target}, which does not exist`];
      return below.has(layerOf(target)) ? [] : [`${path} imports ${target}`];
    });
  });
}

/** A circle of files that import each other, types included, or `undefined`. */
export function circleIn(graph: Graph): string[] | undefined {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return undefined;
    trail.push(path);
    for (const { target, isPackage } of graph.get(path) ?? []) {
      const circle = isPackage ? undefined : visit(target);
      if (circle !== undefined) return circle;
    }
    trail.pop();
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const circle = visit(path);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** The packages that are loaded with a file, each with a chain of imports that leads to it. */
export function packagesReached(graph: Graph, face: string): Map<string, readonly string[]> {
  const reached = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const visit = (path: string, chain: readonly string[]): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { target, isPackage, isType } of graph.get(path) ?? []) {
      if (isType) continue;
      if (!isPackage) visit(target, [...chain, target]);
      else if (!reached.has(target)) reached.set(target, chain);
    }
  };
  visit(face, [face]);
  return reached;
}

/** Every package that a face loads though it may not. */
export function strayPackages(graph: Graph): string[] {
  return Object.entries(facePackages).flatMap(([face, allowed]) =>
    [...packagesReached(graph, face)]
      .filter(([name]) => !matches(name, allowed))
      .map(([name, chain]) => `${[...chain, name].join(' → ')}`),
  );
}
