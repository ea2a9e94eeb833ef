import { newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '../tenancy.ts';
import { completeCustomer, idOf, rowOf, statusOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { codeOf, refusalOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { DecisionInput } from './decide.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const REJECT = { event: 'reject', reasonCode: 'FRAUD', note: 'Forged.', message: 'We cannot go on.' } as const;

async function propose(
  customerId: string,
  input: Omit<DecisionInput, 'customerId'>,
  by: StaffActor = world.staff.reviewer,
) {
  const answer = await world.engine.desk.decide(by, { customerId, ...input });
  expect(answer.outcome).toBe('proposed');
  return idOf('proposal', answer.proposalId);
}
const proposalRow = async (id: string) => (await world.sql`select * from proposal where id = ${id}`)[0];

test('the proposer cannot confirm, regardless of their role', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const proposal = await propose(id, REJECT, world.staff.admin);
  expect(await codeOf(world.engine.desk.confirm(world.staff.admin, proposal))).toBe('SAME_PERSON');
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a confirmation requires the transition’s role', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const proposal = await propose(
    id,
    { ...REJECT, event: 'deactivate', reasonCode: 'INACTIVITY', temporary: false },
    world.staff.approver,
  );
  for (const actor of [world.staff.auditor, world.staff.reviewer, world.staff.secondApprover])
    expect(await codeOf(world.engine.desk.confirm(actor, proposal))).toBe('NOT_PERMITTED');
  expect(await world.engine.desk.confirm(world.staff.admin, proposal)).toMatchObject({
    outcome: 'decided',
    customerStatus: 'DEACTIVATED',
  });
});

test('a confirmed proposal takes effect with its reason, its texts and both people', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const proposal = await propose(id, REJECT);
  const [waiting] = (await world.engine.desk.proposals(world.staff.auditor)).filter(
    (each) => idOf('customer', each.customerId) === id,
  );
  expect(waiting).toMatchObject({
    decision: 'reject',
    reasonCode: 'FRAUD',
    note: 'Forged.',
    proposedBy: { name: 'reviewer' },
    changedSince: [],
  });
  await world.engine.desk.confirm(world.staff.approver, proposal);
  expect(await proposalRow(proposal)).toMatchObject({
    status: 'CONFIRMED',
    proposed_by: world.staff.reviewer.staffId,
    decided_by: world.staff.approver.staffId,
  });
  const [change] = await world.sql`select * from status_change where customer_id = ${id} order by version desc limit 1`;
  expect(change).toMatchObject({
    event: 'reject',
    people: 2,
    reason_code: 'FRAUD',
    proposal_id: proposal,
    actor_id: world.staff.approver.staffId,
  });
  expect((await world.engine.desk.case(world.staff.auditor, id)).history.changes.at(-1)).toMatchObject({
    note: 'Forged.',
    message: 'We cannot go on.',
  });
});

test('a decided proposal is refused with the customer’s status', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const proposal = await propose(id, REJECT);
  await world.engine.desk.decline(world.staff.approver, proposal);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  for (const verb of ['confirm', 'decline'] as const) {
    const refusal = await refusalOf(world.engine.desk[verb](world.staff.secondApprover, proposal));
    expect(refusal).toMatchObject({
      code: 'ALREADY_DECIDED',
      data: { customerStatus: 'ACTIVE', decidedBy: world.staff.approver.name, decidedAt: expect.any(String) },
    });
  }
  // Its decliner gets the same answer again, and not a conflict.
  const { revision } = await rowOf(world, id);
  expect(await world.engine.desk.decline(world.staff.approver, proposal)).toEqual({
    outcome: 'decided',
    customerStatus: 'ACTIVE',
    proposalId: null,
  });
  expect(await refusalOf(world.engine.desk.confirm(world.staff.approver, proposal))).toMatchObject({
    code: 'ALREADY_DECIDED',
    message: 'You decided it yourself: it is Active now.',
    data: { decidedBy: world.staff.approver.name },
  });
  expect((await rowOf(world, id)).revision).toBe(revision);
  // A declined proposal allows a new one.
  await propose(id, REJECT);
});

test('repeated confirmations confirm once and get the same answer, even simultaneously and at either version', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const { version } = await rowOf(world, id);
  const proposal = await propose(id, REJECT);
  const confirm = (seen?: number) => world.engine.desk.confirm(world.staff.approver, proposal, seen);
  const answers = [
    ...(await Promise.all([confirm(version), confirm(version)])),
    await confirm(version + 1),
    await confirm(),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ outcome: 'decided', customerStatus: 'REJECTED', proposalId: null });
  expect(
    await world.sql`select from audit_entry where customer_id = ${id} and action = 'proposal.confirmed'`,
  ).toHaveLength(1);
});

test('a proposal is out of date as soon as the status moves', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  const proposal = await propose(id, REJECT);
  await world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve', note: 'Fine.' });
  expect(await proposalRow(proposal)).toMatchObject({ status: 'STALE', decided_by: null });
  expect((await rowOf(world, id)).openProposalId).toBeNull();
  expect(await refusalOf(world.engine.desk.confirm(world.staff.secondApprover, proposal))).toMatchObject({
    code: 'ALREADY_DECIDED',
    data: { customerStatus: 'ACTIVE', decidedBy: world.staff.approver.name, decidedAt: expect.any(String) },
  });
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a proposal during automatic checks is out of date when they decide', async () => {
  const id = await completeCustomer(world);
  const proposal = await propose(id, REJECT);
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  expect(await proposalRow(proposal)).toMatchObject({ status: 'STALE' });
  // The engine decided, and no person.
  expect(await codeOf(world.engine.desk.confirm(world.staff.approver, proposal))).toBe('VERSION_CONFLICT');
});

test('the second person sees the changes since the proposal', async () => {
  const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  await propose(id, REJECT);
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'RETIRED' } });
  const { proposals } = await world.engine.desk.case(world.staff.approver, id);
  expect(proposals[0]?.changedSince).toEqual(['customer.data_changed']);
});

test('approving over a failed check requires two people, even for an approver', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Failing' } });
  await drain(world);
  expect((await world.engine.desk.case(world.staff.auditor, id)).why[0]?.kind).toBe('failed');
  const proposal = await propose(id, { event: 'approve', note: 'The vendor is wrong.' }, world.staff.approver);
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  expect(await codeOf(world.engine.desk.confirm(world.staff.approver, proposal))).toBe('SAME_PERSON');
  expect(await world.engine.desk.confirm(world.staff.secondApprover, proposal)).toMatchObject({
    customerStatus: 'ACTIVE',
  });
  const checks =
    await world.sql`select kind, status, resolved from verification_check where customer_id = ${id} order by kind`;
  expect(checks).toEqual([
    { kind: 'document', status: 'PASSED', resolved: false },
    { kind: 'identity', status: 'FAILED', resolved: true },
    { kind: 'manual', status: 'PASSED', resolved: false },
    { kind: 'profile', status: 'PASSED', resolved: false },
  ]);
});

test('a two-person approval over a failure keeps the items of another check', async () => {
  // The profile check asks about a name without letters, while the sandbox vendor fails.
  const id = await completeCustomer(world, { profile: { familyName: 'Failing', givenNames: '4711' } });
  await drain(world);
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  const proposal = await propose(id, { event: 'approve', note: 'The vendor is wrong.' });
  await world.engine.desk.confirm(world.staff.approver, proposal);
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  const open = await world.engine.requirements.list(world.app, id);
  expect(open.map((item) => [item.code, item.status])).toEqual([['CLARIFICATION', 'OPEN']]);
  const [run] = await world.sql`select outcome from run where customer_id = ${id}`;
  expect(run?.outcome).toBe('informationRequested');
});

test('an unknown proposal is not found', async () => {
  expect(await codeOf(world.engine.desk.confirm(world.staff.admin, newId()))).toBe('NOT_FOUND');
});
