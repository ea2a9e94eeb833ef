import {
  type CustomerStatus,
  customerLifecycle,
  DECISION_EVENTS,
  type DecisionEvent,
  possible,
  REASON_CODES,
} from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '../tenancy.ts';
import { completeCustomer, idOf, rowOf, statusOf } from '../testing/customers.ts';
import { codeOf, refusalOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { DecisionInput } from './decide.ts';

let world: World;
const standing = new Map<CustomerStatus, string>();
beforeAll(async () => {
  world = await createWorld();
  for (const status of customerLifecycle.statuses) standing.set(status, await customerIn(world, status));
});
afterAll(() => world.close());

const items = [{ code: 'CLARIFICATION', target: {}, customerMessage: 'Who pays you?' }] as const;

/** Each decision with all required fields. */
const WHOLE = {
  approve: { note: 'Fine.' },
  requestInformation: { note: 'Unclear.', items },
  reject: { reasonCode: 'FRAUD', note: 'Forged.', message: 'We cannot go on.' },
  deactivate: { reasonCode: 'COMPLIANCE_HOLD', note: 'Hold.', temporary: true },
  reopen: { reasonCode: 'APPEAL_UPHELD', note: 'They were right.', items },
  reactivate: { reasonCode: 'HOLD_CLEARED', note: 'Cleared.' },
} as const satisfies Record<DecisionEvent, Omit<DecisionInput, 'customerId' | 'event'>>;

const pairs = customerLifecycle.statuses.flatMap((status) => DECISION_EVENTS.map((event) => ({ status, event })));
const someoneIn = (status: CustomerStatus): string => standing.get(status) ?? '';
const decision = (status: CustomerStatus, event: DecisionEvent, customerId = someoneIn(status)) => ({
  customerId,
  event,
  ...WHOLE[event],
});

test.each(pairs.filter(({ status, event }) => !customerLifecycle.row(status, event)))(
  '$event is refused from $status',
  async ({ status, event }) => {
    const before = await rowOf(world, someoneIn(status));
    for (const actor of [world.staff.reviewer, world.staff.admin])
      for (const expectedVersion of [undefined, before.version]) {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        const refusal = await refusalOf(world.engine.desk.decide(actor, { ...decision(status, event), ...seen }));
        const { actions } = await world.engine.customers.availableActions(actor, someoneIn(status));
        // Even if a person decided last: the caller has seen that, so there is no conflict.
        expect(refusal).toMatchObject({
          code: 'TRANSITION_NOT_ALLOWED',
          data: { customerStatus: status, allowed: possible(actions) },
        });
      }
    expect(await rowOf(world, someoneIn(status))).toEqual(before);
  },
);

const ROLES = ['reviewer', 'approver', 'admin'] as const;
const matrix = pairs
  .filter(({ status, event }) => customerLifecycle.row(status, event))
  .flatMap((pair) => ROLES.map((role) => ({ ...pair, role })));

/** The roles that decide alone, from the specification. Every other role from reviewer up proposes. */
const ALONE: readonly string[] = [
  'UNDER_REVIEW approve approver',
  'UNDER_REVIEW approve admin',
  'UNDER_REVIEW requestInformation reviewer',
  'UNDER_REVIEW requestInformation approver',
  'UNDER_REVIEW requestInformation admin',
  'UNDER_REVIEW reject approver',
  'UNDER_REVIEW reject admin',
  'NEEDS_ADDITIONAL_INFORMATION reject approver',
  'NEEDS_ADDITIONAL_INFORMATION reject admin',
  'ACTIVE deactivate admin',
];

test.each(matrix)('from $status to $event as $role', async ({ status, event, role }) => {
  const id = await customerIn(world, status);
  const alone = ALONE.includes(`${status} ${event} ${role}`);
  const { actions } = await world.engine.customers.availableActions(world.staff[role], id);
  const offered = actions.find((action) => action.action === event);
  expect(offered?.mode).toBe(alone ? 'decide' : 'propose');
  const answer = await world.engine.desk.decide(world.staff[role], decision(status, event, id));
  expect(answer.outcome).toBe(alone ? 'decided' : 'proposed');
  expect(await statusOf(world, id)).toBe(alone ? customerLifecycle.row(status, event)?.to : status);
  expect((await rowOf(world, id)).openProposalId === null).toBe(alone);
});

test('an auditor decides, proposes and writes nothing', async () => {
  const { auditor } = world.staff;
  const id = someoneIn('UNDER_REVIEW');
  const before = await rowOf(world, id);
  const calls = [
    ...DECISION_EVENTS.map((event) => world.engine.desk.decide(auditor, decision('UNDER_REVIEW', event))),
    world.engine.desk.assign(auditor, { customerId: id, staffId: auditor.staffId }),
    world.engine.desk.expedite(auditor, { customerId: id, expedited: true }),
    world.engine.desk.note(auditor, { customerId: id, text: 'Seen.' }),
  ];
  expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'NOT_PERMITTED'));
  expect(await rowOf(world, id)).toEqual(before);
  expect((await world.engine.desk.case(auditor, id)).customer.customerStatus).toBe('UNDER_REVIEW');
});

test.each([
  ['a reason', 'UNDER_REVIEW', { event: 'reject', note: 'n' }],
  ['a reason of this event', 'UNDER_REVIEW', { event: 'reject', reasonCode: 'INACTIVITY', note: 'n' }],
  ['a note', 'UNDER_REVIEW', { event: 'reject', reasonCode: 'FRAUD' }],
  ['something to ask', 'UNDER_REVIEW', { event: 'requestInformation', items: [] }],
  ['whether it can be undone', 'ACTIVE', { event: 'deactivate', reasonCode: 'INACTIVITY', note: 'n' }],
  ['something to ask', 'REJECTED', { event: 'reopen', reasonCode: 'APPEAL_UPHELD', note: 'n' }],
] as const)('a decision needs %s (%s)', async (_, status, input) => {
  const refusal = await refusalOf(
    world.engine.desk.decide(world.staff.admin, { customerId: someoneIn(status), ...input }),
  );
  expect(refusal.code).toBe('INVALID_INPUT');
  expect(refusal.data.issues).toHaveLength(1);
});

test.each(REASON_CODES.reject)('a rejection stores its reason %s and seals its texts', async (code) => {
  const id = await completeCustomer(world);
  await world.engine.desk.decide(world.staff.approver, {
    customerId: id,
    event: 'reject',
    reasonCode: code,
    note: 'Only for us.',
    message: 'Only for you.',
  });
  const [change] =
    await world.sql`select reason_code, actor_id, sealed from status_change where customer_id = ${id} order by version desc limit 1`;
  expect(change).toMatchObject({ reason_code: code, actor_id: world.staff.approver.staffId });
  expect(change?.sealed.toString('latin1')).not.toContain('Only for');
  const last = (await world.engine.desk.case(world.staff.auditor, id)).history.changes.at(-1);
  expect(last).toMatchObject({ actor: 'approver', note: 'Only for us.', message: 'Only for you.' });
});

test('approvals and requests are refused while automatic checks run', async () => {
  const id = await completeCustomer(world);
  for (const event of ['approve', 'requestInformation'] as const)
    expect(await codeOf(world.engine.desk.decide(world.staff.approver, decision('UNDER_REVIEW', event, id)))).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  // A proposal is refused as well, because it has to be based on the results of the checks.
  expect(await codeOf(world.engine.desk.decide(world.staff.reviewer, decision('UNDER_REVIEW', 'approve', id)))).toBe(
    'TRANSITION_NOT_ALLOWED',
  );
  expect((await rowOf(world, id)).openProposalId).toBeNull();
});

test('a decision about another version is refused', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  const { version } = await rowOf(world, id);
  const stale = await refusalOf(
    world.engine.desk.decide(world.staff.approver, {
      ...decision('UNDER_REVIEW', 'approve', id),
      expectedVersion: version - 1,
    }),
  );
  expect(stale).toMatchObject({
    code: 'VERSION_CONFLICT',
    data: { currentVersion: version, customerStatus: 'UNDER_REVIEW' },
  });
  await world.engine.desk.decide(world.staff.approver, {
    ...decision('UNDER_REVIEW', 'approve', id),
    expectedVersion: version,
  });
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a decision about an earlier version names the colleague who decided since, but never the caller', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  const { version: expectedVersion } = await rowOf(world, id);
  const { approver, secondApprover } = world.staff;
  await world.engine.desk.decide(approver, decision('UNDER_REVIEW', 'approve', id));
  const stale = { ...decision('UNDER_REVIEW', 'reject', id), expectedVersion };
  expect(await refusalOf(world.engine.desk.decide(secondApprover, stale))).toMatchObject({
    code: 'ALREADY_DECIDED',
    data: { decidedBy: approver.name, decidedAt: expect.any(String), currentVersion: expectedVersion + 1 },
  });
  expect(await codeOf(world.engine.desk.decide(approver, stale))).toBe('VERSION_CONFLICT');
});

test('a decided case leaves the queue, regardless of the decision', async () => {
  for (const event of ['approve', 'requestInformation', 'reject'] as const) {
    const id = await customerIn(world, 'UNDER_REVIEW');
    expect(await rowOf(world, id)).toMatchObject({ needsPerson: true });
    await world.engine.desk.decide(world.staff.approver, decision('UNDER_REVIEW', event, id));
    expect(await rowOf(world, id)).toMatchObject({
      needsPerson: false,
      expectedBy: null,
      openRunId: null,
      openProposalId: null,
    });
    const [run] = await world.sql`select outcome, ended_at from run where customer_id = ${id}`;
    expect(run?.ended_at).not.toBeNull();
  }
});

test('answers hold public ids', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const { proposalId } = await world.engine.desk.decide(world.staff.approver, decision('ACTIVE', 'reject', id));
  expect(idOf('proposal', proposalId)).toBe((await rowOf(world, id)).openProposalId);
});

test.each(customerLifecycle.statuses)('in %s a case can be expedited only if it waits for us', async (status) => {
  const id = await customerIn(world, status);
  const expedite = (expedited: boolean) =>
    world.engine.desk.expedite(world.staff.reviewer, { customerId: id, expedited });
  if (status === 'UNDER_REVIEW') {
    await expedite(true);
    expect((await rowOf(world, id)).expedited).toBe(true);
    return;
  }
  const refusal = await refusalOf(expedite(true));
  expect(refusal).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED', data: { customerStatus: status } });
  expect(refusal.message).toContain(customerLifecycle.label(status));
  expect(await expedite(false)).toEqual({ expedited: false });
});

test('a case that waits for a second person can be expedited in any status', async () => {
  const id = await customerIn(world, 'ACTIVE');
  await world.engine.desk.decide(world.staff.reviewer, decision('ACTIVE', 'reject', id));
  await world.engine.desk.expedite(world.staff.reviewer, { customerId: id, expedited: true });
  expect((await rowOf(world, id)).expedited).toBe(true);
});

test('claiming a case that a colleague holds is refused with the holder’s name', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  const claim = (actor: StaffActor, takeOver = false) =>
    world.engine.desk.assign(actor, { customerId: id, staffId: actor.staffId, takeOver });
  await claim(world.staff.reviewer);
  expect(await refusalOf(claim(world.staff.approver))).toMatchObject({
    code: 'HELD_BY_COLLEAGUE',
    data: { heldBy: world.staff.reviewer.name },
  });
  await claim(world.staff.approver, true);
  expect((await rowOf(world, id)).assignedTo).toBe(world.staff.approver.staffId);
});
