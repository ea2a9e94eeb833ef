import { isForTests } from './architecture.ts';
import { circlesIn, graphOf } from './import-graph.ts';
import type { Import } from './imports.ts';

export type FolderMap = {
  /** The number of files in each folder. A file in no folder counts as a folder of its own. */
  readonly files: ReadonlyMap<string, number>;
  /** The number of imports between two folders. */
  readonly edges: ReadonlyMap<string, number>;
  /** The folders by layer, from those that import no other up to those that nothing imports. */
  readonly levels: readonly (readonly string[])[];
  /** Edges that close a circle, and therefore point upwards in every order of the folders. */
  readonly upward: readonly string[];
};

/** The layers of one package's folders, without tests. An edge is written `from -> to`. */
export function mapFolders(imports: readonly Import[], root: string): FolderMap {
  const inside = imports.filter(({ from, target }) => isProduct(from, root) && target && isProduct(target, root));
  const files = new Map<string, Set<string>>();
  for (const path of new Set(imports.flatMap(({ from, target }) => [from, target ?? '']))) {
    if (!isProduct(path, root)) continue;
    const folder = folderOf(path, root);
    files.set(folder, (files.get(folder) ?? new Set()).add(path));
  }
  const edges = new Map<string, number>();
  for (const { from, target } of inside) {
    const [above, below] = [folderOf(from, root), folderOf(target ?? '', root)];
    if (above !== below) edges.set(`${above} -> ${below}`, (edges.get(`${above} -> ${below}`) ?? 0) + 1);
  }
  const upward = circleClosers(inside, edges, root);
  return {
    files: new Map([...files].map(([folder, paths]) => [folder, paths.size])),
    edges,
    levels: levelsOf([...files.keys()], [...edges.keys()].filter((edge) => !upward.includes(edge)).map(ends)),
    upward,
  };
}

const isProduct = (path: string, root: string): boolean => path.startsWith(`${root}/`) && !isForTests(path);
const folderOf = (path: string, root: string): string => path.slice(root.length + 1).split('/')[0] ?? '';
const ends = (edge: string): [string, string] => edge.split(' -> ') as [string, string];

/** The edge with the fewest imports of every circle, because removing it is the least work. */
function circleClosers(imports: readonly Import[], edges: ReadonlyMap<string, number>, root: string): string[] {
  const out: string[] = [];
  for (;;) {
    const left = imports.filter(
      ({ from, target }) => !out.includes(`${folderOf(from, root)} -> ${folderOf(target ?? '', root)}`),
    );
    const circle = circlesIn(graphOf(left, (path) => folderOf(path, root)))[0];
    if (!circle) return out;
    const steps = circle.slice(1).map((to, at) => `${circle[at]} -> ${to}`);
    steps.sort((one, other) => (edges.get(one) ?? 0) - (edges.get(other) ?? 0));
    out.push(steps[0] ?? '');
  }
}

/** Each folder is one level above the highest folder that it imports. */
function levelsOf(folders: readonly string[], edges: readonly [string, string][]): string[][] {
  const known = new Map<string, number>();
  const levelOf = (folder: string): number => {
    const level =
      known.get(folder) ?? Math.max(-1, ...edges.filter(([from]) => from === folder).map(([, to]) => levelOf(to))) + 1;
    known.set(folder, level);
    return level;
  };
  const levels: string[][] = [];
  for (const folder of [...folders].sort()) {
    const level = levelOf(folder);
    levels[level] = [...(levels[level] ?? []), folder];
  }
  return levels;
}
