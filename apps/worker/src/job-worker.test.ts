import { expect, test } from 'vitest';
import type { ClaimedJob, JobClaims } from './job-outcomes.ts';
import { startJobWorker } from './job-worker.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** An in-memory queue that records the reported outcomes. */
function queueOf(count: number) {
  const waiting: ClaimedJob[] = Array.from({ length: count }, (_, at) => ({ id: `${at}`, retryCount: 0, data: at }));
  const recorded = { fetched: [] as number[], completed: [] as string[], failed: [] as string[] };
  const queue: JobClaims = {
    fetch: async (_name, { batchSize }) => {
      const jobs = waiting.splice(0, batchSize);
      if (jobs.length > 0) recorded.fetched.push(jobs.length);
      return jobs;
    },
    complete: async (_name, jobs) => recorded.completed.push(...jobs.map((job) => job.id)),
    fail: async (_name, jobs) => recorded.failed.push(...jobs.map((job) => job.id)),
    touch: async (_name, jobs) => ({ settled: jobs.map((job) => job.id) }),
  };
  return { queue, recorded };
}

/** Work that ends when the test resolves it. */
function slowWork() {
  const open = new Map<number, () => void>();
  const signals: AbortSignal[] = [];
  const work = (data: unknown, signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<void>((resolve, reject) => {
      open.set(data as number, resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  return { work, open, signals };
}

test('runs up to its concurrency, and fills a free slot at once', async () => {
  const { queue, recorded } = queueOf(5);
  const { work, open } = slowWork();
  const worker = startJobWorker({
    queue,
    name: 'n',
    concurrency: { count: 3 },
    work,
    onError: () => {},
    poll: 3_600_000,
  });
  await turn();
  expect(recorded.fetched).toEqual([3]);
  open.get(1)?.();
  await turn();
  expect([recorded.fetched, recorded.completed]).toEqual([[3, 1], ['1']]);
  for (const end of open.values()) end();
  await turn();
  open.get(4)?.();
  await turn();
  expect(recorded.completed.toSorted()).toEqual(['0', '1', '2', '3', '4']);
  await worker.drain(1_000);
});

test('gives a job back that throws, and reports its error', async () => {
  const { queue, recorded } = queueOf(2);
  const errors: [unknown, string | undefined][] = [];
  const worker = startJobWorker({
    queue,
    name: 'n',
    concurrency: { count: 2 },
    work: async (data) => {
      if (data === 0) throw new Error('no');
    },
    onError: (error, job) => errors.push([error, job?.id]),
  });
  await turn();
  expect([recorded.completed, recorded.failed, errors.map(([, id]) => id)]).toEqual([['1'], ['0'], ['0']]);
  await worker.drain(1_000);
});

test('draining fetches no more jobs and waits for running ones', async () => {
  const { queue, recorded } = queueOf(4);
  const { work, open } = slowWork();
  const worker = startJobWorker({ queue, name: 'n', concurrency: { count: 2 }, work, onError: () => {} });
  await turn();
  const drained = worker.drain(5_000);
  await turn();
  open.get(0)?.();
  open.get(1)?.();
  expect(await drained).toEqual({ givenBack: 0 });
  expect([recorded.fetched, recorded.completed.toSorted()]).toEqual([[2], ['0', '1']]);
});

test('draining aborts jobs that do not end in time, and gives them back', async () => {
  const { queue, recorded } = queueOf(1);
  const { work, signals } = slowWork();
  const errors: unknown[] = [];
  const worker = startJobWorker({
    queue,
    name: 'n',
    concurrency: { count: 1 },
    work,
    onError: (error) => errors.push(error),
  });
  await turn();
  expect(await worker.drain(20)).toEqual({ givenBack: 1 });
  expect([signals[0]?.aborted, recorded.failed, recorded.completed, errors]).toEqual([true, ['0'], [], []]);
});
