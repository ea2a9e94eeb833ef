import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type WorkerProcess = {
  readonly child: ChildProcess;
  /** Everything that it has logged. */
  readonly output: () => string;
  /** Stops it. @returns how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; after: number }>;
};

const MAIN = join(import.meta.dirname, '../main.ts');
const READY_WITHIN = 20_000;

/** Starts a worker process as operators do, and waits until it is ready. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  const ready = once(child, 'message', { signal: AbortSignal.timeout(READY_WITHIN) });
  await Promise.race([ready, once(child, 'exit').then(() => Promise.reject(new Error(`The worker ended: ${output}`)))]);
  return {
    child,
    output: () => output,
    async end(signal) {
      const began = Date.now();
      if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, after: 0 };
      child.kill(signal);
      await once(child, 'exit');
      return { code: child.exitCode, after: Date.now() - began };
    },
  };
}
