import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusOf } from '../testing/customers.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import { customerLifecycle } from '@gatehouse/domain';
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
test.each(customerLifecycle.statuses)('%s', async (status) => {
  const at = Date.now();
  expect(await statusOf(world, await customerIn(world, status))).toBe(status);
  console.log(status, Date.now() - at);
});
