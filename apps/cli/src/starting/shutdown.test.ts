import { expect, test } from 'vitest';
import { Shutdown } from './shutdown.ts';

test('closes in reverse order, once, and continues when one fails', async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown();
  shutdown.add(async () => void closed.push('database'));
  shutdown.add(async () => {
    closed.push('broken');
    throw new Error('This one cannot be closed.');
  });
  shutdown.add(async () => void closed.push('web'));
  await Promise.all([shutdown.close(), shutdown.close()]);
  expect(closed).toEqual(['web', 'broken', 'database']);
});
