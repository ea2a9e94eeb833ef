import type { Concurrency } from '@gatehouse/engine';
import { type ClaimedJob, type JobClaims, type OutcomeReports, reportOutcomes } from './job-outcomes.ts';
import { Wakeup } from './wakeup.ts';

/** How long a worker sleeps when nobody wakes it, and how often it says that it is alive, in milliseconds. */
const JOB_POLL = 500;
const HEARTBEAT = 3_000;

export type JobWorker = {
  /** Jobs were made: fetch now. */
  wake(): void;
  /** Takes no more jobs and waits for those that run. After `patience` milliseconds it ends them and gives them back. */
  drain(patience: number): Promise<{ givenBack: number }>;
};

type Options = {
  readonly queue: JobClaims;
  readonly name: string;
  /** How many jobs run at once, and when one that takes long gives its hand free. */
  readonly hands: Concurrency;
  /** Does one job. Its signal says that the job is no longer ours, or that the worker stops. */
  readonly work: (data: unknown, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown, job: ClaimedJob | null) => void;
  readonly poll?: number;
};

type Running = { readonly job: ClaimedJob; readonly abort: AbortController; readonly since: number };

/**
 * Works the jobs of one queue: fetches as many at once as there are free hands, and completes together what has ended
 * meanwhile, so that a burst costs few round trips and a slow job holds up no other.
 *
 * A worker that is killed stops saying that it is alive, and the queue gives its jobs to another one.
 */
export function startJobWorker({ queue, name, hands, work, onError, poll = JOB_POLL }: Options): JobWorker {
  const wakeup = new Wakeup();
  const running = new Map<string, Running>();
  const settling: OutcomeReports = reportOutcomes(queue, name, (error) => onError(error, null));
  let stopping = false;
  let moreWait = false;

  const begin = async (job: ClaimedJob): Promise<void> => {
    const abort = new AbortController();
    running.set(job.id, { job, abort, since: performance.now() });
    try {
      await work(job.data, abort.signal);
      // An ended handler returns as well, but it has not done its work.
      if (abort.signal.aborted) settling.giveBack(job);
      else settling.complete(job);
    } catch (error) {
      if (!abort.signal.aborted) onError(error, job);
      settling.giveBack(job);
    } finally {
      running.delete(job.id);
      if (moreWait || stopping) wakeup.wake();
    }
  };

  /** How many more jobs may begin: one that has run for long holds no hand, and still counts among the most. */
  const freeHands = (): number => {
    const { count, overflow } = hands;
    if (!overflow) return count - running.size;
    const long = performance.now() - overflow.after;
    const busy = [...running.values()].filter(({ since }) => since > long).length;
    return Math.min(count - busy, overflow.most - running.size);
  };

  const fetch = async (): Promise<void> => {
    const free = freeHands();
    if (free <= 0) return;
    const jobs = await queue.fetch(name, { batchSize: free });
    moreWait = jobs.length === free;
    for (const job of jobs) void begin(job);
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      const failed = await fetch().then(
        () => false,
        (error: unknown) => {
          onError(error, null);
          return true;
        },
      );
      if (failed) await new Promise((resolve) => setTimeout(resolve, poll));
      else await wakeup.wait(poll);
    }
  };

  const beat = async (): Promise<void> => {
    const held = [...running.values()];
    if (held.length === 0) return;
    const { settled } = await queue.touch(
      name,
      held.map(({ job }) => job),
    );
    // Without the ids that are still ours, nothing is known about any of them.
    if (!settled) return;
    for (const { job, abort } of held) if (!settled.includes(job.id)) abort.abort(new Error('Another worker has it.'));
  };
  const heart = setInterval(() => void beat().catch((error: unknown) => onError(error, null)), HEARTBEAT);

  const loop = run();
  const drained = async (until: number): Promise<void> => {
    while (running.size > 0 && Date.now() < until) await wakeup.wait(Math.max(1, until - Date.now()));
  };
  return {
    wake: () => wakeup.wake(),
    async drain(patience) {
      const until = Date.now() + patience;
      stopping = true;
      wakeup.wake();
      await loop;
      await drained(until);
      const left = [...running.values()];
      for (const { abort } of left) abort.abort(new Error('The worker stops.'));
      await drained(Date.now() + 1_000);
      clearInterval(heart);
      // What does not listen to its signal is given back all the same: its attempt's number keeps it from doing harm.
      for (const { job } of running.values()) settling.giveBack(job);
      await settling.end();
      return { givenBack: left.length };
    },
  };
}
