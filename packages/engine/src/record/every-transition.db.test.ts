import { schema, update, type Write } from '@gatehouse/db';
import { type CustomerEvent, type CustomerStatus, customerLifecycle, isForPerson } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ended } from '../runs/conclude.ts';
import { loadRun, sealEvidence } from '../runs/load.ts';
import { rowOf, statusOf } from '../testing/customers.ts';
import { refusalOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { transition } from '../testing/transition.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { CustomerRecord } from './load.ts';
import { mutate } from './mutate.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A refused event changes nothing, so one customer is enough for all of them. */
const standing = new Map<CustomerStatus, Promise<string>>();
const someoneIn = (status: CustomerStatus): Promise<string> => {
  const known = standing.get(status) ?? customerIn(world, status);
  standing.set(status, known);
  return known;
};

const pairs = customerLifecycle.statuses.flatMap((status) =>
  customerLifecycle.events.map((event) => ({ status, event, row: customerLifecycle.row(status, event) })),
);
const go = (id: string, event: CustomerEvent) =>
  transition(world.deps, { kind: 'engine' }, world.app.tenantId, id, { event });

/** Ends the open run as passed by a person, because no transition may leave its run open. */
async function endRun(record: CustomerRecord): Promise<Write[]> {
  const { tenantId, openRunId } = record.customer;
  const loaded = openRunId ? await loadRun(world.deps, record, openRunId) : null;
  if (!loaded) return [];
  const [passed, resolved] = [true, false].map((manual) =>
    loaded.checks.filter((check) => isForPerson(check) === manual && check.status !== 'PASSED'),
  );
  const verdict = {
    status: 'PASSED' as const,
    sealed: sealEvidence(record, {}),
    finishedAt: record.now,
  };
  return [
    update(
      schema.verificationCheck,
      (passed ?? []).map(({ id }) => ({ tenantId, id, ...verdict })),
    ),
    update(
      schema.verificationCheck,
      (resolved ?? []).map(({ id }) => ({ tenantId, id, resolved: true })),
    ),
    ...ended(record, loaded, 'approved'),
  ];
}

const goEndingRun = (id: string, event: CustomerEvent) =>
  mutate(world.deps, { kind: 'engine' }, world.app.tenantId, id, async (record) => {
    const { openRunId } = record.customer;
    return {
      change: {
        moves: [{ lifecycle: 'customer', event, ...(openRunId ? { runId: openRunId } : {}) }],
        set: { openRunId: null },
        writes: await endRun(record),
      },
      answer: (after) => after.customerStatus,
    };
  });

test('every status is tested with every event', () => {
  expect(pairs).toHaveLength(6 * 8);
  expect(pairs.filter(({ row }) => row)).toHaveLength(10);
});

test.each(pairs.filter(({ row }) => !row))(
  '$status refuses $event and names the current status',
  async ({ status, event }) => {
    const id = await someoneIn(status);
    const before = await rowOf(world, id);
    const refusal = await refusalOf(go(id, event));
    expect(refusal.code).toBe('TRANSITION_NOT_ALLOWED');
    expect(refusal.data.customerStatus).toBe(status);
    expect(await rowOf(world, id)).toEqual(before);
  },
);

test.each(pairs.filter(({ row }) => row?.people === 1))('$status is left by $event', async ({ status, event, row }) => {
  const id = await customerIn(world, status);
  const before = await rowOf(world, id);
  expect(await goEndingRun(id, event)).toBe(row?.to);
  const after = await rowOf(world, id);
  expect(after).toMatchObject({
    customerStatus: row?.to,
    version: before.version + 1,
    revision: before.revision + 1,
    sequence: before.sequence + 1,
    auditPosition: before.auditPosition + 1,
  });
  const [change] = await world.sql`select * from status_change where id = ${after.statusChangeId}`;
  expect(change).toMatchObject({ from_status: status, event, to_status: row?.to, version: after.version, people: 1 });
  const [event_] =
    await world.sql`select type, body from event where customer_id = ${id} and sequence = ${after.sequence}`;
  expect(event_?.type).toBe('customer.status_changed');
  expect(JSON.parse(event_?.body)).toMatchObject({
    sequence: after.sequence,
    data: { customerStatus: row?.to, previousStatus: status },
  });
});

test.each(pairs.filter(({ status, row }) => status === 'UNDER_REVIEW' && row))(
  'the database refuses $event from $status while its run is open',
  async ({ status, event }) => {
    const id = await someoneIn(status);
    await expect(go(id, event)).rejects.toThrow(/only when the run that was open ends with it/);
    expect(await statusOf(world, id)).toBe(status);
  },
);

test.each(pairs.filter(({ row }) => row?.people === 2))(
  'the database refuses $event from $status without a second person',
  async ({ status, event }) => {
    const id = await someoneIn(status);
    const before = await rowOf(world, id);
    await expect(go(id, event)).rejects.toThrow(/status_change_two_people/);
    expect(await rowOf(world, id)).toEqual(before);
    expect(await statusOf(world, id)).toBe(status);
  },
);

test('no errors were logged', () => expect(world.errors).toEqual([]));
