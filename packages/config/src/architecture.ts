import { circlesIn, graphOf } from './import-graph.ts';
import { exportsOf, type Import, type SourceFiles } from './imports.ts';

/** What the files below a path may import. The longest path that matches a file decides. */
export interface ImportRule {
  /** Our packages, by folder name. */
  ours: readonly string[] | 'anything';
  /** Our packages of which only types may be imported, because they must not be loaded at run time. */
  typesOf?: readonly string[];
  /** External packages; `node:*` means the modules of Node. If it is missing, any dependency is allowed. */
  others?: readonly string[];
}

/** The result of a rule: one sentence per violation. */
export type Breaches = string[];

/** Tests, benchmarks and their helpers are not part of the product and may use any package. */
export function isForTests(path: string): boolean {
  return /\.(test|spec|testing)\.tsx?$|\/(testing|e2e)\/|\.config\.ts$|^bench\//.test(path);
}

export function foreignImports(imports: readonly Import[], rules: Readonly<Record<string, ImportRule>>): Breaches {
  return imports
    .filter(({ from }) => !isForTests(from))
    .flatMap((one) => {
      const rule = ruleFor(one.from, rules);
      if (!rule) return [`${one.from} lies in a place that the table does not know`];
      return isAllowed(one, rule)
        ? []
        : [`${one.from} may not import ${one.specifier}${one.typeOnly ? ' (a type)' : ''}`];
    });
}

function ruleFor(path: string, rules: Readonly<Record<string, ImportRule>>): ImportRule | undefined {
  const places = Object.keys(rules).filter((place) => path === place || path.startsWith(`${place}/`));
  const longest = places.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : rules[longest];
}

function isAllowed({ from, specifier, typeOnly }: Import, rule: ImportRule): boolean {
  if (specifier.startsWith('.') || rule.ours === 'anything') return true;
  const ours = /^@gatehouse\/([^/]+)/.exec(specifier)?.[1];
  if (ours !== undefined) {
    return (
      from.startsWith(`packages/${ours}/`) ||
      rule.ours.includes(ours) ||
      (typeOnly && (rule.typesOf ?? []).includes(ours))
    );
  }
  if (!rule.others) return true;
  const other = specifier.startsWith('node:')
    ? 'node:*'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
  return rule.others.includes(other);
}

/** Packages are imported through their exports, never by a deep path or by a relative path across packages. */
export function deepImports(files: SourceFiles, imports: readonly Import[]): Breaches {
  return imports.flatMap(({ from, specifier, target }) => {
    const leaves = specifier.startsWith('.') && target !== undefined && homeOf(target) !== homeOf(from);
    const [, name, rest = ''] = /^@gatehouse\/([^/]+)(\/.+)?$/.exec(specifier) ?? [];
    const enters = name !== undefined && !(`.${rest}` in exportsOf(`packages/${name}`, files));
    return leaves || enters ? [`${from} reaches past a package's exports with ${specifier}`] : [];
  });
}

/** Business rules are pure: the same input always gives the same result. */
export function impurities(files: SourceFiles, place: string): Breaches {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bMath\.random\(|\bfetch\(|\bconsole\./;
  return [...files].flatMap(([path, source]) => {
    const found = path.startsWith(`${place}/`) && !isForTests(path) ? impure.exec(source) : undefined;
    return found ? [`${path} uses ${found[0]}`] : [];
  });
}

/** Dates that lack the type of their clock. `clock` is the file that may read a clock. */
export function datesOfNoClock(files: SourceFiles, place: string, clock: string): Breaches {
  const unsaid = /\bnew Date\(|[:<|] Date\b|\bas (?:Real|Tenant)Time\b/;
  return [...files].flatMap(([path, source]) => {
    const found = path.startsWith(`${place}/`) && path !== clock && !isForTests(path) ? unsaid.exec(source) : undefined;
    return found ? [`${path} has ${found[0].trim()}`] : [];
  });
}

export function testingInProduct(imports: readonly Import[]): Breaches {
  return imports.flatMap(({ from, target, specifier }) =>
    target !== undefined && isForTests(target) && !isForTests(from)
      ? [`${from} imports ${specifier}, which is for tests`]
      : [],
  );
}

/** Type imports count, because two files that cannot be understood without each other are one file. */
export function importCircles(imports: readonly Import[]): Breaches {
  return circlesIn(graphOf(imports)).map((circle) => `import circle: ${circle.join(' -> ')}`);
}

/** Between packages, only the product counts, so that a test may use a package that depends on the tested one. */
export function packageCircles(imports: readonly Import[]): Breaches {
  const graph = graphOf(
    imports.filter(({ from }) => !isForTests(from)),
    homeOf,
  );
  return circlesIn(graph).map((circle) => `package circle: ${circle.join(' -> ')}`);
}

export function longFiles(files: SourceFiles, most: number): Breaches {
  return [...files].flatMap(([path, source]) => {
    const lines = source.trimEnd().split('\n').length;
    return /\.(tsx?|mjs)$/.test(path) && lines > most ? [`${path} has ${lines} lines, and ${most} is the most`] : [];
  });
}

export function vagueFolders(files: SourceFiles, names: readonly string[]): Breaches {
  const folders = [...files.keys()].filter((path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((part) => names.includes(part)),
  );
  return folders.map((path) => `${path} lies in a folder whose name says nothing about what is in it`);
}

/** The package of a file: `packages/db` for `packages/db/src/client.ts`, `bench` for `bench/run.ts`. */
function homeOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'packages' || first === 'apps' ? `${first}/${second}` : first;
}
