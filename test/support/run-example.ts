import assert from 'node:assert/strict';
import ts from 'typescript';

/** Whatever an example may import, by the name a user imports it. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Runs the code of an example. `// => value` after an expression asserts deep equality, `// throws Name` that it
 * throws an error of that name. Answers with the number of assertions.
 */
export async function runExample(code: string, modules: Modules): Promise<number> {
  const { program, assertions } = instrument(code);
  const { outputText, diagnostics } = ts.transpileModule(program, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const broken = diagnostics?.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  assert.deepEqual(broken, [], `the example does not parse:\n${code}`);
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>;
  await new AsyncFunction('$modules', '$equal', '$throws', outputText)(modules, equal, throws);
  return assertions;
}

function equal(actual: unknown, expected: unknown, source: string): void {
  assert.deepEqual(plain(actual), plain(expected), source);
}

async function throws(run: () => unknown, name: string, source: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    assert.equal((error as Error).name, name, source);
    return;
  }
  assert.fail(`${source}: nothing was thrown`);
}

/** Objects without a prototype compare as plain objects; an absent key and an undefined one do not differ. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set)
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, plain(part)]),
  );
}

function instrument(code: string): { program: string; assertions: number } {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let assertions = 0;
  const parts = file.statements.map((statement) => {
    const text = statement.getText(file);
    if (ts.isImportDeclaration(statement)) return importAsConst(statement, file);
    const comment = trailingComment(code, statement.end);
    const expression = ts.isExpressionStatement(statement) ? statement.expression.getText(file) : undefined;
    const value = comment && /^=> (.+)$/.exec(comment)?.[1];
    const name = comment && /^throws (\w+)$/.exec(comment)?.[1];
    if (value === undefined && name === undefined) {
      assert.ok(
        !comment?.startsWith('=>') && !comment?.startsWith('throws'),
        `not understood: // ${comment}`,
      );
      return text;
    }
    assert.ok(expression !== undefined, `only an expression can be followed by // ${comment}`);
    assertions++;
    const source = JSON.stringify(expression);
    return value !== undefined
      ? `$equal(await (${expression}), (${value}), ${source});`
      : `await $throws(() => (${expression}), ${JSON.stringify(name)}, ${source});`;
  });
  return { program: parts.join('\n'), assertions };
}

function importAsConst(statement: ts.ImportDeclaration, file: ts.SourceFile): string {
  const from = statement.moduleSpecifier.getText(file);
  const bindings = statement.importClause?.namedBindings;
  if (statement.importClause?.isTypeOnly || bindings === undefined) return '';
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = $modules[${from}];`;
  const names = bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  return names.length === 0 ? '' : `const { ${names.join(', ')} } = $modules[${from}];`;
}

function trailingComment(code: string, end: number): string | undefined {
  const [range] = ts.getTrailingCommentRanges(code, end) ?? [];
  return (
    range &&
    code
      .slice(range.pos, range.end)
      .replace(/^\/\/\s*/, '')
      .trim()
  );
}
