import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

type Apart = {
  /**
   * The file to run, and the only folders and files that it may read. They must be real paths, because the target of a
   * link is not allowed with the link.
   */
  readonly main: string;
  readonly readable: readonly string[];
  readonly argument: string;
  readonly input: Uint8Array;
  /** The time limit, in milliseconds. */
  readonly time: number;
};

/**
 * Runs a file in a separate process without our environment and with no right except to read the given paths. `killed`
 * says whether it was killed for its time or ended itself for its memory.
 */
export async function runApart({
  main,
  readable,
  argument,
  input,
  time,
}: Apart): Promise<{ output: Buffer; killed: boolean }> {
  // A worker thread watches the memory, so threads are allowed. They have the same rights.
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
  // A process that ended early stops reading. Its exit says why.
  child.stdin.on('error', () => {}).end(input);
  const [output, signal] = await Promise.all([buffer(child.stdout), ended]);
  return { output, killed: signal !== null };
}
