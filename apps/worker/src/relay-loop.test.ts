import { expect, test } from 'vitest';
import { startRelayLoop } from './relay-loop.ts';

const never = 3_600_000;
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('runs passes until nothing is left, then sleeps until a wakeup', async () => {
  const waiting = [3, 2, 0];
  const passes: number[] = [];
  let wakeups = 0;
  const loop = startRelayLoop({
    pass: async () => {
      const taken = waiting.shift() ?? 0;
      passes.push(taken);
      return taken;
    },
    onWork: () => {
      wakeups += 1;
    },
    onError: () => {},
    poll: never,
  });
  await turn();
  expect([passes, wakeups]).toEqual([[3, 2, 0], 2]);
  waiting.push(1);
  await turn();
  expect(passes).toHaveLength(3);
  loop.wake();
  await turn();
  expect(passes).toEqual([3, 2, 0, 1, 0]);
  await loop.stop();
});

test('a wakeup during a pass is not lost', async () => {
  let passes = 0;
  const loop = startRelayLoop({
    pass: async () => {
      passes += 1;
      await turn();
      if (passes === 1) loop.wake();
      return 0;
    },
    onWork: () => {},
    onError: () => {},
    poll: never,
  });
  await expect.poll(() => passes).toBe(2);
  await loop.stop();
});

test('polls without a wakeup, also after a failure, when wakeups are ignored', async () => {
  const errors: unknown[] = [];
  let passes = 0;
  const loop = startRelayLoop({
    pass: async () => {
      passes += 1;
      if (passes === 1) throw new Error('away');
      return 0;
    },
    onWork: () => {},
    onError: (error) => errors.push(error),
    poll: 40,
  });
  await turn();
  loop.wake();
  await turn();
  expect([passes, errors.length]).toEqual([1, 1]);
  await expect.poll(() => passes).toBeGreaterThan(2);
  await loop.stop();
});
