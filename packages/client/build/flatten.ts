import ts from '@typescript/typescript6';

/** Types that the published file references by name instead of expanding them. */
export type Names = Map<ts.Type, string>;

const NOT_NULL = ~(ts.TypeFlags.Null | ts.TypeFlags.Undefined);
const INDENT = '  ';

/**
 * Expands types into source text that references only itself and JavaScript's own classes. The published declarations
 * therefore name no schema library, no database and no package of the server. A type that cannot be expanded, such as a
 * function or a foreign class, fails the build, because the API could not serialise it either.
 */
export function createFlattener(program: ts.Program, names: Names) {
  const checker = program.getTypeChecker();
  /** Types that are being expanded. A type that contains itself is found here and gets a name. */
  const open = new Set<ts.Type>();
  const recursive = new Map<ts.Type, string>();
  const hoisted: string[] = [];

  function write(type: ts.Type, indent: string): string {
    const name = names.get(type) ?? recursive.get(type);
    if (name !== undefined) return name;
    if (open.has(type)) {
      const own = `Recursive${recursive.size + 1}`;
      recursive.set(type, own);
      return own;
    }
    open.add(type);
    const text = structure(type, indent);
    open.delete(type);
    const own = recursive.get(type);
    if (own === undefined) return text;
    hoisted.push(`type ${own} = ${text};`);
    return own;
  }

  function structure(type: ts.Type, indent: string): string {
    if (type.isUnion()) return union(type, indent);
    if (type.isIntersection()) return intersection(type, indent);
    if (!(type.flags & ts.TypeFlags.Object)) return simple(type);
    if (checker.isTupleType(type)) return sequence(type, (of) => `[${of.join(', ')}]`, indent);
    if (checker.isArrayType(type)) return sequence(type, ([of = 'unknown']) => `${bracketed(of)}[]`, indent);
    if (isGlobal(type))
      return sequence(type, (of) => `${type.symbol.name}${of.length ? `<${of.join(', ')}>` : ''}`, indent);
    return members(type, indent);
  }

  function union(type: ts.UnionType, indent: string): string {
    if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
    const solid = checker.getNonNullableType(type);
    const absent = type.types.filter((part) => !(part.flags & NOT_NULL)).map(simple);
    if (absent.length > 0) return [...new Set([write(solid, indent), ...absent])].join(' | ');
    const truths = type.types.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const both = truths.length === 2;
    const parts = type.types.filter((part) => !both || !truths.includes(part));
    return [...parts.map((part) => write(part, indent)), ...(both ? ['boolean'] : [])].join(' | ');
  }

  /** Drops brands, which only matter to the server, and merges intersected objects. */
  function intersection(type: ts.IntersectionType, indent: string): string {
    const simples = type.types.filter((part) => !(part.flags & ts.TypeFlags.Object));
    return simples.length > 0 ? simples.map(simple).join(' & ') : members(type, indent);
  }

  function simple(type: ts.Type): string {
    // It would compile everywhere and check nothing.
    if (type.flags & ts.TypeFlags.Any) throw new Error('A type is any.');
    if (type.flags & ts.TypeFlags.TypeParameter) throw new Error(`A type is left open: ${checker.typeToString(type)}`);
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }

  function sequence(type: ts.Type, join: (written: string[]) => string, indent: string): string {
    const written = checker.getTypeArguments(type as ts.TypeReference).map((part) => write(part, indent));
    const text = join(written);
    return type.symbol?.name === 'ReadonlyArray' || isReadonlyTuple(type) ? `readonly ${text}` : text;
  }

  const isReadonlyTuple = (type: ts.Type): boolean =>
    checker.isTupleType(type) && ((type as ts.TypeReference).target as ts.TupleType).readonly;

  /** Whether a type is one of JavaScript's own classes, such as Date. The result of a utility type is not a class. */
  const isGlobal = (type: ts.Type): boolean =>
    Boolean(type.symbol?.flags & ts.SymbolFlags.Interface) &&
    (type.symbol.declarations ?? []).some((declaration) =>
      program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    );

  function members(type: ts.Type, indent: string): string {
    if (type.getCallSignatures().length + type.getConstructSignatures().length > 0)
      throw new Error(`A function cannot be published: ${checker.typeToString(type)}`);
    const inner = indent + INDENT;
    const lines = checker
      .getIndexInfosOfType(type)
      .map((info) => `[key: ${simple(info.keyType)}]: ${write(info.type, inner)};`);
    for (const property of checker.getPropertiesOfType(type)) lines.push(...member(property, inner));
    return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}}`;
  }

  function member(property: ts.Symbol, inner: string): string[] {
    if (property.name.startsWith('__@')) throw new Error(`A symbol cannot be published: ${property.name}`);
    const key = /^[\w$]+$/.test(property.name) ? property.name : JSON.stringify(property.name);
    const type = checker.getTypeOfSymbol(property);
    const optional = Boolean(property.flags & ts.SymbolFlags.Optional);
    // An optional member includes `undefined`, so that callers may pass it under every compiler option.
    return [...comment(property), `${key}${optional ? '?' : ''}: ${write(type, inner)};`];
  }

  function comment(symbol: ts.Symbol): string[] {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll('*/', '');
    return text === '' ? [] : [`/** ${text.replaceAll(/\s*\n\s*/g, ' ')} */`];
  }

  return { write: (type: ts.Type, indent = '') => write(type, indent), comment, hoisted };
}

const bracketed = (text: string): string => (/^([\w$]+|\{[^{}]*\})$/.test(text) ? text : `(${text})`);
