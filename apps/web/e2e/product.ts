import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { namedServer, ownDatabase } from './own-database.ts';

/** How long the product may take to build and start, in milliseconds. */
const START = 240_000;

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = 'apps/cli/src/main.ts';

/** The file that the product writes for scripts when it starts. */
export type Demo = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly staff: readonly { email: string; password: string; role: string }[];
  readonly apiKeys: { readonly test: string; readonly live: string };
};

/** Reads the file in a test's process. */
export const readDemo = async (): Promise<Demo> =>
  JSON.parse(await readFile(process.env.E2E_DEMO ?? '', 'utf8')) as Demo;

/** Starts the whole product with its own folder and port, and stops it after the tests. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.E2E_DEMO) return async () => {};
  const { folder, remove } = await ownFolder();
  const server = namedServer();
  const database = server && (await ownDatabase(server));
  const stop = await bringUp(await freePort(), { ...database?.env, GATEHOUSE_DATA: folder });
  process.env.E2E_DEMO = join(folder, 'demo.json');
  return async () => {
    await stop();
    await database?.drop();
    await remove();
  };
}

/** A temporary folder. When we are root, Postgres runs as another user, which needs access to it. */
export async function ownFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

type Environment = Readonly<Record<string, string>>;
const withEnvironment = (environment: Environment) => ({
  cwd: ROOT,
  env: { ...process.env, LOG_LEVEL: 'error', ...environment },
});

/** Starts the product and waits until it is ready. @returns a function that stops it. */
export async function bringUp(port: number, environment: Environment): Promise<() => Promise<void>> {
  const product = spawn(process.execPath, [MAIN, 'start', '--port', String(port)], {
    ...withEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  product.stdout.on('data', (part: Buffer) => said.push(part.toString()));
  product.stderr.on('data', (part: Buffer) => said.push(part.toString()));
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    product.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  const deadline = Date.now() + START;
  while (!(await isReady(port))) {
    if (ended || Date.now() > deadline) {
      product.kill('SIGTERM');
      throw new Error(`The product did not come up:\n${said.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return async () => {
    product.kill('SIGTERM');
    await gone;
  };
}

/** Runs one command of the command line. @returns its output. */
export async function command(args: readonly string[], environment: Environment): Promise<string> {
  return (await promisify(execFile)(process.execPath, [MAIN, ...args], withEnvironment(environment))).stdout;
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
  return answer?.ok ?? false;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
