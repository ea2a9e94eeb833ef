import { LIMITS, newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assemble } from '../assemble.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Counts how many of these simultaneous tries pass. */
async function passed(tries: number, once: () => Promise<unknown>): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: tries }, once));
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

const rows = () => world.owner<{ name: string; key: string }[]>`select name, key from rate_limit`;

test('of two hundred simultaneous tries as many pass as the limit allows; the others learn how long to wait', async () => {
  const of = newId();
  const spend = () => world.engine.limits.spend({ limit: 'handOver.customer', of });
  const { max, window } = LIMITS['handOver.customer'];
  expect(await passed(200, spend)).toBe(max);
  world.clock.advance(10 * 60_000);
  await expect(spend()).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    message: 'Too many links to another device. Try again in 50 minutes.',
    data: { retryAfter: 3000 },
  });
  world.clock.advance(window - 10 * 60_000);
  expect(await passed(1, spend)).toBe(1);
});

test('several limits report the longest wait, and simultaneous tries do not deadlock', async () => {
  const [address, network] = [newId(), newId()];
  const here = { limit: 'link.network', of: network } as const;
  const there = { limit: 'link.address', of: address } as const;
  expect(await passed(1, () => world.engine.limits.spend(there, here))).toBe(1);
  const both = [
    () => passed(20, () => world.engine.limits.spend(here, there)),
    () => passed(20, () => world.engine.limits.spend(there, here)),
  ];
  expect(await Promise.all(both.map((run) => run()))).toEqual([0, 0]);
  await expect(world.engine.limits.spend(here, there)).rejects.toMatchObject({ data: { retryAfter: 600 } });
});

test('amounts count, and refunds can be spent again', async () => {
  const spending = { limit: 'uploadBytes.customer', of: newId(), amount: 200 * 1024 * 1024 } as const;
  expect(await passed(3, () => world.engine.limits.spend(spending))).toBe(2);
  await world.engine.limits.refund(spending, spending);
  expect(await passed(2, () => world.engine.limits.spend(spending))).toBe(1);
});

test('a hold lasts until it is released or no longer renewed', async () => {
  const of = newId();
  const { max, window } = LIMITS['stream.session'];
  const hold = () => world.engine.limits.hold('stream.session', of);
  const held = await Promise.all(Array.from({ length: max }, hold));
  await expect(hold()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  await held[0]?.release();
  const last = await hold();
  world.clock.advance(window - 1000);
  await last.renew();
  world.clock.advance(window - 1000);
  await expect(hold()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  // The process that held them has ended, so nothing renews them.
  world.clock.advance(window);
  expect(await passed(max, hold)).toBe(max);
});

test('counts are stored under keyed hashes without names', async () => {
  const of = 'ana@customer.example';
  await world.engine.limits.spend({ limit: 'link.address', of });
  expect(JSON.stringify(await rows())).not.toContain('ana');
  const other = assemble({ ...partsOf(world), keys: new Map([['k2', Buffer.alloc(32, 7)]]) });
  await other.engine.limits.spend({ limit: 'link.address', of });
  await other.close();
  const keys = (await rows()).filter(({ name }) => name === 'link.address').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

const partsOf = ({ deps, databaseUrl }: World) => ({
  databaseUrl,
  name: 'gatehouse-test',
  filesFolder: '/nonexistent',
  providers: deps.providers,
  inspector: deps.inspector,
  evaluation: true,
  publicUrl: deps.publicUrl,
  onError: () => {},
  now: deps.now,
});

test('counts are deleted after their window', async () => {
  await world.engine.limits.spend({ limit: 'upload.customer', of: newId() });
  expect(await world.engine.work.pruneLimits()).toBeLessThan((await rows()).length + 1);
  expect((await rows()).length).toBeGreaterThan(0);
  world.clock.advance(LIMITS['upload.customer'].window);
  expect(await world.engine.work.pruneLimits()).toBeGreaterThan(0);
  expect(await rows()).toEqual([]);
});
