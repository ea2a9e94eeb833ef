import type { RequirementAsk } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  completeCustomer,
  idOf,
  readyCustomer,
  rowOf,
  specimenBytes,
  statusOf,
  uploadDocument,
} from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { codeOf } from '../testing/refusals.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const question = (customerMessage: string): RequirementAsk => ({ code: 'CLARIFICATION', target: {}, customerMessage });
const openItems = async (id: string) =>
  (await world.engine.requirements.list(world.app, id))
    .filter((item) => item.status === 'OPEN')
    .map((item) => idOf('requirement', item.id));
const runsOf = (id: string) =>
  world.sql<{ id: string; attempt: number }[]>`select id, attempt from run where customer_id = ${id} order by attempt`;
const checksOf = async (id: string, attempt: number) => {
  const rows = await world.sql`select c.kind, c.status, c.carried_from is not null as carried from verification_check c
    join run r on r.tenant_id = c.tenant_id and r.id = c.run_id where c.customer_id = ${id} and r.attempt = ${attempt} order by c.kind`;
  return Object.fromEntries(rows.map(({ kind, status, carried }) => [kind, carried ? 'carried' : status]));
};

test('two simultaneous last answers resubmit exactly once, and neither is lost', async () => {
  for (let round = 0; round < 12; round += 1) {
    const id = await customerIn(world, 'UNDER_REVIEW');
    await world.engine.desk.decide(world.staff.reviewer, {
      customerId: id,
      event: 'requestInformation',
      items: [question('One?'), question('Two?'), question('Three?')],
    });
    const items = await openItems(id);
    await Promise.all(
      items.map((requirementId, index) =>
        world.engine.requirements.answer(world.app, { requirementId, text: `Answer ${index}` }),
      ),
    );
    expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
    expect(await runsOf(id)).toHaveLength(2);
    const kept = (await world.engine.desk.case(world.staff.auditor, id)).requirements.map((item) => [
      item.status,
      item.answer,
    ]);
    expect(kept.sort()).toEqual([0, 1, 2].map((index) => ['ANSWERED', `Answer ${index}`]));
  }
});

test('a simultaneous last answer and withdrawal resubmit exactly once', async () => {
  for (let round = 0; round < 8; round += 1) {
    const id = await customerIn(world, 'UNDER_REVIEW');
    await world.engine.desk.decide(world.staff.reviewer, {
      customerId: id,
      event: 'requestInformation',
      items: [question('One?'), question('Two?')],
    });
    const [first = '', second = ''] = await openItems(id);
    await Promise.all([
      world.engine.requirements.answer(world.app, { requirementId: first, text: 'Mine.' }),
      world.engine.desk.withdrawRequirement(world.staff.reviewer, second),
    ]);
    expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
    expect(await runsOf(id)).toHaveLength(2);
  }
});

test('two simultaneous submissions start one run', async () => {
  for (let round = 0; round < 8; round += 1) {
    const id = await readyCustomer(world);
    const portal = portalOf(world.app, id);
    const sent = await Promise.allSettled([1, 2, 3].map(() => world.engine.portal.submit(portal, {})));
    expect(sent.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const each of sent)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({ code: 'UPDATE_NOT_ALLOWED', data: { customerStatus: 'UNDER_REVIEW' } });
    expect(await runsOf(id)).toHaveLength(1);
    expect(await world.sql`select from declaration where customer_id = ${id}`).toHaveLength(1);
  }
});

test('a simultaneous last upload and declaration submit once, with that upload', async () => {
  for (let round = 0; round < 6; round += 1) {
    const id = await readyCustomer(world);
    const begun = await world.engine.documents.create(world.app, {
      customerId: id,
      kind: 'PROOF_OF_ADDRESS',
      side: 'FRONT',
    });
    const document = idOf('document', begun.id);
    await world.engine.documents.receive(world.app, document, await specimenBytes());
    const [uploaded] = await Promise.allSettled([
      world.engine.documents.complete(world.app, document),
      world.engine.customers.update(world.app, { customerId: id, declare: true }),
    ]);
    expect(await runsOf(id)).toHaveLength(1);
    const [row] = await world.sql`select state from document where id = ${document}`;
    expect(row?.state).toBe(uploaded.status === 'fulfilled' ? 'CURRENT' : 'HELD');
    await drain(world);
    expect(await statusOf(world, id)).toBe('ACTIVE');
  }
});

test('only passes with unchanged input carry over', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Inquire' } });
  await drain(world);
  expect(await checksOf(id, 1)).toEqual({ document: 'PASSED', profile: 'PASSED', identity: 'NEEDS_INFORMATION' });
  await uploadDocument(world, id, { kind: 'PASSPORT' });
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  expect(await checksOf(id, 2)).toEqual({ document: 'PENDING', profile: 'carried', identity: 'PENDING' });
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  const items = await world.engine.requirements.list(world.app, id);
  expect(items.map((item) => item.status)).toEqual(['ACCEPTED', 'ACCEPTED']);
});

test('a resubmission without automatic checks goes to manual review and never hangs', async () => {
  const id = await customerIn(world, 'REJECTED');
  await together(world, {
    customerId: id,
    event: 'reopen',
    reasonCode: 'APPEAL_UPHELD',
    note: 'They were right.',
    items: [question('Who pays you?')],
  });
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  const [requirementId = ''] = await openItems(id);
  await world.engine.requirements.answer(world.app, { requirementId, text: 'My employer.' });
  expect(await checksOf(id, 2)).toEqual({
    document: 'carried',
    profile: 'carried',
    identity: 'carried',
    manual: 'PENDING',
  });
  const row = await rowOf(world, id);
  expect(row).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true });
  expect(row.expectedBy?.getTime()).toBeGreaterThan(world.clock.now().getTime() + 24 * 3600_000);
  await world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve', note: 'Answered well.' });
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a reopened customer is answered with new data and verified again', async () => {
  const id = await customerIn(world, 'REJECTED');
  const { proposalId } = await world.engine.desk.decide(world.staff.reviewer, {
    customerId: id,
    event: 'reopen',
    reasonCode: 'DECIDED_IN_ERROR',
    note: 'n',
    items: [{ code: 'CLARIFICATION', target: { field: 'employment' } }],
  });
  expect(await codeOf(world.engine.desk.confirm(world.staff.secondReviewer, idOf('proposal', proposalId)))).toBe(
    'NOT_PERMITTED',
  );
  await world.engine.desk.confirm(world.staff.approver, idOf('proposal', proposalId));
  const [change] =
    await world.sql`select event, people, reason_code from status_change where customer_id = ${id} order by version desc limit 1`;
  expect(change).toEqual({ event: 'reopen', people: 2, reason_code: 'DECIDED_IN_ERROR' });
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'RETIRED' } });
  expect(await checksOf(id, 2)).toEqual({ document: 'carried', profile: 'PENDING', identity: 'PENDING' });
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a rejection during a request withdraws its items', async () => {
  const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  await world.engine.desk.decide(world.staff.approver, {
    customerId: id,
    event: 'reject',
    reasonCode: 'INFORMATION_NOT_PROVIDED',
    note: 'n',
  });
  const items = await world.engine.requirements.list(world.app, id);
  expect(items.map((item) => item.status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  expect((await world.engine.customers.get(world.app, id)).requirements).toEqual([]);
});
