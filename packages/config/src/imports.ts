import { dirname, join, normalize } from 'node:path/posix';

/** The files that the rules check: their paths from the root, with slashes, and their texts. */
export type SourceFiles = ReadonlyMap<string, string>;

export interface Import {
  from: string;
  specifier: string;
  /** Whether it imports only types, which are erased before the program runs. */
  typeOnly: boolean;
  /** The imported file, if it is one of ours. */
  target: string | undefined;
}

/**
 * Matches an import statement at the beginning of a line. The formatter guarantees that form, so no parser is needed: no
 * line of a string or a comment begins with `import`.
 */
const STATEMENT = /^[ \t]*(import|export)\s+(?:(type)\s+)?(?:([^'"`;()]*?)\s*from\s*)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
const COMMENT_LINE = /^\s*(\/\/|\/?\*).*$/gm;

export function allImports(files: SourceFiles): Import[] {
  return [...files.keys()].filter((path) => /\.tsx?$/.test(path)).flatMap((path) => importsOf(path, files));
}

function importsOf(from: string, files: SourceFiles): Import[] {
  const source = (files.get(from) ?? '').replace(COMMENT_LINE, '');
  const found: Import[] = [];
  for (const [, , type, names, specifier = ''] of source.matchAll(STATEMENT)) {
    const typeOnly = type !== undefined || onlyTypes(names);
    found.push({ from, specifier, typeOnly, target: resolveImport(from, specifier, files) });
  }
  for (const [, specifier = ''] of source.matchAll(DYNAMIC)) {
    found.push({ from, specifier, typeOnly: false, target: resolveImport(from, specifier, files) });
  }
  return found;
}

/** `import { type A, type B }` is erased as well. */
function onlyTypes(names: string | undefined): boolean {
  const inBraces = /^\{([^}]*)\}$/.exec(names?.trim() ?? '')?.[1];
  if (inBraces === undefined) return false;
  const each = inBraces
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

/** Resolves the import of one of our files: relative, from the web app's `src`, or through a package's exports. */
function resolveImport(from: string, specifier: string, files: SourceFiles): string | undefined {
  if (specifier.startsWith('.')) return existing(normalize(join(dirname(from), specifier)), files);
  if (specifier.startsWith('#') && from.startsWith('apps/web/'))
    return existing(`apps/web/src/${specifier.slice(1)}`, files);
  const [, name, rest] = /^@gatehouse\/([^/]+)(\/.+)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const entry = exportsOf(`packages/${name}`, files)[`.${rest ?? ''}`];
  return entry === undefined ? undefined : existing(join('packages', name, entry), files);
}

/** The exports of a package from its package.json: the subpath and the file. */
export function exportsOf(folder: string, files: SourceFiles): Record<string, string> {
  const text = files.get(`${folder}/package.json`);
  const manifest = text === undefined ? {} : (JSON.parse(text) as { exports?: Record<string, string> });
  return manifest.exports ?? {};
}

function existing(path: string, files: SourceFiles): string | undefined {
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  return endings.map((ending) => `${path}${ending}`).find((candidate) => files.has(candidate));
}
