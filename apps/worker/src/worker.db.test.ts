import { setTimeout as pause } from 'node:timers/promises';
import { readId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, install } from './testing/installation.ts';
import { startReceiver } from './testing/receiver.ts';
import { startWorkerProcess } from './testing/worker-process.ts';

/** Generous, because these tests do not measure and a loaded machine is slow. */
const SOON = { timeout: 30_000, interval: 20 };

let here: Installation;

beforeAll(async () => {
  here = await install();
});
afterAll(() => here.remove());

const statusOf = async (deliveryId: string) => {
  const [row] = await here.admin<{ status: string }[]>`select status from delivery where id = ${deliveryId}`;
  return row?.status;
};

test('on SIGTERM, it finishes running jobs, takes no more, and exits with 0', async () => {
  const receiver = await startReceiver();
  receiver.hold();
  const worker = await startWorkerProcess(here.env);
  const running = await here.deliverTo(receiver.url);
  await expect.poll(() => receiver.ids.length, SOON).toBe(1);
  const ended = worker.end('SIGTERM');
  await pause(300);
  const later = await here.deliverTo(receiver.url);
  await pause(700);
  receiver.release();
  expect((await ended).code).toBe(0);
  expect([await statusOf(running), await statusOf(later)]).toEqual(['DELIVERED', 'PENDING']);
  expect(receiver.ids).toHaveLength(1);
  await receiver.close();
});

test('a second signal ends it at once', async () => {
  const receiver = await startReceiver();
  receiver.hold();
  const worker = await startWorkerProcess(here.env);
  await here.deliverTo(receiver.url);
  await expect.poll(() => receiver.ids.length, SOON).toBeGreaterThan(0);
  const ended = worker.end('SIGTERM');
  await pause(300);
  worker.child.kill('SIGTERM');
  const { code, after } = await ended;
  expect(code).toBe(1);
  expect(after).toBeLessThan(2_000);
  await receiver.close();
});

test('it ends when its parent process is gone', async () => {
  const worker = await startWorkerProcess(here.env);
  worker.child.disconnect();
  await expect.poll(() => worker.child.exitCode, SOON).toBe(0);
});

test('it recovers after every connection to the database was cut, and logs no personal data', async () => {
  const receiver = await startReceiver();
  const worker = await startWorkerProcess(here.env);
  const cut = await here.deps.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name in ('gatehouse-worker', 'gatehouse-queue')`;
  // The worker has just become ready, so some of its connections are cut while they are being opened.
  expect(cut.length).toBeGreaterThan(0);
  const customer = await here.engine.customers.create(here.app, {
    type: 'INDIVIDUAL',
    email: 'canary@example.com',
    profile: { givenNames: 'Canary', familyName: 'Bird' },
  });
  expect(readId('customer', customer.id)).not.toBeNull();
  const deliveryId = await here.deliverTo(receiver.url);
  await expect.poll(() => statusOf(deliveryId), SOON).toBe('DELIVERED');
  expect(worker.child.exitCode).toBeNull();
  expect((await worker.end('SIGTERM')).code).toBe(0);
  expect(worker.output()).not.toMatch(/canary|bird/i);
  for (const line of worker.output().trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow();
  await receiver.close();
});
