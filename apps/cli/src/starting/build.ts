import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT, WEB } from '../checkout.ts';
import { Stop } from '../stop.ts';

const STAMP = join(WEB, '.next', 'gatehouse-build');
const NEXT = join(WEB, 'node_modules', 'next', 'dist', 'bin', 'next');
/** Files that cannot change the pages, because they are generated, installed, or for tests only. */
const APART =
  /(^|\/)(node_modules|\.next|\.turbo|dist|e2e|testing|test-results|migrations|README\.md|next-env\.d\.ts)(\/|$)|\.(test|testing)\.tsx?$|\.tsbuildinfo$/;
const SHOWN_LINES = 40;

/**
 * Builds the pages unless there is a build of exactly these sources. A stamp file names both the sources and the build, so
 * that another build in between is not mistaken for it.
 *
 * @returns whether it had to build.
 * @throws Stop with the end of the build's output.
 */
export async function ensureBuild(signal: AbortSignal): Promise<boolean> {
  const sources = await fingerprint();
  if ((await read(STAMP)) === (await stampOf(sources))) return false;
  await runBuild(signal);
  await writeFile(STAMP, await stampOf(sources));
  return true;
}

const read = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
const stampOf = async (sources: string): Promise<string> =>
  `${sources} ${(await read(join(WEB, '.next', 'BUILD_ID'))) ?? 'none'}`;

function runBuild(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT, 'build'], {
      cwd: WEB,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Stop(`${output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}\n\nThe pages did not build.`));
    });
  });
}

/** A hash over everything that determines the pages. */
async function fingerprint(): Promise<string> {
  const packages = await readdir(join(ROOT, 'packages'));
  const places = [WEB, ...packages.map((name) => join(ROOT, 'packages', name))];
  const listed = await Promise.all(places.map((place) => readdir(place, { recursive: true, withFileTypes: true })));
  const files = listed
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !APART.test(path));
  const hash = createHash('sha256').update(process.version);
  for (const path of ['pnpm-lock.yaml', ...files.sort()])
    hash.update(`\n${path}\n`).update(await readFile(join(ROOT, path)));
  return hash.digest('hex');
}
