import { type Page, type QueueView, readId } from '@gatehouse/domain';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AppActor } from './tenancy.ts';
import { createdCustomer } from './testing/customers.ts';
import { codeOf } from './testing/refusals.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const { engine, app, foreignApp } = world;
  for (const owner of [app, foreignApp]) {
    const endpoint = await engine.webhookEndpoints.create(owner, { url: 'http://localhost:9/hook' });
    for (let count = 0; count < 3; count += 1) {
      await createdCustomer(world, { app: owner });
      const id = readId('endpoint', endpoint.id) ?? '';
      await engine.webhookEndpoints.sendTest(owner, id);
    }
    // Events are listed when no older transaction runs on the server, also in other databases.
    const listed = async () => (await engine.events.list(owner, { limit: 100 })).items.length;
    await vi.waitUntil(async () => (await listed()) === 6, { timeout: 15_000 });
  }
});
afterAll(() => world.close());

type Read = (app: AppActor, cursor?: string) => Promise<{ items: { id: string }[]; cursor: string | null }>;

/** Every paged list, with one entry per page. */
const LISTS: Readonly<Record<string, Read>> = {
  customers: async (app, cursor) => onward(await world.engine.customers.list(app, { limit: 1, ...at(cursor) })),
  'customers of a status': async (app, cursor) =>
    onward(await world.engine.customers.list(app, { limit: 1, status: 'CREATED', ...at(cursor) })),
  deliveries: async (app, cursor) => onward(await world.engine.deliveries.list(app, { limit: 1, ...at(cursor) })),
  events: async (app, cursor) => world.engine.events.list(app, { limit: 1, ...at(cursor) }),
  'events of a type': async (app, cursor) =>
    world.engine.events.list(app, { limit: 1, type: 'customer.created', ...at(cursor) }),
};
const at = (cursor?: string) => (cursor === undefined ? {} : { cursor });
const onward = <T>({ items, nextCursor }: Page<T>) => ({ items, cursor: nextCursor });

describe.each(Object.entries(LISTS))('%s', (name, read) => {
  test('returns every entry once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let more = true; more; ) {
      const page = await read(world.app, cursor);
      seen.push(...page.items.map((item) => item.id));
      more = page.items.length > 0 && page.cursor !== null;
      cursor = page.cursor ?? undefined;
    }
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('refuses a cursor of another list or tenant', async () => {
    const foreign = (await read(world.foreignApp)).cursor ?? '';
    expect(await codeOf(read(world.app, foreign))).toBe('INVALID_INPUT');
    for (const [other, readOther] of Object.entries(LISTS)) {
      const cursor = (await readOther(world.app)).cursor ?? '';
      if (other !== name) expect(await codeOf(read(world.app, cursor)), other).toBe('INVALID_INPUT');
    }
  });
});

test('the queue refuses a cursor of another view and continues with its own', async () => {
  const queue = (view: QueueView, cursor?: string) =>
    world.engine.desk.queue(world.staff.auditor, { view, limit: 2, ...at(cursor) });
  const first = await queue('all');
  const second = await queue('all', first.nextCursor ?? '');
  expect(second.items.map(({ id }) => id)).not.toContain(first.items[0]?.id);
  expect(second.items).toHaveLength(2);
  expect(await codeOf(queue('unassigned', first.nextCursor ?? ''))).toBe('INVALID_INPUT');
});
