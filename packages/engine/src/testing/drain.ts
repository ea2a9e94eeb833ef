import type { World } from './world.ts';

type Waiting = { tenant_id: string; id: string; attempt: number; due_at: Date; offset: string };

/** More rounds than any run needs, so that a test fails instead of hanging. */
const MOST = 200;

/**
 * Runs all waiting checks one after another without a queue, and moves the clock to those due later. It ends when no
 * automatic check is left.
 */
export async function drain(world: World): Promise<void> {
  for (let tries = 0; tries < MOST; tries += 1) {
    const [next] = await world.sql<Waiting[]>`
      select c.tenant_id, c.id, c.attempt, c.due_at, t.clock_offset as offset from verification_check c
      join tenant t on t.id = c.tenant_id where c.status = 'PENDING' and c.due_at is not null
      order by c.due_at, c.id limit 1`;
    if (!next) return;
    const early = next.due_at.getTime() - Number(next.offset) - world.clock.now().getTime();
    if (early > 0) world.clock.advance(early);
    await world.engine.work.runCheck({ tenantId: next.tenant_id, checkId: next.id, attempt: next.attempt });
  }
  throw new Error('The checks never come to an end.');
}
