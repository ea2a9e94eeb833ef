import { newId, showId } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';
import {
  createdCustomer,
  createWorld,
  customerIn,
  cutOff,
  heldDocument,
  idOf,
  uploadDocument,
  type World,
} from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { refusalOf } from './errors.ts';
import { appRouter, callerFor } from './root.ts';

/** Every mutation with an idempotency key, with a valid input and its preparation. */
const CARRIED_OUT: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  'customers.create': async () => ({ type: 'INDIVIDUAL', email: `${newId()}@customer.example` }),
  'customers.update': async () => ({ customerId: await customer(), profile: { givenNames: 'Berta' } }),
  'customers.submit': async () => {
    const id = await createdCustomer(world);
    await uploadDocument(world, id);
    return { customerId: showId('customer', id) };
  },
  'customers.archive': async () => ({ customerId: await customer() }),
  'customers.setMetadata': async () => ({ customerId: await customer(), metadata: { colour: 'red' } }),
  'documents.create': async () => ({ customerId: await customer(), kind: 'PASSPORT' }),
  'documents.complete': async () => ({
    documentId: showId('document', await heldDocument(world, await createdCustomer(world))),
  }),
  'documents.remove': async () => {
    const id = await createdCustomer(world);
    await uploadDocument(world, id);
    return { documentId: (await world.engine.documents.list(world.app, id))[0]?.id };
  },
  'requirements.answer': async () => {
    const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
    const [item] = await world.engine.requirements.list(world.app, id);
    return { requirementId: item?.id, text: 'Because.' };
  },
  'portalLinks.create': async () => ({ customerId: await customer(), sendTo: 'email' }),
  'portalLinks.revoke': async () => {
    const customerId = await createdCustomer(world);
    return { portalLinkId: (await world.engine.portalLinks.create(world.app, { customerId })).id };
  },
  'webhookEndpoints.create': async () => ({ url: 'http://localhost:9/hook' }),
  'webhookEndpoints.update': async () => ({ endpointId: await endpoint(), description: 'Another' }),
  'webhookEndpoints.remove': async () => ({ endpointId: await endpoint() }),
  'webhookEndpoints.rotateSecret': async () => ({ endpointId: await endpoint() }),
  'webhookEndpoints.sendTest': async () => ({ endpointId: await endpoint() }),
  'deliveries.resend': async () => ({ deliveryId: (await failed()).deliveryId }),
  'deliveries.replay': async () => ({ endpointId: (await failed()).endpointId, since: '2020-01-01T00:00:00Z' }),
};

const customer = async () => showId('customer', await createdCustomer(world));
const endpoint = async () =>
  (await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' })).id;
/** A dead letter. */
async function failed() {
  const id = await endpoint();
  const { deliveryId } = await world.engine.webhookEndpoints.sendTest(world.app, idOf('endpoint', id));
  await world.owner`update delivery set status = 'FAILED', ended_at = now() where status = 'PENDING'`;
  return { endpointId: id, deliveryId };
}

const PROCEDURES = appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodObject[] } }>;
const KEYED = Object.keys(PROCEDURES).filter((path) =>
  PROCEDURES[path]?._def.inputs.some((input) => 'idempotencyKey' in (input.shape ?? {})),
);

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Calls a procedure by its path as the world's app. */
function callProcedure(engine: Engine, path: string, input: unknown): Promise<unknown> {
  const identities = { app: async () => world.app, customer: async () => null, staff: async () => null };
  const caller: unknown = callerFor({
    engine,
    identities,
    requestId: 'req_test',
    network: '127.0.0.1',
    language: 'en',
  });
  const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  return (procedure as (input: unknown) => Promise<unknown>)(input);
}

/** All stored rows as one text, to detect writes. */
async function stored(): Promise<string> {
  const tables = await world.owner<{ name: string }[]>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`;
  const sums = await Promise.all(
    tables.map(
      ({ name }) =>
        world.owner`select ${name}::text as name, md5(string_agg(t::text, '|' order by t::text)) as sum from ${world.owner(name)} t`,
    ),
  );
  return JSON.stringify(sums.flat());
}

const faultOf = async (call: Promise<unknown>) => {
  const { code, data } = refusalOf(
    await call.then(
      () => null,
      (error: unknown) => error,
    ),
  );
  return { code, outcome: data.outcome };
};

test('every mutation with an idempotency key is tested', () => {
  expect(KEYED.sort()).toEqual(Object.keys(CARRIED_OUT).sort());
});

test.each(KEYED)('%s is done once for a key, no matter where the connection breaks', async (path) => {
  const input = { ...(await CARRIED_OUT[path]?.()), idempotencyKey: newId() };
  const { engine, cut, close } = await cutOff(world);
  const before = await stored();
  cut('insert into idempotency_key', 'before');
  expect(await faultOf(callProcedure(engine, path, input))).toEqual({
    code: 'UNAVAILABLE',
    outcome: 'UNCHANGED',
  });
  expect(await stored()).toBe(before);

  cut('commit', 'after');
  expect(await faultOf(callProcedure(engine, path, input))).toEqual({
    code: 'UNAVAILABLE',
    outcome: 'UNKNOWN',
  });
  await expect.poll(stored).not.toBe(before);
  const after = await stored();
  const answer = await callProcedure(world.engine, path, input);
  expect(answer).toBeDefined();
  expect(await callProcedure(engine, path, input)).toEqual(answer);
  expect(await stored()).toBe(after);
  await close();
});
