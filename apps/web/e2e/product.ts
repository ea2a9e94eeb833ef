import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownDatabase } from './own-database.ts';

/** How long the product may take to come up, with its build. In milliseconds. */
const START = 240_000;

/** What the product writes for scripts when it starts. */
export type Demo = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly staff: readonly { email: string; password: string; role: string }[];
  readonly apiKeys: { readonly test: string; readonly live: string };
};

/** Reads it again in a test's own process. */
export const readDemo = async (): Promise<Demo> =>
  JSON.parse(await readFile(process.env.E2E_DEMO ?? '', 'utf8')) as Demo;

/** Brings the whole product up on a folder and a port of its own, and takes it down again when the tests are done. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.E2E_DEMO) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
  // Postgres runs as a user of its own when we are root, and must be able to reach its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const database = await ownDatabase();
  const root = join(import.meta.dirname, '../../..');
  const product = spawn(process.execPath, ['apps/cli/src/main.ts', 'start', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, ...database.env, GATEHOUSE_DATA: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  product.stdout.on('data', (part: Buffer) => said.push(part.toString()));
  product.stderr.on('data', (part: Buffer) => said.push(part.toString()));
  let ended = false;
  const gone = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  product.once('exit', () => {
    ended = true;
  });
  const deadline = Date.now() + START;
  while (!(await isReady(port))) {
    if (ended || Date.now() > deadline) {
      product.kill('SIGTERM');
      throw new Error(`The product did not come up:\n${said.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  process.env.E2E_DEMO = join(folder, 'demo.json');
  return async () => {
    product.kill('SIGTERM');
    await gone;
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
  return answer?.ok ?? false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
