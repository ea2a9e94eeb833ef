import { createQueue } from '@gatehouse/db';
import { JOBS, type JobName, type JobPayload } from '@gatehouse/domain';
import type { Poster } from '../webhook/post.ts';
import type { JobQueue } from '../work/relay.ts';
import type { World } from './world.ts';

/** Starts the real queue on the world's database. */
export async function startQueue(world: World): Promise<{ queue: JobQueue; stop(): Promise<void> }> {
  const boss = createQueue(world.databaseUrl, (error) => world.errors.push(error), { max: 2 });
  await boss.start();
  return { queue: boss as JobQueue, stop: () => boss.stop({ graceful: false }) };
}

export type Collected = { readonly [Name in JobName]: JobPayload<Name>[] };

/** A queue that only collects its jobs. */
export function collectingQueue(): { queue: JobQueue; jobs: Collected } {
  const jobs = Object.fromEntries(Object.keys(JOBS).map((name) => [name, [] as object[]])) as unknown as Collected;
  const insert: JobQueue['insert'] = async (name, batch) => {
    jobs[name].push(...(batch.map((each) => each.data) as never[]));
  };
  return { queue: { insert }, jobs };
}

/** Relays and delivers until nothing is due. Returns the number of attempts. */
export async function workOff({ engine }: Pick<World, 'engine'>, poster: Poster): Promise<number> {
  for (let attempts = 0; ; ) {
    const { queue, jobs } = collectingQueue();
    while ((await engine.work.relayOnce(queue)) > 0);
    const due = [...jobs['delivery.attempt'], ...jobs['delivery.slow']];
    if (due.length === 0) return attempts;
    for (const job of due) await engine.work.deliver(poster, job);
    attempts += due.length;
  }
}
