import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT, run, tail } from './process.mjs';
import { step } from './progress.mjs';

/** A reason to stop that needs no stack: it is a sentence for the person at the terminal. */
export class Stop extends Error {}

const OLDEST_NODE = 20;
const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|SOCKET_TIMEOUT|META_FETCH|FETCH_FAIL/;
const STAMP = join(ROOT, 'node_modules', '.gatehouse-installed');

/** Brings a fresh clone to where its own programs can run: checks Node, and installs the packages once. */
export async function bootstrap() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Stop(`This is Node ${process.versions.node}, and Gatehouse needs Node ${OLDEST_NODE} or later.`);
  }
  const wanted = fingerprint();
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await step('Installing packages (a few minutes the first time)', install);
  writeFileSync(STAMP, wanted);
}

/**
 * The pinned pnpm, straight from the registry: a fresh machine has npm only. It is told not to look for the pin itself,
 * because to be sure of it, it wants to write the pin into the lockfile, which a frozen lockfile forbids.
 */
export function pnpm(...args) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return ['npx', ['--yes', packageManager, '--pm-on-fail=ignore', ...args]];
}

async function install() {
  const [program, args] = pnpm('install', '--frozen-lockfile', '--reporter=append-only');
  // CI keeps pnpm from asking questions; with NODE_ENV=production it would leave out what we run on.
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  const { ok, output } = await run(program, args, { env });
  if (ok && existsSync(NODE)) return;
  throw new Stop(`${tail(output, 30)}\n\n${whyNot(output)}`);
}

function whyNot(output) {
  if (/spawn npx ENOENT/.test(output)) return 'npx was not found. Install npm, which brings it, and start again.';
  if (/ENOSPC/.test(output)) return 'The disk is full. Make about 2 GB of room and start again.';
  if (NETWORK.test(output)) {
    return 'The packages could not be fetched from the npm registry. Check the network (and `npm config get registry` and proxy settings), and start again.';
  }
  return 'The packages could not be installed; the reason is above.';
}

/** Changes when anything changes that decides what is installed. */
function fingerprint() {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(ROOT, parent)).map((name) => join(parent, name)),
  );
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', 'bench', ...folders].map((folder) => join(folder, 'package.json')),
  ];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) {
    const path = join(ROOT, file);
    if (existsSync(path)) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}
