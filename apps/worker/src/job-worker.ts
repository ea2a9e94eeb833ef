import type { Concurrency } from '@gatehouse/engine';
import { type ClaimedJob, type JobClaims, type OutcomeReports, reportOutcomes } from './job-outcomes.ts';
import { Wakeup } from './wakeup.ts';

/** How long a worker sleeps without a wakeup, and how often it sends heartbeats, in milliseconds. */
const JOB_POLL = 500;
const HEARTBEAT = 3_000;

export type JobWorker = {
  /** Makes it fetch at once, because there are new jobs. */
  wake(): void;
  /** Fetches no more jobs and waits for running ones. After `patience` milliseconds it aborts them and gives them back. */
  drain(patience: number): Promise<{ givenBack: number }>;
};

type Options = {
  readonly queue: JobClaims;
  readonly name: string;
  /** How many jobs run at once, and after which time a long one no longer takes a slot. */
  readonly concurrency: Concurrency;
  /** Runs one job. The signal aborts when another worker has the job, or when this worker stops. */
  readonly work: (data: unknown, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown, job: ClaimedJob | null) => void;
  readonly poll?: number;
};

type Running = { readonly job: ClaimedJob; readonly abort: AbortController; readonly since: number };

/**
 * Runs the jobs of one queue. It fetches as many jobs as there are free slots and completes ended ones in batches, so that
 * a burst costs few round trips and a slow job delays no other.
 *
 * The heartbeats of a killed worker stop, and the queue gives its jobs to another one.
 */
export function startJobWorker({ queue, name, concurrency, work, onError, poll = JOB_POLL }: Options): JobWorker {
  const wakeup = new Wakeup();
  const running = new Map<string, Running>();
  const outcomes: OutcomeReports = reportOutcomes(queue, name, (error) => onError(error, null));
  let stopping = false;
  let moreWait = false;

  const begin = async (job: ClaimedJob): Promise<void> => {
    const abort = new AbortController();
    running.set(job.id, { job, abort, since: performance.now() });
    try {
      await work(job.data, abort.signal);
      // A handler may also return when it is aborted, without having done its work.
      if (abort.signal.aborted) outcomes.giveBack(job);
      else outcomes.complete(job);
    } catch (error) {
      if (!abort.signal.aborted) onError(error, job);
      outcomes.giveBack(job);
    } finally {
      running.delete(job.id);
      if (moreWait || stopping) wakeup.wake();
    }
  };

  /** How many more jobs may start. A long-running job takes no slot, but counts towards the overflow limit. */
  const freeSlots = (): number => {
    const { count, overflow } = concurrency;
    if (!overflow) return count - running.size;
    const long = performance.now() - overflow.after;
    const busy = [...running.values()].filter(({ since }) => since > long).length;
    return Math.min(count - busy, overflow.most - running.size);
  };

  const fetch = async (): Promise<void> => {
    const free = freeSlots();
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

  const sendHeartbeat = async (): Promise<void> => {
    const held = [...running.values()];
    if (held.length === 0) return;
    const { settled } = await queue.touch(
      name,
      held.map(({ job }) => job),
    );
    // Without these ids, nothing is known about the jobs.
    if (!settled) return;
    for (const { job, abort } of held) if (!settled.includes(job.id)) abort.abort(new Error('Another worker has it.'));
  };
  const heartbeat = setInterval(() => void sendHeartbeat().catch((error: unknown) => onError(error, null)), HEARTBEAT);

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
      clearInterval(heartbeat);
      // A job that ignores its signal is given back too. The attempt number keeps it from writing later.
      for (const { job } of running.values()) outcomes.giveBack(job);
      await outcomes.end();
      return { givenBack: left.length };
    },
  };
}
