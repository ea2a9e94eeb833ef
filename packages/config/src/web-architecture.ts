import type { Breaches } from './architecture.ts';
import { isForTests } from './architecture.ts';
import { graphOf, shortestWay } from './import-graph.ts';
import type { Import, SourceFiles } from './imports.ts';

const WEB = 'apps/web/src/';

/** A layer's files may import their own layer and the ones named for it. What lies above all layers may import any. */
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

/** Two features that know each other are one feature; what both need belongs into `ui` or `lib`. */
export function featureBreaches(imports: readonly Import[]): Breaches {
  return imports.flatMap(({ from, target, specifier }) => {
    const own = featureOf(from);
    const other = featureOf(target ?? '');
    if (own === undefined || other === undefined || own === other) return [];
    return [`${from} imports another feature with ${specifier}`];
  });
}

/**
 * What a browser downloads begins at the files that say 'use client', and holds all that they import, except types. None
 * of it may come from where the secrets are.
 */
export function serverInBrowser(files: SourceFiles, imports: readonly Import[], secret: readonly string[]): Breaches {
  // Next replaces a 'use server' file by addresses to call, so that nothing behind it is downloaded.
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

/** `app`, `features`, `ui` and so on; undefined for the files that stand above them. */
function layerOf(path: string): string | undefined {
  return /^apps\/web\/src\/([^/]+)\//.exec(path)?.[1];
}

function featureOf(path: string): string | undefined {
  return /^apps\/web\/src\/features\/([^/]+)/.exec(path)?.[1];
}
