import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../checkout.ts';

export type WebProcess = {
  readonly child: ChildProcess;
  readonly url: string;
  /** All lines that it has printed on both streams. */
  readonly lines: () => string[];
};

const MAIN = join(ROOT, 'apps/web/src/server/testing/serve-without-next.ts');

/** Starts the web process on a free port, and waits until it listens. */
export async function startWebProcess(env: Readonly<Record<string, string>>): Promise<WebProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', GATEHOUSE_AUTH_SECRET: 'x'.repeat(32), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        const listening = /"port":(\d+),"msg":"listening"/.exec(output)?.[1];
        if (listening) resolve(Number(listening));
      });
    void once(child, 'exit').then(() => reject(new Error(`The web process ended: ${output}`)));
  });
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    lines: () => output.split('\n').filter((line) => line !== ''),
  };
}
