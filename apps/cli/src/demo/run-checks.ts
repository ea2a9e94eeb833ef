import type { JobName, JobPayload } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Waiting = JobPayload<'check.run'>;
/** The queue that the relay of the engine needs. */
export type Queue = Parameters<Engine['work']['relayOnce']>[0];

/**
 * Runs pending checks until none is left, as the worker does, but without a queue. Jobs for deliveries and emails go to
 * the queue, for the worker.
 */
export async function runPendingChecks(engine: Engine, queue: Queue): Promise<void> {
  for (let taken = 1; taken > 0; ) {
    const waiting: Waiting[] = [];
    taken = await engine.work.relayOnce({
      insert: async (name: JobName, jobs, options) => {
        if (name === 'check.run') waiting.push(...jobs.map((job) => job.data as Waiting));
        else await queue.insert(name, jobs, options);
      },
    });
    await Promise.all(waiting.map((check) => engine.work.runCheck(check)));
  }
}
