import { isRefusal, newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '../tenancy.ts';
import { idOf, rowOf } from '../testing/customers.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

async function people(count: number): Promise<StaffActor[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    name: `Decider ${index}`,
    email: `${newId()}@desk.example`,
    role: 'approver' as const,
  }));
  await world.owner`insert into staff ${world.owner(rows)}`;
  return rows.map(({ id, name, role }) => ({ kind: 'staff', staffId: id, name, role }));
}

const outcomes = async (calls: Promise<unknown>[]) => {
  const results = await Promise.allSettled(calls);
  const refusals = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  for (const refusal of refusals) if (!isRefusal(refusal)) throw refusal;
  return { won: results.flatMap((each, index) => (each.status === 'fulfilled' ? [index] : [])), refusals };
};

const historyOf = async (id: string) => ({
  changes: await world.sql`select event, actor_id from status_change where customer_id = ${id} order by version`,
  events:
    await world.sql`select sequence from event where customer_id = ${id} and type = 'customer.status_changed' order by sequence`,
});

test('of a hundred simultaneous decisions on one case one wins, and the others name the winner', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  const deciders = await people(100);
  const before = await historyOf(id);
  const version = (await rowOf(world, id)).version;
  const { won, refusals } = await outcomes(
    deciders.map((actor, index) =>
      world.engine.desk.decide(
        actor,
        index % 2 === 0
          ? { customerId: id, event: 'approve', note: 'Fine.', expectedVersion: version }
          : { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'Forged.', expectedVersion: version },
      ),
    ),
  );
  expect(won).toHaveLength(1);
  expect(refusals).toHaveLength(99);
  const winner = deciders[won[0] ?? 0];
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      code: 'ALREADY_DECIDED',
      data: { decidedBy: winner?.name, currentVersion: version + 1 },
    });
  const after = await historyOf(id);
  expect(after.changes).toHaveLength(before.changes.length + 1);
  expect(after.events).toHaveLength(before.events.length + 1);
  expect(after.changes.at(-1)).toMatchObject({ actor_id: winner?.staffId });
});

test('two simultaneous decisions never both take effect, in many rounds', async () => {
  const [one, other] = await people(2);
  if (!one || !other) throw new Error('Two people are needed.');
  for (let round = 0; round < 15; round += 1) {
    const id = await customerIn(world, 'UNDER_REVIEW');
    // Both send the version that they saw. Without it, a rejection that is late becomes a proposal to reject an active
    // customer.
    const seen = { customerId: id, expectedVersion: (await rowOf(world, id)).version };
    const { won, refusals } = await outcomes([
      world.engine.desk.decide(one, { ...seen, event: 'approve', note: 'Fine.' }),
      world.engine.desk.decide(other, { ...seen, event: 'reject', reasonCode: 'FRAUD', note: 'Forged.' }),
    ]);
    expect(won).toHaveLength(1);
    const winner = (won[0] === 0 ? one : other).name;
    expect(refusals).toMatchObject([{ code: 'ALREADY_DECIDED', data: { decidedBy: winner } }]);
    expect((await historyOf(id)).changes).toHaveLength(2);
  }
});

test('of fifty simultaneous proposals one is stored', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const { won, refusals } = await outcomes(
    (await people(50)).map((actor) =>
      world.engine.desk.decide(actor, { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'n' }),
    ),
  );
  expect(won).toHaveLength(1);
  // A proposal is not a decision yet, so none is reported.
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED', data: { allowed: [] } });
  expect(await world.sql`select from proposal where customer_id = ${id}`).toHaveLength(1);
});

test('of fifty simultaneous confirmations one succeeds', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const proposed = await world.engine.desk.decide(world.staff.reviewer, {
    customerId: id,
    event: 'reject',
    reasonCode: 'FRAUD',
    note: 'n',
  });
  const deciders = await people(50);
  const { won, refusals } = await outcomes(
    deciders.map((actor) => world.engine.desk.confirm(actor, idOf('proposal', proposed.proposalId))),
  );
  expect(won).toHaveLength(1);
  const decidedBy = deciders[won[0] ?? 0]?.name;
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ code: 'ALREADY_DECIDED', data: { decidedBy, decidedAt: expect.any(String) } });
  expect((await historyOf(id)).changes.filter((change) => change.event === 'reject')).toHaveLength(1);
});

test('of a simultaneous confirmation and decline one succeeds', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await customerIn(world, 'ACTIVE');
    const proposed = await world.engine.desk.decide(world.staff.reviewer, {
      customerId: id,
      event: 'reject',
      reasonCode: 'FRAUD',
      note: 'n',
    });
    const proposalId = idOf('proposal', proposed.proposalId);
    const { won } = await outcomes([
      world.engine.desk.confirm(world.staff.approver, proposalId),
      world.engine.desk.decline(world.staff.secondApprover, proposalId),
    ]);
    expect(won).toHaveLength(1);
    const [row] = await world.sql`select status from proposal where id = ${proposalId}`;
    const { customerStatus } = await rowOf(world, id);
    expect([row?.status, customerStatus]).toEqual(won[0] === 0 ? ['CONFIRMED', 'REJECTED'] : ['DECLINED', 'ACTIVE']);
  }
});

test('two people can decide about one customer many times', async () => {
  const id = await customerIn(world, 'ACTIVE');
  await together(world, { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'n' });
  expect((await rowOf(world, id)).customerStatus).toBe('REJECTED');
});
