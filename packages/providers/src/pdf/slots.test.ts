import { expect, test } from 'vitest';
import { inSlot } from './slots.ts';

test('two run at a time, others wait in order, and further ones are refused', async () => {
  let [busy, most] = [0, 0];
  const started: number[] = [];
  const work = async (index: number) => {
    started.push(index);
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((resolve) => setTimeout(resolve, 2));
    busy -= 1;
    if (index === 3) throw new Error('One that fails gives its slot back as well.');
  };
  const tries = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => inSlot(() => work(index))));
  expect(most).toBe(2);
  expect(started).toEqual(Array.from({ length: 22 }, (_, index) => index));
  expect(tries[3]).toMatchObject({ status: 'rejected', reason: { name: 'Error' } });
  for (const late of tries.slice(22))
    expect(late).toMatchObject({ status: 'rejected', reason: { name: 'Refusal', code: 'UNAVAILABLE' } });
  await expect(inSlot(async () => 'free again')).resolves.toBe('free again');
});
