import { newId, Refusal } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from './testing/refusals.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

const request = (key: string, input: unknown = { a: 1 }, procedure = 'customers.create') => ({
  tenantId: world.app.tenantId,
  key,
  procedure,
  input,
});

test('two hundred at once with one key make one record and get the same answer', async () => {
  const key = newId();
  const input = { type: 'INDIVIDUAL', email: `${key}@customer.example`, idempotencyKey: key } as const;
  let ran = 0;
  const create = () => {
    ran += 1;
    return world.engine.customers.create(world.app, input);
  };
  const answers = await Promise.all(Array.from({ length: 200 }, () => world.engine.once(request(key, input), create)));
  expect(ran).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await world.sql`select from customer where email = ${input.email}`).toHaveLength(1);
});

test('a key that was used for something else says so', async () => {
  const key = newId();
  await world.engine.once(request(key), async () => 'first');
  expect(await codeOf(world.engine.once(request(key, { a: 2 }), async () => 'second'))).toBe('IDEMPOTENCY_MISMATCH');
  expect(await codeOf(world.engine.once(request(key, { a: 1 }, 'customers.update'), async () => 'third'))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
  expect(await world.engine.once(request(key), async () => 'fourth')).toBe('first');
});

test('a key belongs to its tenant', async () => {
  const key = newId();
  await world.engine.once(request(key), async () => 'ours');
  expect(await world.engine.once({ ...request(key), tenantId: world.liveApp.tenantId }, async () => 'theirs')).toBe(
    'theirs',
  );
});

test('a refusal is not kept: the next try may fare better, also one that waited', async () => {
  const key = newId();
  let tries = 0;
  const run = async () => {
    tries += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (tries === 1) throw new Refusal('EMAIL_TAKEN');
    return 'made';
  };
  const settled = await Promise.allSettled(Array.from({ length: 5 }, () => world.engine.once(request(key), run)));
  expect(settled.filter((each) => each.status === 'rejected')).toHaveLength(1);
  expect(settled.filter((each) => each.status === 'fulfilled').map((each) => each.value)).toEqual([
    'made',
    'made',
    'made',
    'made',
  ]);
  expect(tries).toBe(2);
});

test('an answer of nothing is an answer', async () => {
  const key = newId();
  let ran = 0;
  const run = async () => {
    ran += 1;
  };
  await world.engine.once(request(key, undefined), run);
  expect(await world.engine.once(request(key, undefined), run)).toBeUndefined();
  expect(ran).toBe(1);
});

test('a key whose day is over is new again, and one whose first request died is taken over', async () => {
  const key = newId();
  await world.engine.once(request(key), async () => 'first');
  world.clock.advance(24 * 3600_000 + 1);
  expect(await world.engine.once(request(key), async () => 'second')).toBe('second');
  const dead = newId();
  void world.engine.once(request(dead), () => new Promise<string>(() => {}));
  await expect.poll(() => world.sql`select from idempotency_key where key = ${dead}`).toHaveLength(1);
  world.clock.advance(60_001);
  expect(await world.engine.once(request(dead), async () => 'taken over')).toBe('taken over');
});

test('the kept answer cannot be read in the database', async () => {
  const key = newId();
  await world.engine.once(request(key), async () => ({ secret: 'zxcanaryzx' }));
  const [row] = await world.owner`select answer from idempotency_key where key = ${key}`;
  expect(row?.answer.toString('latin1')).not.toContain('zxcanaryzx');
});
