import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, idOf, rowOf, statusOf, uploadDocument } from '../testing/customers.ts';
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
} as const;
const DEACTIVATE = { event: 'deactivate', reasonCode: 'COMPLIANCE_HOLD', note: 'Hold.' } as const;

async function deactivated(temporary: boolean): Promise<string> {
  const id = await customerIn(world, 'ACTIVE');
  await world.engine.desk.decide(world.staff.admin, { customerId: id, ...DEACTIVATE, temporary });
  return id;
}

const lastChange = async (id: string) =>
  (await world.sql`select * from status_change where customer_id = ${id} order by version desc limit 1`)[0];

const propose = async (id: string, by = world.staff.admin): Promise<string> =>
  idOf('proposal', (await world.engine.desk.decide(by, { customerId: id, ...REACTIVATE })).proposalId);
const confirm = (proposal: string) => world.engine.desk.confirm(world.staff.secondAdmin, proposal);
const runsOf = (id: string) =>
  world.sql`select id, attempt, outcome, proposal_id from run where customer_id = ${id} and purpose = 'REACTIVATION' order by attempt`;
const checksOf = (runId: string) =>
  world.sql`select kind, status, resolved, carried_from from verification_check where run_id = ${runId} order by kind`;

test('the checks run again for the second person, who confirms their result', async () => {
  const id = await deactivated(true);
  const proposal = await propose(id);
  const [run] = await runsOf(id);
  for (const check of await checksOf(run?.id))
    expect(check).toMatchObject({ status: 'PENDING', resolved: false, carried_from: null });
  // A decision is refused until the results are known.
  expect(await codeOf(confirm(proposal))).toBe('TRANSITION_NOT_ALLOWED');
  await drain(world);
  // The results are known, but only one person has agreed.
  expect(await statusOf(world, id)).toBe('DEACTIVATED');
  expect(await confirm(proposal)).toMatchObject({ outcome: 'decided', customerStatus: 'ACTIVE' });
  expect(await rowOf(world, id)).toMatchObject({ openRunId: null, openProposalId: null, needsPerson: false });
  expect(await runsOf(id)).toMatchObject([{ outcome: 'reactivated', proposal_id: proposal }]);
  expect(await lastChange(id)).toMatchObject({
    event: 'reactivate',
    people: 2,
    reason_code: 'HOLD_CLEARED',
    proposal_id: proposal,
    run_id: run?.id,
    actor_id: world.staff.secondAdmin.staffId,
  });
  const last = (await world.engine.desk.case(world.staff.auditor, id)).history.changes.at(-1);
  expect(last).toMatchObject({ reason: 'Hold cleared', note: 'Cleared.' });
  const { items } = await world.engine.events.list(world.app, { customerId: id, limit: 100 });
  const moved = items.filter((event) => event.type === 'customer.status_changed').at(-1);
  expect(moved?.data).toMatchObject({
    previousStatus: 'DEACTIVATED',
    customerStatus: 'ACTIVE',
    reason: { code: 'HOLD_CLEARED' },
  });
});

test.each(['Flagged', 'Failing'])('a customer approved over a %s check is reactivated the same way', async (name) => {
  const id = await completeCustomer(world, { profile: { familyName: name } });
  await drain(world);
  if (name === 'Failing') await together(world, { customerId: id, event: 'approve', note: 'The vendor is wrong.' });
  else await world.engine.desk.decide(world.staff.admin, { customerId: id, event: 'approve', note: 'A namesake.' });
  await world.engine.desk.decide(world.staff.admin, { customerId: id, ...DEACTIVATE, temporary: true });
  const proposal = await propose(id);
  await drain(world);
  expect(await statusOf(world, id)).toBe('DEACTIVATED');
  expect(await confirm(proposal)).toMatchObject({ customerStatus: 'ACTIVE' });
  const [run] = await runsOf(id);
  expect(await checksOf(run?.id)).toMatchObject([
    { kind: 'document', status: 'PASSED' },
    { kind: 'identity', status: name === 'Failing' ? 'FAILED' : 'FLAGGED', resolved: true },
    { kind: 'manual', status: 'PASSED' },
    { kind: 'profile', status: 'PASSED' },
  ]);
});

test('in LIVE the confirmation is the manual check of the plan', async () => {
  const id = await completeCustomer(world, { app: world.liveApp });
  await drain(world);
  await world.engine.desk.decide(world.staff.admin, { customerId: id, event: 'approve', note: 'Fine.' });
  await world.engine.desk.decide(world.staff.admin, { customerId: id, ...DEACTIVATE, temporary: true });
  const proposal = await propose(id);
  await drain(world);
  expect(await confirm(proposal)).toMatchObject({ customerStatus: 'ACTIVE' });
  const [run] = await runsOf(id);
  expect((await checksOf(run?.id)).map((check) => [check.kind, check.status])).toEqual([
    ['document', 'PASSED'],
    ['manual', 'PASSED'],
    ['profile', 'PASSED'],
  ]);
});

test('a permanent deactivation cannot be undone', async () => {
  const id = await deactivated(false);
  expect(await codeOf(world.engine.desk.decide(world.staff.admin, { customerId: id, ...REACTIVATE }))).toBe(
    'TRANSITION_NOT_ALLOWED',
  );
});

test('a reactivation whose checks ask for items can be declined and proposed again', async () => {
  const id = await deactivated(true);
  // The customer's age has become impossible since the approval, so the profile check asks.
  const later = (milliseconds: number) =>
    world.owner`update tenant set clock_offset = ${milliseconds} where id = ${world.app.tenantId}`;
  await later(90 * 365.25 * 24 * 3600_000);
  const proposal = await propose(id);
  await drain(world);
  expect(await codeOf(confirm(proposal))).toBe('TRANSITION_NOT_ALLOWED');
  await world.engine.work.concludeOverdue();
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'DEACTIVATED', openProposalId: proposal });
  await world.engine.desk.decline(world.staff.secondAdmin, proposal);
  await later(0);
  expect(await rowOf(world, id)).toMatchObject({
    customerStatus: 'DEACTIVATED',
    openRunId: null,
    openProposalId: null,
  });
  expect((await lastChange(id))?.event).toBe('deactivate');
  expect(await world.sql`select from requirement where customer_id = ${id}`).toHaveLength(0);

  await together(world, { customerId: id, ...REACTIVATE });
  expect(await statusOf(world, id)).toBe('ACTIVE');
  expect(await runsOf(id)).toMatchObject([
    { attempt: 1, outcome: 'notPassed' },
    { attempt: 2, outcome: 'reactivated' },
  ]);
});

test('a reactivation withdrawn during its checks leaves nothing behind', async () => {
  const id = await deactivated(true);
  const proposal = await propose(id);
  const [run] = await runsOf(id);
  await world.engine.desk.decline(world.staff.admin, proposal);
  await drain(world);
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'DEACTIVATED', openRunId: null });
  for (const check of await checksOf(run?.id)) expect(check.status).toBe('PENDING');
  expect(await world.sql`select from verification_check where run_id = ${run?.id} and due_at is not null`).toEqual([]);
});

test('a second reactivation is refused while one waits', async () => {
  const id = await deactivated(true);
  await propose(id);
  expect(await codeOf(propose(id))).toBe('TRANSITION_NOT_ALLOWED');
  expect(await runsOf(id)).toHaveLength(1);
});

test('only an admin may deactivate alone, and only an admin confirms or declines a reactivation', async () => {
  const id = await deactivated(true);
  const proposal = await propose(id, world.staff.reviewer);
  await drain(world);
  for (const verb of ['confirm', 'decline'] as const)
    expect(await codeOf(world.engine.desk[verb](world.staff.approver, proposal))).toBe('NOT_PERMITTED');
  expect(await confirm(proposal)).toMatchObject({ customerStatus: 'ACTIVE' });
});

test('a vendor distinguishes a reactivation from a first submission', async () => {
  const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  await uploadDocument(world, id, { kind: 'PASSPORT' });
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  await world.engine.desk.decide(world.staff.admin, { customerId: id, ...DEACTIVATE, temporary: true });
  const proposal = await propose(id);
  await drain(world);
  expect(await confirm(proposal)).toMatchObject({ outcome: 'decided', customerStatus: 'ACTIVE' });
  expect(await runsOf(id)).toMatchObject([{ attempt: 1, outcome: 'reactivated' }]);
});
