import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPT_TIMEOUT, IN_FLIGHT, readId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, install } from './testing/installation.ts';
import { startReceiver } from './testing/receiver.ts';
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts';

let here: Installation;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  here = await install();
});
afterAll(async () => {
  for (const worker of workers) await worker.end('SIGKILL');
  await here.remove();
});

const SOON = { timeout: 60_000, interval: 20 };
const startWorkers = async (count: number) =>
  workers.push(...(await Promise.all(Array.from({ length: count }, () => startWorkerProcess(here.env)))));

async function endpointOf(app: Installation['app'], url: string): Promise<string> {
  const { id } = await here.engine.webhookEndpoints.create(app, { url });
  return readId('endpoint', id) ?? '';
}
async function send(app: Installation['app'], endpoint: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await here.engine.webhookEndpoints.sendTest(app, endpoint);
}

test('forty hanging and dripping endpoints of TEST, more than run at once, do not delay one of LIVE', async () => {
  const [hanging, dripping, healthy] = await Promise.all([startReceiver(), startReceiver(), startReceiver()]);
  hanging.hold();
  dripping.drip();
  for (let n = 0; n < 20; n += 1)
    for (const { url } of [hanging, dripping]) await send(here.app, await endpointOf(here.app, url), 3);
  await startWorkers(1);
  await expect.poll(() => hanging.ids.length + dripping.ids.length, SOON).toBeGreaterThanOrEqual(32);
  const live = await endpointOf(here.liveApp, healthy.url);
  for (let n = 1; n <= 8; n += 1) {
    const began = Date.now();
    await send(here.liveApp, live, 1);
    await expect.poll(() => healthy.ids.length, SOON).toBe(n);
    // An attempt that had to wait for a slot of the others would wait for their timeouts.
    expect(Date.now() - began).toBeLessThan(ATTEMPT_TIMEOUT / 2);
    await pause(1_000);
  }
  for (const each of [hanging, dripping, healthy]) await each.close();
  for (const worker of workers.splice(0)) await worker.end('SIGKILL');
});

test('two workers together do not exceed the concurrency limit of an endpoint', async () => {
  const receiver = await startReceiver();
  const endpoint = await endpointOf(here.liveApp, receiver.url);
  await startWorkers(2);
  await send(here.liveApp, endpoint, 1);
  await expect.poll(() => receiver.ids.length, SOON).toBe(1);
  receiver.hold();
  await send(here.liveApp, endpoint, 40);
  await expect.poll(() => receiver.ids.length, SOON).toBe(1 + IN_FLIGHT.answering);
  await pause(2_000);
  expect(receiver.ids).toHaveLength(1 + IN_FLIGHT.answering);
  receiver.release();
  await expect.poll(() => receiver.ids.length, SOON).toBe(41);
  // Each delivery arrived once, so no waiting one was claimed twice.
  expect(new Set(receiver.ids).size).toBe(41);
  await receiver.close();
});
