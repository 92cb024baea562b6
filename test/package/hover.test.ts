import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, inject, test } from 'vitest';
import { entityKinds } from '../../src/vocabulary/entity.js';
import { eventStatuses } from '../../src/vocabulary/scheduled-event.js';

const { folder } = inject('installed');
const records = ['Article', 'Source', 'Entity', 'Claim', 'ScheduledEvent', 'Assessment'];

/** A place in the code of a user at which an editor shows what it knows of a field. */
interface Hover {
  /** Where the field is, as a user would write it. */
  readonly path: string;
  readonly position: number;
}

const file = join(folder, 'esm', 'hover.ts');
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
};

const helpers = `
declare function objectOf<T>(value: T): Extract<NonNullable<T>, object>;
declare function variantOf<T, Variant, Tag>(value: T, variant: Variant, tag: Tag): Extract<NonNullable<T>, Variant> & Tag;
`;

/** A program that reaches every field of some types, as the types themselves say. */
function programReaching(types: readonly string[]): {
  readonly code: string;
  readonly hovers: readonly Hover[];
} {
  let code = `import type { ${types.join(', ')} } from 'newsdomain';\n`;
  const root = types.map((name) => `declare const ${lower(name)}: ${name};\n`).join('');
  code += `${root}${helpers}`;
  const { checker, source } = serviceFor(code);
  const hovers: Hover[] = [];
  const seen = new Set<string>();

  for (const name of types) {
    const declared = source.statements.find(
      (statement): statement is ts.VariableStatement =>
        ts.isVariableStatement(statement) && statement.getText().includes(`const ${lower(name)}:`),
    )!;
    reach(lower(name), checker.getTypeAtLocation(declared.declarationList.declarations[0]!), name);
  }
  return { code, hovers };

  function reach(expression: string, type: ts.Type, path: string): void {
    const known = checker.getNonNullableType(type);
    const members = known.isUnion() ? known.types : [known];
    const objects = members.filter(isRecordLike);
    if (objects.length === 1 && members.length > 1) reachFields(expression, objects[0]!, path, 'object');
    else if (objects.length > 1) reachVariants(expression, objects, path);
    else if (objects.length === 1) reachFields(expression, objects[0]!, path);
    for (const member of members) {
      if (!checker.isArrayType(member)) continue;
      const [item] = checker.getTypeArguments(member as ts.TypeReference);
      if (item !== undefined) reach(`${expression}[0]!`, item, `${path}[]`);
    }
  }

  /** The members of a union that one field tells apart, each of its values tried by itself. */
  function reachVariants(expression: string, variants: readonly ts.Type[], path: string): void {
    const tag = variants[0]!
      .getProperties()
      .map(({ name }) => name)
      .find((name) => variants.every((one) => valuesOf(one, name).length > 0 && name !== 'type'))!;
    expect(tag, `${path} is told apart by a field`).toBeDefined();
    for (const variant of variants) {
      for (const value of valuesOf(variant, tag)) {
        const narrowed = `variant${code.length}`;
        code += `const ${narrowed} = variantOf(${expression}, {} as { ${tag}: ${tagType(variant, tag)} }, {} as { ${tag}: '${value}' });\n`;
        reachFields(narrowed, variant, `${path}<${value}>`);
      }
    }
  }

  function reachFields(expression: string, type: ts.Type, path: string, narrow?: 'object'): void {
    const of = narrow === undefined ? expression : `part${code.length}`;
    if (narrow !== undefined) code += `const ${of} = objectOf(${expression});\n`;
    for (const property of checker.getPropertiesOfType(type)) {
      const here = `${path}.${property.name}`;
      if (seen.has(here)) throw new Error(`${here} is reached twice`);
      seen.add(here);
      const before = `void ${of}.`;
      hovers.push({ path: here, position: code.length + before.length });
      code += `${before}${property.name};\n`;
      reach(`${of}.${property.name}!`, checker.getTypeOfSymbol(property), here);
    }
  }

  function valuesOf(type: ts.Type, name: string): readonly string[] {
    const property = type.getProperty(name);
    if (property === undefined) return [];
    const value = checker.getTypeOfSymbol(property);
    const parts = value.isUnion() ? value.types : [value];
    return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : [];
  }

  function tagType(type: ts.Type, name: string): string {
    return valuesOf(type, name)
      .map((value) => `'${value}'`)
      .join(' | ');
  }

  /** An object with fields of this package: no list, and none of the free JSON in `extensions`. */
  function isRecordLike(type: ts.Type): boolean {
    return (
      (type.flags & ts.TypeFlags.Object) !== 0 &&
      !checker.isArrayType(type) &&
      checker.getIndexInfosOfType(type).length === 0 &&
      checker.getPropertiesOfType(type).length > 0
    );
  }
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function serviceFor(code: string) {
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = name === file ? code : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  };
  const service = ts.createLanguageService(host);
  const program = service.getProgram()!;
  return { service, checker: program.getTypeChecker(), source: program.getSourceFile(file)! };
}

const documentationAt = (service: ts.LanguageService, position: number): string =>
  ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.documentation);

describe('hovering', () => {
  test.each([
    ['a record that was read', records],
    ['a record that is being written', records.map((name) => `${name}Input`)],
  ])('any field of %s shows its documentation', (_, types) => {
    const { code, hovers } = programReaching(types);
    const { service } = serviceFor(code);
    expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
    expect(hovers.length).toBeGreaterThan(500);
    const paths = hovers.map(({ path }) => path);
    const reached = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
    for (const kind of entityKinds) expect(reached(RegExp(`^\\w+<${kind}>\\.name$`)), kind).toBe(true);
    for (const status of eventStatuses)
      expect(reached(RegExp(`^\\w+<${status}>\\.phase$`)), status).toBe(true);
    expect(reached(/^Article\w*\.mentions\[\]\.anchor\.exact$/)).toBe(true);
    const silent = hovers.filter(({ position }) => documentationAt(service, position).trim() === '');
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('an undocumented field would be seen', () => {
    const code = 'interface Bare { field: string }\ndeclare const bare: Bare;\nvoid bare.field;\n';
    const { service } = serviceFor(code);
    expect(documentationAt(service, code.lastIndexOf('field'))).toBe('');
  });

  test('a record or a schema shows what it is', () => {
    const names = [...records, ...records.map((name) => `${name}Schema`)];
    const code = names.map((name) => `export { ${name} } from 'newsdomain';\n`).join('');
    const { service } = serviceFor(code);
    const silent = names.filter(
      (name) => documentationAt(service, code.indexOf(` ${name} `) + 1).trim() === '',
    );
    expect(silent).toEqual([]);
  });
});
