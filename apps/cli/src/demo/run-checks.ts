import type { JobName, JobPayload } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Waiting = JobPayload<'check.run'>;
/** The relay's port to the queue, as the engine asks for it. */
export type Queue = Parameters<Engine['work']['relayOnce']>[0];

/**
 * Works the checks that wait, until none is left: what the worker does, without a queue in between. Deliveries and emails
 * go to the queue, for the worker to find.
 */
export async function runWaitingChecks(engine: Engine, queue: Queue): Promise<void> {
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
