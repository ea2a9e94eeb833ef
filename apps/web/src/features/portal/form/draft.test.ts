import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraft, type Saving } from './draft.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function world() {
  const sent: unknown[] = [];
  const told: Saving['state'][] = [];
  let fails = false;
  const draft = createDraft({
    send: async (values) => {
      if (fails) throw new Error('offline');
      sent.push(values);
      return { savedAt: '2026-11-21T10:42:00.000Z' };
    },
    report: ({ state }) => told.push(state),
  });
  return { draft, sent, told, fail: (value: boolean) => (fails = value) };
}

test('several keys in a row are saved once, with the last of them', async () => {
  const { draft, sent, told } = world();
  for (const name of ['A', 'An', 'Ann']) draft.change({ name });
  await vi.advanceTimersByTimeAsync(599);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ name: 'Ann' }]);
  expect(told).toEqual(['saving', 'saved']);
});

test('what could not be saved is tried again, and nothing newer is lost', async () => {
  const { draft, sent, told, fail } = world();
  fail(true);
  draft.change({ name: 'Ann' });
  await draft.flush();
  expect(told).toEqual(['saving', 'notSaved']);
  fail(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([{ name: 'Ann' }]);
});

test('after stopping nothing is saved any more', async () => {
  const { draft, sent } = world();
  draft.change({ name: 'Ann' });
  await draft.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
});

test('flushing without anything new asks for nothing', async () => {
  const { draft, sent, told } = world();
  await draft.flush();
  expect([...sent, ...told]).toEqual([]);
});
