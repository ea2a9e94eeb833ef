import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, rowOf, statusOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { codeOf } from '../testing/refusals.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const REACTIVATE = {
  event: 'reactivate',
  reasonCode: 'HOLD_CLEARED',
  note: 'Cleared.',
  message: 'Welcome back.',
} as const;
const DEACTIVATE = { event: 'deactivate', reasonCode: 'COMPLIANCE_HOLD', note: 'Hold.' } as const;

async function deactivated(temporary: boolean): Promise<string> {
  const id = await customerIn(world, 'ACTIVE');
  await world.engine.desk.decide(world.staff.admin, { customerId: id, ...DEACTIVATE, temporary });
  return id;
}

const lastChange = async (id: string) =>
  (await world.sql`select * from status_change where customer_id = ${id} order by version desc limit 1`)[0];

test('two people and a fresh pass of every check bring a customer back, with the reason', async () => {
  const id = await deactivated(true);
  await together(world, { customerId: id, ...REACTIVATE });
  // Agreed, and not yet so: the checks come first.
  expect(await statusOf(world, id)).toBe('DEACTIVATED');
  const [run] =
    await world.sql`select id, purpose, attempt, proposal_id from run where customer_id = ${id} and purpose = 'REACTIVATION'`;
  const checks = await world.sql`select status, carried_from from verification_check where run_id = ${run?.id}`;
  expect(checks).toHaveLength(3);
  for (const check of checks) expect(check).toEqual({ status: 'PENDING', carried_from: null });
  await drain(world);
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'ACTIVE', openRunId: null, needsPerson: false });
  expect(await lastChange(id)).toMatchObject({
    event: 'reactivate',
    people: 2,
    reason_code: 'HOLD_CLEARED',
    proposal_id: run?.proposal_id,
    run_id: run?.id,
  });
  const last = (await world.engine.desk.case(world.staff.auditor, id)).history.changes.at(-1);
  expect(last).toMatchObject({
    actor: 'Gatehouse',
    reason: 'Hold cleared',
    note: 'Cleared.',
    message: 'Welcome back.',
  });
  const { items } = await world.engine.events.list(world.app, { customerId: id, limit: 100 });
  const moved = items.filter((event) => event.type === 'customer.status_changed').at(-1);
  expect(moved?.data).toMatchObject({
    previousStatus: 'DEACTIVATED',
    customerStatus: 'ACTIVE',
    reason: { code: 'HOLD_CLEARED' },
  });
});

test('a permanent deactivation is not undone', async () => {
  const id = await deactivated(false);
  expect(await codeOf(world.engine.desk.decide(world.staff.admin, { customerId: id, ...REACTIVATE }))).toBe(
    'TRANSITION_NOT_ALLOWED',
  );
});

test('checks that do not pass leave the customer deactivated, and it can be tried again', async () => {
  const id = await deactivated(true);
  // Between the approval and now the customer came to an age that nobody has: the profile check asks.
  const { tenantId } = world.app;
  await world.owner`update tenant set clock_offset = ${90 * 365.25 * 24 * 3600_000} where id = ${tenantId}`;
  await together(world, { customerId: id, ...REACTIVATE });
  await drain(world);
  await world.owner`update tenant set clock_offset = 0 where id = ${tenantId}`;
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'DEACTIVATED', openRunId: null });
  expect((await lastChange(id))?.event).toBe('deactivate');
  const runs = () =>
    world.sql`select attempt, outcome from run where customer_id = ${id} and purpose = 'REACTIVATION' order by attempt`;
  expect(await runs()).toEqual([{ attempt: 1, outcome: 'notPassed' }]);
  expect(await world.sql`select from requirement where customer_id = ${id}`).toHaveLength(0);

  await together(world, { customerId: id, ...REACTIVATE });
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  expect(await runs()).toEqual([
    { attempt: 1, outcome: 'notPassed' },
    { attempt: 2, outcome: 'reactivated' },
  ]);
});

test('while a reactivation is being checked, no second one begins', async () => {
  const id = await deactivated(true);
  await together(world, { customerId: id, ...REACTIVATE });
  expect(await codeOf(world.engine.desk.decide(world.staff.admin, { customerId: id, ...REACTIVATE }))).toBe(
    'ALREADY_DECIDED',
  );
});

test('a reactivation in which a check asks for more does not wait for ever for the others', async () => {
  const id = await deactivated(true);
  await world.owner`update tenant set clock_offset = ${90 * 365.25 * 24 * 3600_000} where id = ${world.app.tenantId}`;
  await together(world, { customerId: id, ...REACTIVATE });
  const [profile] =
    await world.sql`select id from verification_check where customer_id = ${id} and kind = 'profile' and status = 'PENDING'`;
  await world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: profile?.id, attempt: 1 });
  expect((await rowOf(world, id)).openRunId).not.toBeNull();
  world.clock.advance(31_000);
  await world.engine.work.settleOverdue();
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'DEACTIVATED', openRunId: null });
  await world.owner`update tenant set clock_offset = 0 where id = ${world.app.tenantId}`;
});

test('only an admin may deactivate alone, and only an admin confirms a reactivation', async () => {
  const id = await deactivated(true);
  const { proposalId } = await world.engine.desk.decide(world.staff.reviewer, { customerId: id, ...REACTIVATE });
  expect(await codeOf(world.engine.desk.confirm(world.staff.approver, idOf('proposal', proposalId)))).toBe(
    'NOT_PERMITTED',
  );
  expect(await world.engine.desk.confirm(world.staff.admin, idOf('proposal', proposalId))).toMatchObject({
    outcome: 'decided',
    customerStatus: 'DEACTIVATED',
  });
});
