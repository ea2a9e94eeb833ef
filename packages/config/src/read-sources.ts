import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFiles } from './imports.ts';

const FOLDERS = ['apps', 'packages', 'bench', 'scripts'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'migrations', 'test-results', 'playwright-report']);

/** Reads the code and manifests of this repository, without installed, built or generated files. */
export function readSources(root: string): SourceFiles {
  const files = new Map<string, string>();
  for (const folder of FOLDERS) read(root, folder, files);
  return files;
}

function read(root: string, folder: string, files: Map<string, string>): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name) && !entry.name.startsWith('.')) read(root, path, files);
    if (!entry.isFile() || entry.name.endsWith('.d.ts')) continue;
    if (/\.(tsx?|mjs)$|^package\.json$/.test(entry.name)) files.set(path, readFileSync(join(root, path), 'utf8'));
  }
}
