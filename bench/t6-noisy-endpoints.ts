import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, readId } from '@gatehouse/domain';
import { BENCH_PARTNER, openWorld, percentile, report, startWorker, stopWorker, throughput } from './harness.ts';

/*
 * R7 and T6: a tenant has 20 endpoints, and each event goes to all of them. One hangs, one drips bytes and one answers 500.
 * This measures how long the other 17 wait for their events, and how many deliveries a second they get. The floor is the
 * same load in the same run with all 20 healthy. The three answer before they turn bad, which is the harder case, because
 * the engine then allows them several deliveries at a time.
 */
const ENDPOINTS = 20;
const EVENTS = Number(process.env.BENCH_EVENTS ?? 80);
/** Milliseconds from one event to the next while waiting times are measured. */
const PACE = Number(process.env.BENCH_PACE ?? 400);
/** Floor and figure alternate, so that the load of the machine affects both alike. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const BURST = Number(process.env.BENCH_BURST ?? 150);

type App = Extract<Actor, { kind: 'app' }>;
type Manner = 'healthy' | 'hanging' | 'dripping' | 'failing';
type Hook = { manner: Manner; id: string; readonly url: string; readonly seen: Map<string, number>; close(): void };
/** How the first endpoints turn bad. */
const BAD: readonly Manner[] = ['hanging', 'dripping', 'failing'];

const ANSWERS: Record<Manner, (response: ServerResponse) => void> = {
  healthy: (response) => void response.writeHead(204).end(),
  hanging: () => {},
  dripping(response) {
    const drip = setInterval(() => response.write('.'), 500);
    response.on('close', () => clearInterval(drip));
  },
  failing: (response) => void response.writeHead(500).end(),
};

/** A real HTTP server that records when it first received each customer's event. */
async function openHook(): Promise<Hook> {
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { data } = JSON.parse(Buffer.concat(parts).toString()) as { data: { customerId: string } };
      if (!hook.seen.has(data.customerId)) hook.seen.set(data.customerId, performance.now());
      ANSWERS[hook.manner](response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const hook: Hook = { manner: 'healthy', id: '', url, seen: new Map(), close };
  return hook;
}

const world = await openWorld(10);
const worker = startWorker(world);

async function newApp(): Promise<App> {
  const { tenants } = await world.engine.partners.create(BENCH_PARTNER);
  const { key } = await world.engine.apiKeys.create({ tenantId: tenants.TEST, mode: 'TEST', name: 'bench' });
  const app = await world.engine.apiKeys.authenticate(key);
  if (!app) throw new Error('A new key must be known.');
  return app;
}

/** Raises one event for every endpoint. @returns its customer and the time. */
async function raise(app: App): Promise<{ customerId: string; at: number }> {
  const at = performance.now();
  const { id } = await world.engine.customers.create(app, { type: 'INDIVIDUAL' });
  return { customerId: id, at };
}

/** Waits until each of these endpoints has received all of these events. */
async function arrived(hooks: readonly Hook[], raised: readonly { customerId: string }[]): Promise<void> {
  const deadline = performance.now() + 300_000;
  while (!hooks.every((hook) => raised.every(({ customerId }) => hook.seen.has(customerId)))) {
    if (performance.now() > deadline) throw new Error('Events did not arrive within five minutes.');
    await pause(20);
  }
}

/** Milliseconds from the call to each healthy endpoint, and the deliveries per second of these endpoints in a burst. */
type Measured = { readonly waits: number[]; readonly perSecond: number };

/** Runs the load once. With `bad`, the first endpoints turn bad after all endpoints have answered. */
async function measure(bad: readonly Manner[], events = EVENTS, inBurst = BURST): Promise<Measured> {
  const app = await newApp();
  const hooks = await Promise.all(Array.from({ length: ENDPOINTS }, openHook));
  for (const hook of hooks)
    hook.id = readId('endpoint', (await world.engine.webhookEndpoints.create(app, { url: hook.url })).id) ?? '';
  await arrived(hooks, [await raise(app), await raise(app)]);
  for (const [index, manner] of bad.entries()) if (hooks[index]) hooks[index].manner = manner;
  const healthy = hooks.filter((hook) => hook.manner === 'healthy');

  const raised: { customerId: string; at: number }[] = [];
  for (let event = 0; event < events; event += 1) {
    raised.push(await raise(app));
    await pause(PACE);
  }
  await arrived(healthy, raised);
  // Only endpoints that stay healthy in both loads are compared.
  const waits = hooks
    .slice(BAD.length)
    .flatMap((hook) => raised.map(({ customerId, at }) => (hook.seen.get(customerId) ?? 0) - at));

  const burst: { customerId: string; at: number }[] = [];
  const began = performance.now();
  await throughput(
    Array.from({ length: inBurst }, (_, event) => event),
    8,
    async () => burst.push(await raise(app)),
  );
  await arrived(healthy, burst);
  const last = Math.max(...healthy.flatMap((hook) => burst.map(({ customerId }) => hook.seen.get(customerId) ?? 0)));
  const perSecond = (healthy.length * inBurst) / ((last - began) / 1000);

  for (const hook of hooks) await world.engine.webhookEndpoints.remove(app, hook.id);
  for (const hook of hooks) hook.close();
  await pause(1_000);
  return { waits, perSecond };
}

try {
  // Warms up the pools, the prepared statements and the worker.
  await measure([], 10, 20);
  const floors: Measured[] = [];
  const figures: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await measure([]));
    figures.push(await measure(BAD));
  }
  const together = (rounds: readonly Measured[]): Measured => ({
    waits: rounds.flatMap(({ waits }) => waits),
    perSecond: rounds.length / rounds.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0),
  });
  const summary = ({ waits, perSecond }: Measured) => ({
    p50: Math.round(percentile(waits, 0.5)),
    p95: Math.round(percentile(waits, 0.95)),
    p99: Math.round(percentile(waits, 0.99)),
    deliveriesPerSecond: Math.round(perSecond),
  });
  const [floor, noisy] = [together(floors), together(figures)];
  await report('t6-noisy-endpoints', {
    unit: 'milliseconds from the call to each healthy endpoint; deliveries per second to healthy endpoints',
    endpoints: ENDPOINTS,
    bad: BAD.join(', '),
    events: EVENTS,
    burst: BURST,
    rounds: ROUNDS,
    samples: floor.waits.length,
    floor: summary(floor),
    figure: summary(noisy),
    p95Ratio: Number((percentile(noisy.waits, 0.95) / percentile(floor.waits, 0.95)).toFixed(2)),
    deliveriesRatio: Number((noisy.perSecond / floor.perSecond).toFixed(2)),
    goal: 'p95 at most 2 times; deliveries at least 0.8',
  });
} finally {
  await stopWorker(worker);
  await world.end();
}
