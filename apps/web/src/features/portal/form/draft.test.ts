import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraft, type Saving } from './draft.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function world() {
  const sent: unknown[] = [];
  const reports: Saving['state'][] = [];
  let fails = false;
  const draft = createDraft({
    send: async (values) => {
      if (fails) throw new Error('offline');
      sent.push(values);
      return { savedAt: '2026-11-21T10:42:00.000Z' };
    },
    report: ({ state }) => reports.push(state),
  });
  return { draft, sent, reports, fail: (value: boolean) => (fails = value) };
}

test('values typed in quick succession are saved once, with the last', async () => {
  const { draft, sent, reports } = world();
  for (const name of ['A', 'An', 'Ann']) draft.change({ name });
  await vi.advanceTimersByTimeAsync(599);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ name: 'Ann' }]);
  expect(reports).toEqual(['saving', 'saved']);
});

test('a failed save is retried and loses no newer value', async () => {
  const { draft, sent, reports, fail } = world();
  fail(true);
  draft.change({ name: 'Ann' });
  await draft.flush();
  expect(reports).toEqual(['saving', 'notSaved']);
  fail(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([{ name: 'Ann' }]);
});

test('nothing is saved after stopping', async () => {
  const { draft, sent } = world();
  draft.change({ name: 'Ann' });
  await draft.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
});

test('flushing without changes sends no request', async () => {
  const { draft, sent, reports } = world();
  await draft.flush();
  expect([...sent, ...reports]).toEqual([]);
});
