import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../checkout.ts';
import { Stop } from '../stop.ts';
import { type Output, tailOf } from './output.ts';

/**
 * The first and the longest wait before a restart, in milliseconds, and the uptime after which the wait is reset. Only a
 * process that ends right after its start is slowed down.
 */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const STABLE_AFTER = 5_000;
/** How long a process may take to drain before it is killed, in milliseconds. */
const DRAIN_TIMEOUT = 30_000;

type Options = {
  readonly name: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Resolves when the process can be used. */
  readonly ready: (child: ChildProcess) => Promise<void>;
  readonly say: (line: string) => void;
};

export type SupervisedProcess = {
  /** Resolves when it is ready for the first time. Rejects with a Stop if it ends before that. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
  /** Tells it to end without waiting for anything. */
  force(): void;
};

/**
 * Starts a process and restarts it whenever it ends unexpectedly, with growing waits. It gives up on a process that was
 * never ready. The process runs in its own group, so that Ctrl-C does not reach it directly and we can stop it in order. It
 * notices by its IPC channel when we are gone.
 */
export function superviseProcess(options: Options): SupervisedProcess {
  const { name, output, ready, say } = options;
  let stopping = false;
  let wait = FIRST_WAIT;
  let again: NodeJS.Timeout | undefined;
  let child = launch(options);
  let startedAt = Date.now();

  const restart = (code: number | null, signal: string | null): void => {
    if (stopping) return;
    if (Date.now() - startedAt > STABLE_AFTER) wait = FIRST_WAIT;
    const how = signal ? `by ${signal}` : `with ${code}`;
    say(`The ${name} has ended ${how}; it is started again in ${wait / 1000} s.${output.where}`);
    again = setTimeout(() => {
      child = launch(options);
      startedAt = Date.now();
      child.once('exit', restart);
    }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const begin = async (): Promise<void> => {
    const ended = once(child, 'exit').then(() => {
      throw new Stop(`${tailOf(output)}\n\nThe ${name} did not start.`.trimStart());
    });
    await Promise.race([ready(child), ended]);
    ended.catch(() => {});
    if (hasEnded(child)) restart(child.exitCode, child.signalCode);
    else child.once('exit', restart);
  };
  return {
    started: begin(),
    async stop() {
      stopping = true;
      clearTimeout(again);
      if (hasEnded(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_TIMEOUT);
      await gone;
      clearTimeout(late);
    },
    force: () => void child.kill('SIGTERM'),
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

function launch({ main, env, output }: Options): ChildProcess {
  return spawn(process.execPath, [main], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', output.stdio, output.stdio, 'ipc'],
    detached: true,
  });
}
