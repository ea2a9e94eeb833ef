import { join } from 'node:path';
import { mapFolders } from './folders.ts';
import { allImports } from './imports.ts';
import { readSources } from './read-sources.ts';

// `npm run folders` prints the layers of the engine's folders; `npm run folders -- packages/domain/src` those of the domain.

const root = process.argv[2] ?? 'packages/engine/src';
const { files, edges, levels, upward } = mapFolders(
  allImports(readSources(join(import.meta.dirname, '../../..'))),
  root,
);
const below = (folder: string): string =>
  [...edges.keys()]
    .flatMap((edge) => (edge.startsWith(`${folder} -> `) ? [edge.slice(folder.length + 4)] : []))
    .join(' ');

for (const [level, folders] of [...levels.entries()].reverse()) {
  console.log(`level ${level}`);
  for (const folder of folders) console.log(`  ${folder} (${files.get(folder)}) imports ${below(folder) || 'nothing'}`);
}
const total = [...edges.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `\n${files.size} folders on ${levels.length} levels; ${edges.size} pairs import, with ${total} imports; upwards: ${upward.length}`,
);
for (const edge of upward) console.log(`  ${edge} (${edges.get(edge)})`);
