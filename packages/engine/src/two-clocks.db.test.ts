import { readdirSync, readFileSync } from 'node:fs';
import { customerLifecycle } from '@gatehouse/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeCustomer, createdCustomer, idOf, uploadDocument } from './testing/customers.ts';
import { drain } from './testing/drain.ts';
import { workOff } from './testing/queue.ts';
import { customerIn } from './testing/statuses.ts';
import { createWorld, portalOf, type World } from './testing/world.ts';
import type { Poster } from './webhook/post.ts';
import { lateWork } from './work/late.ts';

const DAY = 24 * 3600_000;
/** Far enough apart that no due time of one clock is near the other. */
const FAR = 1000 * DAY;

/** Every time column with its clock, read from the schema's source. */
const COLUMNS = (() => {
  const folder = new URL('../../db/src/schema/', import.meta.url);
  return readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split(/pgTable\(\s*/)
      .slice(1)
      .flatMap((source) => {
        const table = /^'(\w+)'/.exec(source)?.[1] ?? '';
        const columns = [...source.matchAll(/\b(realTime|tenantTime)\('(\w+)'\)/g)];
        return columns.map(([, clock, column]) => ({ table, clock, column: column ?? '' }));
      }),
  );
})();

const answering = (status: number): Poster => ({
  post: () => Promise.resolve({ status, durationMs: 5, answer: '' }),
  close: () => Promise.resolve(),
});

describe.each([
  ['ahead', FAR],
  ['behind', -FAR],
])('a tenant whose clock is %s', (_, offset) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.owner`update tenant set clock_offset = ${offset} where id = ${world.app.tenantId}`;
  });
  afterAll(() => world.close());

  test('has its webhooks sent at once, resent, and retried when due', async () => {
    const { id: shown } = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
    const id = idOf('endpoint', shown);
    const { deliveryId } = await world.engine.webhookEndpoints.sendTest(world.app, id);
    expect(await workOff(world, answering(200))).toBe(1);
    await world.engine.deliveries.resend(world.app, idOf('delivery', deliveryId));
    expect(await workOff(world, answering(500))).toBe(1);
    expect(await workOff(world, answering(500))).toBe(0);
    world.clock.advance(10_000);
    expect(await workOff(world, answering(200))).toBe(1);
    await world.engine.deliveries.replay(world.app, {
      endpointId: id,
      since: new Date(world.clock.now().getTime() + offset - DAY).toISOString(),
      includeDelivered: true,
    });
    expect(await workOff(world, answering(410))).toBe(1);
    await world.engine.webhookEndpoints.remove(world.app, id);
    await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
  });

  test('uses portal links that expire in real time', async () => {
    const customerId = await createdCustomer(world);
    const { url } = await world.engine.portalLinks.create(world.app, { customerId, sendTo: 'email' });
    const token = url.split('/p/')[1] ?? '';
    const opened = await world.engine.portal.open(token);
    expect(await world.engine.portal.authenticate(opened.token)).toMatchObject({ customerId });
    await world.engine.portal.save(portalOf(world.app, customerId), { subject: 'name', values: { givenNames: 'A' } });
    world.clock.advance(8 * 3600_000);
    expect(await world.engine.portal.authenticate(opened.token)).toBeNull();
  });

  test('is overdue at the desk by its own clock', async () => {
    const id = await customerIn(world, 'UNDER_REVIEW');
    const row = async () =>
      (await world.engine.desk.queue(world.staff.reviewer, { view: 'unassigned', limit: 50 })).items.find(
        (each) => idOf('customer', each.id) === id,
      );
    expect(await row()).toMatchObject({ overdue: false, clockOffset: offset });
    world.clock.advance(8 * DAY);
    expect(await row()).toMatchObject({ overdue: true });
  });

  test('is ordered by real time in the queue among tenants with other clocks', async () => {
    const made: string[] = [];
    for (const app of [world.app, world.liveApp, world.app]) {
      world.clock.advance(1_000);
      made.push(await createdCustomer(world, { app }));
    }
    const found: string[] = [];
    for (let cursor: string | undefined; found.length < 10; ) {
      const input = { view: 'all', status: 'CREATED', limit: 1, ...(cursor ? { cursor } : {}) } as const;
      const { items, nextCursor } = await world.engine.desk.queue(world.staff.reviewer, input);
      found.push(...items.map((each) => idOf('customer', each.id)));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(found.slice(-3)).toEqual(made);
  });

  /** Fills the time columns that the other tests leave empty. */
  async function everythingElse(): Promise<void> {
    const { engine, app } = world;
    const customerId = await customerIn(world, 'UNDER_REVIEW');
    const items = [{ code: 'CLARIFICATION', target: { field: 'employment' } }] as const;
    await engine.desk.decide(world.staff.approver, { customerId, event: 'requestInformation', items });
    await engine.documents.remove(app, await uploadDocument(world, customerId, { kind: 'PROOF_OF_ADDRESS' }));
    await engine.customers.update(app, { customerId, profile: { employment: 'STUDENT' } });
    await drain(world);
    const asked = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
    for (const { id } of await engine.requirements.list(app, asked))
      await engine.desk.withdrawRequirement(world.staff.approver, idOf('requirement', id));
    await engine.customers.archive(app, { customerId: await createdCustomer(world) });
    for (let n = 0; n < 3; n += 1) {
      world.clock.advance(60_000);
      await workOff(world, answering(500));
    }
    await completeCustomer(world);
    world.clock.advance(DAY);
    await engine.work.announceDelays();
  }

  test('is dated by the declared clock in every column', async () => {
    for (const status of customerLifecycle.statuses) {
      const id = await customerIn(world, status);
      await world.engine.desk.note(world.staff.approver, { customerId: id, text: 'Seen.' });
    }
    await everythingElse();
    const mixed: string[] = [];
    const unseen: string[] = [];
    for (const { table, clock, column } of COLUMNS) {
      const theirs = COLUMNS.some((each) => each.table === table && each.clock === 'tenantTime');
      const { sql } = world;
      const [times] = await sql<{ first: Date | null; last: Date | null }[]>`
        select min(${sql(column)}) as first, max(${sql(column)}) as last from ${sql(table)}
        ${theirs ? sql`where tenant_id = ${world.app.tenantId}` : sql``}`;
      const now = world.clock.now().getTime() + (clock === 'tenantTime' ? offset : 0);
      if (!times?.first || !times.last) unseen.push(`${clock} ${table}.${column}`);
      else if (Math.max(now - times.first.getTime(), times.last.getTime() - now) > FAR / 2)
        mixed.push(`${table}.${column}`);
    }
    expect(mixed).toEqual([]);
    expect(unseen.filter((each) => each.startsWith('tenantTime'))).toEqual([]);
  });

  test('has late work only when checks are not done', async () => {
    const names = async () => (await lateWork(world.deps)).map(({ what }) => what);
    await drain(world);
    await completeCustomer(world);
    expect(await names()).not.toContain('check.run');
    world.clock.advance(61_000);
    expect(await names()).toContain('check.run');
  });
});
