import { dirname } from 'node:path';
import ts from '@typescript/typescript6';
import { createFlattener, type Names } from './flatten.ts';

/** The types of tRPC in the declaration of a router. */
const PROCEDURES: Readonly<Record<string, string>> = {
  query: 'TRPCQueryProcedure',
  mutation: 'TRPCMutationProcedure',
  subscription: 'TRPCSubscriptionProcedure',
};

/**
 * Reads a module of exported types and writes the same module without imports of the server. Its `AppRouter` becomes the
 * declaration of a router, with the input and output of each procedure. It has no context, because that holds the server.
 */
export function flattenContract(path: string, options: ts.CompilerOptions): string {
  const program = ts.createProgram([path], { ...options, noEmit: true });
  const source = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`${path} is not a module.`);
  // An unresolved type would silently become `any`.
  const [problem] = program.getSemanticDiagnostics(source);
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));

  const exported = checker.getExportsOfModule(module).map((symbol) => ({
    symbol,
    name: symbol.name,
    type: checker.getDeclaredTypeOfSymbol(symbol),
  }));
  const names: Names = new Map();
  const flattener = createFlattener(program, names);
  const property = (type: ts.Type, ...path: readonly string[]): ts.Type =>
    path.reduce((owner, key) => {
      const found = owner.getProperty(key);
      if (!found) throw new Error(`${key} was not found in ${checker.typeToString(owner)}.`);
      return checker.getTypeOfSymbol(found);
    }, type);

  function procedures(record: ts.Type, indent: string): string {
    const inner = `${indent}  `;
    const lines = record.getProperties().flatMap((entry) => {
      const type = checker.getTypeOfSymbol(entry);
      const text = type.getProperty('_def') ? procedure(type, inner) : procedures(type, inner);
      return [...flattener.comment(entry), `${entry.name}: ${text};`];
    });
    return `{\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}}`;
  }

  function procedure(type: ts.Type, indent: string): string {
    const kind = property(type, '_def', 'type');
    const generic = kind.isStringLiteral() ? PROCEDURES[kind.value] : undefined;
    if (generic === undefined) throw new Error(`An unknown kind of procedure: ${checker.typeToString(kind)}`);
    const [input, output] = ['input', 'output'].map((side) =>
      flattener.write(property(type, '_def', '$types', side), `${indent}  `),
    );
    return `${generic}<{\n${indent}  input: ${input};\n${indent}  output: ${output};\n${indent}  meta: object;\n${indent}}>`;
  }

  function router(type: ts.Type): string {
    const errorShape = flattener.write(property(type, '_def', '_config', '$types', 'errorShape'));
    const root = `{ ctx: object; meta: object; errorShape: ${errorShape}; transformer: true }`;
    return `TRPCBuiltRouter<${root}, ${procedures(property(type, '_def', 'record'), '')}>`;
  }

  // Small types come first, so that larger ones can reference them by name.
  const size = (type: ts.Type): number => (type.isUnion() ? 0 : 1);
  const plain = exported.filter(({ name }) => name !== 'AppRouter').sort((a, b) => size(a.type) - size(b.type));
  const written = plain.map(({ symbol, name, type }) => {
    const text = flattener.write(type);
    if (type.flags & (ts.TypeFlags.Union | ts.TypeFlags.Object)) names.set(type, name);
    return [...flattener.comment(symbol), `export type ${name} = ${text};`].join('\n');
  });
  const appRouter = exported.find(({ name }) => name === 'AppRouter');
  if (appRouter) written.push(`export type AppRouter = ${router(appRouter.type)};`);
  const imports = `import type { TRPCBuiltRouter, ${Object.values(PROCEDURES).join(', ')} } from '@trpc/server';`;
  return `${[imports, ...flattener.hoisted, ...written].join('\n\n')}\n`;
}

/** The compiler's options of the package that a file belongs to. */
export function compilerOptions(tsconfig: string): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig)).options;
}
