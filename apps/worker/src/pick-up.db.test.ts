import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, install } from './testing/installation.ts';
import { startReceiver } from './testing/receiver.ts';
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts';

/** How long it may take until another worker gets the jobs of a killed one, in milliseconds. */
const TAKEN_UP_WITHIN = 15_000;
const SLOW = { timeout: TAKEN_UP_WITHIN + 5_000, interval: 50 };

let here: Installation;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  here = await install();
});
afterAll(async () => {
  for (const worker of workers) await worker.end('SIGKILL');
  await here.remove();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(here.env);
  workers.push(worker);
  return worker;
}

const jobsOf = (deliveryId: string) =>
  here.admin<
    { id: string; state: string }[]
  >`select id, state from pgboss.job where data->>'deliveryId' = ${deliveryId}`;
const attemptsOf = (deliveryId: string) =>
  here.admin<{ number: number; status_code: number | null }[]>`
    select number, status_code from attempt where delivery_id = ${deliveryId} order by number`;
const statusOf = async (deliveryId: string) => {
  const [row] = await here.admin<{ status: string }[]>`select status from delivery where id = ${deliveryId}`;
  return row?.status;
};

test('another worker finishes a job whose worker was killed between effect and completion, without a second effect', async () => {
  const receiver = await startReceiver();
  receiver.hold();
  const doomed = await startWorker();
  const deliveryId = await here.deliverTo(receiver.url);
  await expect.poll(() => receiver.ids.length, SLOW).toBe(1);
  const other = await startWorker();

  // The lock on the job's row lets the worker write its effect, but not complete the job.
  const [job] = await jobsOf(deliveryId);
  let unlock: () => void = () => {};
  const locked = new Promise<void>((isLocked) => {
    here.admin
      .begin(async (tx) => {
        await tx`select from pgboss.job where id = ${job?.id ?? ''} for update`;
        isLocked();
        await new Promise<void>((resolve) => {
          unlock = resolve;
        });
      })
      .catch(() => {});
  });
  await locked;
  receiver.release();
  await expect.poll(() => statusOf(deliveryId), SLOW).toBe('DELIVERED');
  await pause(200);
  await doomed.end('SIGKILL');
  const killed = Date.now();
  // The last statement of the killed worker still waits in the database, and must not be executed.
  const cut = await here.deps.sql`select pg_terminate_backend(pid, 5000) as ended from pg_stat_activity
    where application_name = 'gatehouse-queue' and wait_event_type = 'Lock' and datname = current_database()`;
  unlock();

  expect(cut.map((each) => each.ended)).toEqual([true]);
  expect((await jobsOf(deliveryId)).map((each) => each.state)).toEqual(['active']);
  await expect.poll(async () => (await jobsOf(deliveryId)).map((each) => each.state), SLOW).toEqual(['completed']);
  expect(Date.now() - killed).toBeLessThan(TAKEN_UP_WITHIN);
  expect(await attemptsOf(deliveryId)).toEqual([{ number: 1, status_code: 200 }]);
  expect(receiver.ids).toHaveLength(1);
  await other.end('SIGTERM');
  await receiver.close();
});

test('another worker repeats the attempt of a worker that was killed while it delivered, with the same id', async () => {
  const receiver = await startReceiver();
  receiver.hold();
  const doomed = await startWorker();
  const deliveryId = await here.deliverTo(receiver.url);
  await expect.poll(() => receiver.ids.length, SLOW).toBe(1);
  const other = await startWorker();
  await doomed.end('SIGKILL');
  const killed = Date.now();
  receiver.release();
  await expect.poll(() => receiver.ids.length, SLOW).toBe(2);
  expect(Date.now() - killed).toBeLessThan(TAKEN_UP_WITHIN);
  await expect.poll(() => statusOf(deliveryId), SLOW).toBe('DELIVERED');
  expect(new Set(receiver.ids).size).toBe(1);
  expect(await attemptsOf(deliveryId)).toEqual([{ number: 1, status_code: 200 }]);
  await other.end('SIGTERM');
  await receiver.close();
});
