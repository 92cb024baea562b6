import ts from 'typescript';

type Json = { [key: string]: unknown };

/**
 * Writes the documentation of an interface into the JSON Schema that was made from its zod schema, so that hovers and
 * JSON Schema say the same in the same words.
 */
export interface Describer {
  /** The documentation of what `file` exports as `name`, in one line. */
  docOf(file: string, name: string): string | undefined;
  /** Describes `schema` as the exported interface or union `name` of `file`, throughout. */
  describe(schema: Json, file: string, name: string): void;
}

/** Reads the documentation of the given files. */
export function createDescriber(files: readonly string[]): Describer {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();

  function constituents(type: ts.Type): readonly ts.Type[] {
    const parts = type.isUnion() ? type.types : [type];
    return parts.filter((part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0);
  }

  const docOf = (symbol: ts.Symbol | undefined): string | undefined => {
    const text = ts
      .displayPartsToString(symbol?.getDocumentationComment(checker))
      .replaceAll(/\{@link (\w+)\}/g, '$1')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return text === '' || text === undefined ? undefined : text;
  };

  function describe(schema: Json, types: readonly ts.Type[], defs: Map<string, Json>): void {
    const shared = typeof schema.$ref === 'string' ? defs.get(schema.$ref) : undefined;
    if (shared !== undefined) {
      // each once: a shared schema has one interface, wherever it stands
      defs.delete(schema.$ref as string);
      describe(shared, types, defs);
    }
    for (const branches of [schema.oneOf, schema.anyOf]) {
      if (Array.isArray(branches))
        for (const branch of branches) describe(branch, meantBy(branch, types), defs);
    }
    if (schema.items !== undefined) {
      const elements = types.flatMap((type) => {
        const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
        return element === undefined || type.flags & ts.TypeFlags.StringLike ? [] : constituents(element);
      });
      describe(schema.items as Json, elements, defs);
    }
    const properties = (schema.properties ?? {}) as Record<string, Json>;
    for (const [key, property] of Object.entries(properties)) {
      const symbols = types.flatMap((type) => checker.getPropertyOfType(type, key) ?? []);
      const description = symbols.map(docOf).find((text) => text !== undefined);
      if (description !== undefined) properties[key] = { description, ...property };
      describe(
        properties[key]!,
        symbols.flatMap((symbol) => constituents(checker.getTypeOfSymbol(symbol))),
        defs,
      );
    }
  }

  /** The types whose literal properties agree with the branch's constants. */
  function meantBy(branch: Json, types: readonly ts.Type[]): readonly ts.Type[] {
    const constants = Object.entries((branch.properties ?? {}) as Record<string, Json>).flatMap(
      ([key, { const: one, enum: several }]) =>
        one !== undefined ? [[key, one]] : several ? [[key, (several as unknown[])[0]]] : [],
    ) as [string, unknown][];
    return types.filter((type) =>
      constants.every(([key, value]) => {
        const symbol = checker.getPropertyOfType(type, key);
        if (symbol === undefined) return false;
        const allowed = constituents(checker.getTypeOfSymbol(symbol));
        return allowed.some((part) => !part.isStringLiteral() || part.value === value);
      }),
    );
  }

  function exported(file: string, name: string): ts.Symbol {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`${file} exports no ${name}`);
    return symbol;
  }

  return {
    docOf: (file, name) => docOf(exported(file, name)),
    describe(schema, file, name) {
      const symbol = exported(file, name);
      const description = docOf(symbol);
      if (description !== undefined) schema.description = description;
      const defs = Object.entries((schema.$defs ?? {}) as Record<string, Json>);
      describe(
        schema,
        constituents(checker.getDeclaredTypeOfSymbol(symbol)),
        new Map(defs.map(([key, shared]) => [`#/$defs/${key}`, shared])),
      );
    },
  };
}
