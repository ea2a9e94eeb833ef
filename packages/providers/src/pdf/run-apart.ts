import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

type Apart = {
  /** The file to run, and the only folders and files that it may read. Real paths: what a link leads to is not allowed by it. */
  readonly main: string;
  readonly readable: readonly string[];
  readonly argument: string;
  readonly input: Uint8Array;
  /** The most that it may take, in milliseconds. */
  readonly time: number;
};

/**
 * Runs a file in a process of its own, without our environment and with no right but to read what it is allowed. Whether
 * it was ended from outside, by us or by itself for its memory, is `killed`.
 */
export async function runApart({
  main,
  readable,
  argument,
  input,
  time,
}: Apart): Promise<{ output: Buffer; killed: boolean }> {
  // A worker thread watches the memory, so threads are allowed; whatever runs in one has the same rights.
  const rights = ['--permission', '--allow-worker', ...readable.map((path) => `--allow-fs-read=${path}`)];
  const child = spawn(process.execPath, [...rights, main, argument], {
    env: {} as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: time,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject).once('close', (_code, signal) => resolve(signal));
  });
  // A process that ended early reads no further; how it ended says why.
  child.stdin.on('error', () => {}).end(input);
  const [output, signal] = await Promise.all([buffer(child.stdout), ended]);
  return { output, killed: signal !== null };
}
