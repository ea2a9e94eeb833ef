import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Replaces the manifest while a package is packed: its exports point to the built files, and its versions are the installed
 * ones instead of the protocols of the workspace, which npm does not know. `npm pack` runs this before and after packing.
 * Inside the workspace, the exports point to the source.
 */
type Manifest = {
  dependencies: Record<string, string>;
  publishConfig: Record<string, unknown>;
  devDependencies?: unknown;
};

const root = import.meta.dirname;
const manifest = join(root, 'package.json');
const original = join(root, 'dist', 'package.original.json');
const published = join(root, 'dist', 'package.published.json');

function installed(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return `^${version}`;
}

function publish(): void {
  const source = readFileSync(manifest, 'utf8');
  const { devDependencies: _, publishConfig, ...kept }: Manifest = JSON.parse(source);
  const dependencies = Object.fromEntries(Object.keys(kept.dependencies).map((name) => [name, installed(name)]));
  const text = `${JSON.stringify({ ...kept, ...publishConfig, dependencies }, null, 2)}\n`;
  writeFileSync(original, source);
  writeFileSync(published, text);
  writeFileSync(manifest, text);
}

/** Restores the manifest, unless somebody has edited it since. */
function restore(): void {
  if (!existsSync(original)) return;
  if (readFileSync(manifest, 'utf8') === readFileSync(published, 'utf8'))
    writeFileSync(manifest, readFileSync(original));
  rmSync(original);
  rmSync(published);
}

if (process.argv[2] === 'publish') publish();
else restore();
