import { createServer } from 'node:http';
import { readId } from '@gatehouse/domain';
import { specimenDocument } from '@gatehouse/providers';
import { Webhook } from 'standardwebhooks';
import { openWorld, percentile, report, startWorker, stopWorker, type World } from './harness.ts';

/*
 * T3: from the call that submits to the webhook at a receiver, on an otherwise idle machine. This process calls the engine,
 * a worker process relays and delivers, and a real HTTP server receives and verifies. The floor is the same event without
 * our code: one insert of the same size, then one signed post of the same body over the same loopback.
 */
const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 60);

type Received = { at: number; type: string; customerId: string; status: string };

async function receiver(): Promise<{ url: string; received: Received[]; trust(secret: string): void; close(): void }> {
  const received: Received[] = [];
  let verifier: Webhook | null = null;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const at = performance.now();
      const body = Buffer.concat(parts).toString();
      const event = (
        verifier ? verifier.verify(body, request.headers as Record<string, string>) : JSON.parse(body)
      ) as { type: string; data: { customerId: string; customerStatus: string } };
      received.push({ at, type: event.type, customerId: event.data.customerId, status: event.data.customerStatus });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    trust: (secret) => (verifier = new Webhook(secret)),
    close: () => server.close(),
  };
}

async function until<T>(find: () => T | undefined, what: string): Promise<T> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`Nothing came: ${what}`);
}

const world = await openWorld(10);
const hook = await receiver();
const worker = startWorker(world);
try {
  const { engine, tenantId } = world;
  const { key } = await engine.apiKeys.create({ tenantId, mode: 'TEST', name: 'bench' });
  const app = await engine.apiKeys.authenticate(key);
  if (!app) throw new Error('A new key must be known.');
  const endpoint = await engine.webhookEndpoints.create(app, { url: hook.url });
  hook.trust(endpoint.secret);
  const bytes = await specimenDocument();
  const submitted: number[] = [];
  const active: number[] = [];
  for (let made = 0; made < CUSTOMERS + 5; made += 1) {
    const customer = await engine.customers.create(app, {
      type: 'INDIVIDUAL',
      profile: {
        givenNames: 'Anna',
        familyName: 'Specimen',
        birthDate: '1990-05-17',
        phone: '+442079460958',
        address: { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' },
        nationality: 'GB',
        employment: 'EMPLOYED',
        sourceOfFunds: 'SALARY',
        accountPurpose: 'EVERYDAY',
        expectedVolume: 'UP_TO_1K',
      },
    });
    const customerId = readId('customer', customer.id) ?? '';
    const document = await engine.documents.create(app, { customerId, kind: 'PASSPORT', side: 'FRONT' });
    const documentId = readId('document', document.id) ?? '';
    await engine.documents.receive(app, documentId, bytes);
    await engine.documents.complete(app, documentId);
    await until(
      () => hook.received.find((each) => each.customerId === customer.id && each.type === 'document.uploaded'),
      'the upload',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await engine.customers.update(app, { customerId, declare: true });
    const first = await until(
      () => hook.received.find((each) => each.customerId === customer.id && each.type === 'verification.submitted'),
      'verification.submitted',
    );
    const last = await until(
      () =>
        hook.received.find(
          (each) =>
            each.customerId === customer.id && each.status === 'ACTIVE' && each.type === 'customer.status_changed',
        ),
      'ACTIVE',
    );
    // The first few warm up the pools and the prepared statements.
    if (made < 5) continue;
    submitted.push(first.at - started);
    active.push(last.at - started);
  }
  const floor = await rawFloor(world, hook.url, hook.received, endpoint.secret);
  const summary = (values: number[]) => ({
    p50: Math.round(percentile(values, 0.5) * 10) / 10,
    p99: Math.round(percentile(values, 0.99) * 10) / 10,
  });
  await report('t3-submit-to-webhook', {
    unit: 'milliseconds',
    customers: CUSTOMERS,
    submitToFirstWebhook: summary(submitted),
    submitToActiveWebhook: summary(active),
    floor: summary(floor),
    ratio: Number((percentile(submitted, 0.5) / percentile(floor, 0.5)).toFixed(2)),
    goal: 'submit to webhook: p50 60 ms, p99 250 ms',
  });
} finally {
  await stopWorker(worker);
  hook.close();
  await world.end();
}

/** The cost without our code: one committed write, one signed post of a body of the same size. */
async function rawFloor({ deps }: World, url: string, received: Received[], secret: string): Promise<number[]> {
  const signer = new Webhook(secret);
  const times: number[] = [];
  for (let made = 0; made < CUSTOMERS; made += 1) {
    const customerId = `floor-${made}`;
    const body = JSON.stringify({
      type: 'floor',
      data: { customerId, customerStatus: 'UNDER_REVIEW', filler: 'x'.repeat(400) },
    });
    const [id, now] = [`evt_${made}`, new Date()];
    const started = performance.now();
    await deps.sql`update partner set name = name`;
    await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signer.sign(id, now, body),
      },
    });
    const got = received.find((each) => each.customerId === customerId);
    if (got) times.push(got.at - started);
  }
  return times;
}
