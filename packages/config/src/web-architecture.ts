import type { Breaches } from './architecture.ts';
import { isForTests } from './architecture.ts';
import { graphOf, shortestWay } from './import-graph.ts';
import type { Import, SourceFiles } from './imports.ts';

const WEB = 'apps/web/src/';

/** The files of a layer may import their own layer and the named ones. Files above all layers may import any. */
export function layerBreaches(
  imports: readonly Import[],
  layers: Readonly<Record<string, readonly string[]>>,
): Breaches {
  return imports.flatMap(({ from, target, specifier }) => {
    if (!target?.startsWith(WEB) || isForTests(from)) return [];
    const layer = layerOf(from);
    const other = layerOf(target);
    if (layer === undefined || layer === other) return [];
    const allowed = layers[layer];
    if (!allowed) return [`${from} lies in a layer that the table does not know`];
    return other !== undefined && allowed.includes(other) ? [] : [`${from} may not import ${specifier}`];
  });
}

/** Two features that import each other are one feature. Code that both need belongs in `ui` or `lib`. */
export function featureBreaches(imports: readonly Import[]): Breaches {
  return imports.flatMap(({ from, target, specifier }) => {
    const own = featureOf(from);
    const other = featureOf(target ?? '');
    if (own === undefined || other === undefined || own === other) return [];
    return [`${from} imports another feature with ${specifier}`];
  });
}

/**
 * A browser downloads the files that say 'use client' and everything that they import, except types. None of these files
 * may be in a folder that handles secrets.
 */
export function serverInBrowser(files: SourceFiles, imports: readonly Import[], secret: readonly string[]): Breaches {
  // Next replaces a 'use server' file with calls to the server, so a browser downloads nothing behind it.
  const followed = imports.filter(({ from, typeOnly }) => !typeOnly && !says('use server', files.get(from)));
  const graph = graphOf(followed);
  const isSecret = (path: string) => secret.some((place) => path === place || path.startsWith(`${place}/`));
  return [...files].flatMap(([path, source]) => {
    if (!says('use client', source)) return [];
    const way = shortestWay(graph, path, isSecret);
    return way ? [`a browser would download ${way.join(' -> ')}`] : [];
  });
}

function says(directive: string, source: string | undefined): boolean {
  return new RegExp(`^(\\s|//.*\\n|/\\*[\\s\\S]*?\\*/)*['"]${directive}['"]`).test(source ?? '');
}

/** The layer of a file, such as `app` or `features`. Undefined for the files above all layers. */
function layerOf(path: string): string | undefined {
  return /^apps\/web\/src\/([^/]+)\//.exec(path)?.[1];
}

function featureOf(path: string): string | undefined {
  return /^apps\/web\/src\/features\/([^/]+)/.exec(path)?.[1];
}
