import { schema, step } from '@gatehouse/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, rowOf } from '../testing/customers.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Change, Move } from './change.ts';
import { mutate } from './mutate.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** An active customer with a proposed rejection, and the two moves that confirm it. */
async function proposed(): Promise<{ id: string; proposalId: string; moves: Move[] }> {
  const id = await customerIn(world, 'ACTIVE');
  const decision = { event: 'reject', reasonCode: 'FRAUD', note: 'n' } as const;
  const asked = await world.engine.desk.decide(world.staff.reviewer, { customerId: id, ...decision });
  const proposalId = idOf('proposal', asked.proposalId);
  return {
    id,
    proposalId,
    moves: [
      { lifecycle: 'customer', ...decision, proposalId },
      { lifecycle: 'proposal', event: 'confirm', id: proposalId, from: 'OPEN', decision: 'reject' },
    ],
  };
}

/** Writes a change if the record is unchanged since the first read; otherwise returns that it has moved on. */
async function write(id: string, change: Change, meanwhile?: () => Promise<unknown>): Promise<string> {
  let read = 0;
  return mutate(world.deps, world.staff.approver, world.app.tenantId, id, async () => {
    read += 1;
    if (read > 1) return { change: null, answer: () => 'moved on' };
    await meanwhile?.();
    return { change, answer: (after) => after.customerStatus };
  });
}

const proposalOf = async (id: string) =>
  (await world.sql`select status, decided_by from proposal where customer_id = ${id}`)[0];
const actionsOf = async (id: string) =>
  (
    await world.sql<{ action: string }[]>`select action from audit_entry where customer_id = ${id} order by position`
  ).map(({ action }) => action);

test('two lifecycles move in one statement, each with its history', async () => {
  const { id, proposalId, moves } = await proposed();
  const before = await rowOf(world, id);
  expect(await write(id, { moves })).toBe('REJECTED');
  expect(await proposalOf(id)).toEqual({ status: 'CONFIRMED', decided_by: world.staff.approver.staffId });
  const after = await rowOf(world, id);
  expect(after).toMatchObject({ openProposalId: null, version: before.version + 1, revision: before.revision + 1 });
  const [change] = await world.sql`select * from status_change where id = ${after.statusChangeId}`;
  expect(change).toMatchObject({ event: 'reject', people: 2, proposal_id: proposalId, proposal_status: 'CONFIRMED' });
  expect((await actionsOf(id)).slice(-2)).toEqual(['customer.reject', 'proposal.confirmed']);
});

test('a move includes the moves that follow from it', async () => {
  const { id } = await proposed();
  const deactivate = { event: 'deactivate', reasonCode: 'INACTIVITY', temporary: true } as const;
  expect(await write(id, { moves: [{ lifecycle: 'customer', ...deactivate }] })).toBe('DEACTIVATED');
  expect(await proposalOf(id)).toEqual({ status: 'STALE', decided_by: null });
});

test('nothing is written when another record has moved on and the customer has not', async () => {
  const { id, proposalId, moves } = await proposed();
  const before = [await rowOf(world, id), await actionsOf(id)];
  // A proposal can move without its customer only with the guards turned off.
  const decline = () =>
    world.owner.begin(async (sql) => {
      await sql`alter table proposal disable trigger user`;
      await sql`update proposal set status = 'DECLINED', decided_at = now() where id = ${proposalId}`;
      await sql`alter table proposal enable trigger user`;
    });
  expect(await write(id, { moves }, decline)).toBe('moved on');
  expect([await rowOf(world, id), await actionsOf(id)]).toEqual(before);
  expect(await proposalOf(id)).toMatchObject({ status: 'DECLINED' });
  expect(await world.sql`select from status_change where customer_id = ${id} and event = 'reject'`).toHaveLength(0);
});

test('nothing is written when the customer has moved on and the proposal has not', async () => {
  const { id, moves } = await proposed();
  const note = () => world.engine.desk.note(world.staff.reviewer, { customerId: id, text: 'Wait.' });
  expect(await write(id, { moves }, note)).toBe('moved on');
  expect((await rowOf(world, id)).customerStatus).toBe('ACTIVE');
  expect(await proposalOf(id)).toMatchObject({ status: 'OPEN' });
});

test('a refusal of one move by the database rolls back the others', async () => {
  const { id, proposalId, moves } = await proposed();
  const { tenantId, statusChangedAt: decidedAt } = await rowOf(world, id);
  const { staffId } = world.staff.reviewer;
  const row = { tenantId, id: proposalId, status: 'CONFIRMED', decidedBy: staffId, decidedAt } as const;
  const confirmed = [step(schema.proposal, row, 'status', 'OPEN')];
  const change = { moves: moves.filter(({ lifecycle }) => lifecycle === 'customer'), writes: confirmed };
  await expect(write(id, change)).rejects.toMatchObject({ code: 'SAME_PERSON' });
  expect((await rowOf(world, id)).customerStatus).toBe('ACTIVE');
  expect(await proposalOf(id)).toMatchObject({ status: 'OPEN' });
});
