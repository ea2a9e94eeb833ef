import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../checkout.ts';
import { Stop } from '../stop.ts';
import { type Output, tailOf } from './output.ts';

/**
 * How long to wait before it is started again, at first and at most, and after which time up it counts as well. In
 * milliseconds. Only what ends right after its start is a loop to slow down; whoever worked and was killed is missed.
 */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const WELL_AFTER = 5_000;
/** A process that has not drained by then is cut off. */
const DRAINED_WITHIN = 30_000;

type Options = {
  readonly name: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Resolves when the process can be used. */
  readonly ready: (child: ChildProcess) => Promise<void>;
  readonly say: (line: string) => void;
};

export type KeptProcess = {
  /** Resolves when it is ready for the first time; rejects with a Stop when it ends before. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
  /** Tells it not to wait for anything. */
  hurry(): void;
};

/**
 * Starts a process, and starts it again whenever it ends unasked, with growing pauses; one that was never ready is given up.
 * It runs in a group of its own, so that Ctrl-C does not reach it before those that it works for; the channel to it tells it
 * when we are gone.
 */
export function keepProcess(options: Options): KeptProcess {
  const { name, output, ready, say } = options;
  let stopping = false;
  let wait = FIRST_WAIT;
  let again: NodeJS.Timeout | undefined;
  let child = launch(options);
  let startedAt = Date.now();

  const revive = (code: number | null, signal: string | null): void => {
    if (stopping) return;
    if (Date.now() - startedAt > WELL_AFTER) wait = FIRST_WAIT;
    const how = signal ? `by ${signal}` : `with ${code}`;
    say(`The ${name} has ended ${how}; it is started again in ${wait / 1000} s.${output.where}`);
    again = setTimeout(() => {
      child = launch(options);
      startedAt = Date.now();
      child.once('exit', revive);
    }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const begin = async (): Promise<void> => {
    const ended = once(child, 'exit').then(() => {
      throw new Stop(`${tailOf(output)}\n\nThe ${name} did not start.`.trimStart());
    });
    await Promise.race([ready(child), ended]);
    ended.catch(() => {});
    if (hasEnded(child)) revive(child.exitCode, child.signalCode);
    else child.once('exit', revive);
  };
  return {
    started: begin(),
    async stop() {
      stopping = true;
      clearTimeout(again);
      if (hasEnded(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), DRAINED_WITHIN);
      await gone;
      clearTimeout(late);
    },
    hurry: () => void child.kill('SIGTERM'),
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
