import type { RequirementAsk } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldDocument, idOf, rowOf, statusOf, uploadDocument } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { codeOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A customer with exactly these requested items. */
async function asked(...items: RequirementAsk[]): Promise<string> {
  const id = await customerIn(world, 'UNDER_REVIEW');
  await world.engine.desk.decide(world.staff.reviewer, { customerId: id, event: 'requestInformation', items });
  return id;
}

const EMPLOYMENT = { code: 'CLARIFICATION', target: { field: 'employment' } } as const;
const PROOF = { code: 'ADDRESS_UNVERIFIED', target: { documentKind: 'PROOF_OF_ADDRESS' } } as const;
const WHO_PAYS = { code: 'CLARIFICATION', target: {}, customerMessage: 'Who pays you?' } as const;
const WHERE_FROM = { code: 'CLARIFICATION', target: {}, customerMessage: 'Where from?' } as const;

const itemsOf = (id: string) => world.engine.requirements.list(world.app, id);
const stateOf = async (id: string) => (await itemsOf(id)).map((item) => item.status);
const itemId = async (id: string, at = 0) => idOf('requirement', (await itemsOf(id))[at]?.id ?? null);
const runsOf = (id: string) => world.sql`select attempt from run where customer_id = ${id} order by attempt`;

test('each item is answered in its own way, answers are kept, and the last one resubmits', async () => {
  const id = await asked(EMPLOYMENT, PROOF, WHO_PAYS);
  expect((await rowOf(world, id)).expectedBy).toBeNull();
  const byField = await world.engine.customers.update(world.app, {
    customerId: id,
    profile: { employment: 'STUDENT' },
  });
  expect(byField.customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect(byField.requirements.map((item) => item.status)).toEqual(['ANSWERED', 'OPEN', 'OPEN']);
  expect(byField.summary).toContain('2 things');

  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  expect(await stateOf(id)).toEqual(['ANSWERED', 'ANSWERED', 'OPEN']);
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');

  const last = await world.engine.requirements.answer(world.app, {
    requirementId: await itemId(id, 2),
    text: 'My employer.',
  });
  expect(last.customerStatus).toBe('UNDER_REVIEW');
  expect(await runsOf(id)).toHaveLength(2);
  const events = await world.sql`select type from event where customer_id = ${id} order by sequence`;
  expect(events.filter(({ type }) => type === 'verification.information_answered')).toHaveLength(3);
  expect(events.slice(-3).map(({ type }) => type)).toEqual([
    'verification.information_answered',
    'verification.submitted',
    'customer.status_changed',
  ]);
});

test('text on an item for a document or a field is a comment, and leaves it open', async () => {
  const id = await asked(EMPLOYMENT, PROOF);
  const said = await world.engine.requirements.answer(world.app, {
    requirementId: await itemId(id, 1),
    text: 'I have no bill in my name.',
  });
  expect(said.customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect(said.requirements).toMatchObject([
    { status: 'OPEN', answeredBy: 'field', howToAnswer: expect.stringContaining('Change “Employment”') },
    { status: 'OPEN', answeredBy: 'document', howToAnswer: expect.stringContaining('Upload the proof of address') },
  ]);
  await world.engine.requirements.answer(world.app, { requirementId: await itemId(id, 1), text: 'A lease will do?' });
  await world.engine.requirements.answer(world.app, { requirementId: await itemId(id, 0), text: 'I changed my job.' });
  expect(await stateOf(id)).toEqual(['OPEN', 'OPEN']);
  expect(await runsOf(id)).toHaveLength(1);
  const told = await world.sql`select type from event where customer_id = ${id} and type like '%answered'`;
  expect(told).toHaveLength(0);

  // Both sides can read the comment, and it is kept with the later answer.
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  const { items } = await world.engine.portal.session(portalOf(world.app, id));
  expect(items.map((item) => item.comments.map(({ text }) => text))).toEqual([
    ['I changed my job.'],
    ['I have no bill in my name.', 'A lease will do?'],
  ]);
  const { requirements } = await world.engine.desk.case(world.staff.reviewer, id);
  expect(requirements[1]).toMatchObject({ status: 'ANSWERED', comments: [{}, { text: 'A lease will do?' }] });
  expect(requirements[1]).not.toHaveProperty('answer');
});

test('another kind, another side and another field leave an item open', async () => {
  const id = await asked(EMPLOYMENT, { code: 'DOCUMENT_MISSING_BACK', target: { documentKind: 'DRIVING_LICENCE' } });
  await world.engine.customers.update(world.app, { customerId: id, profile: { nationality: 'FR' } });
  await uploadDocument(world, id, { kind: 'OTHER' });
  await uploadDocument(world, id, { kind: 'DRIVING_LICENCE', side: 'FRONT' });
  expect(await stateOf(id)).toEqual(['OPEN', 'OPEN']);
  await uploadDocument(world, id, { kind: 'DRIVING_LICENCE', side: 'BACK' });
  expect(await stateOf(id)).toEqual(['OPEN', 'ANSWERED']);
});

test('an item without a kind is answered by the upload that names it, and refuses other answers', async () => {
  const id = await asked({ code: 'DOCUMENT_MISSING', target: {} }, PROOF, WHO_PAYS);
  const [any, proof, words] = [await itemId(id, 0), await itemId(id, 1), await itemId(id, 2)];
  for (const requirementId of [proof, words])
    expect(await codeOf(heldDocument(world, id, { kind: 'OTHER', requirementId }))).toBe('INVALID_INPUT');
  await uploadDocument(world, id, { kind: 'OTHER' });
  expect(await stateOf(id)).toEqual(['OPEN', 'OPEN', 'OPEN']);
  await uploadDocument(world, id, { kind: 'OTHER', requirementId: any });
  expect(await stateOf(id)).toEqual(['ANSWERED', 'OPEN', 'OPEN']);
  expect(await codeOf(heldDocument(world, id, { kind: 'OTHER', requirementId: any }))).toBe('UPDATE_NOT_ALLOWED');
  const stranger = await asked(PROOF);
  const foreign = { kind: 'PROOF_OF_ADDRESS', requirementId: await itemId(stranger) } as const;
  expect(await codeOf(heldDocument(world, id, foreign))).toBe('NOT_FOUND');
});

test('an item stored without a target is answered by its code’s default', async () => {
  const id = await asked({ code: 'ADDRESS_PO_BOX', target: {} }, { code: 'ADDRESS_UNVERIFIED', target: {} });
  expect((await itemsOf(id)).map((item) => item.answeredBy)).toEqual(['field', 'document']);
  const address = { line1: '2 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' };
  await world.engine.customers.update(world.app, { customerId: id, profile: { address } });
  expect(await stateOf(id)).toEqual(['ANSWERED', 'OPEN']);
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
});

test('items that do not fit the customer cannot be requested', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  for (const code of ['OWNERSHIP_UNCLEAR', 'DECLARATION_MISSING'] as const)
    await expect(
      world.engine.desk.decide(world.staff.reviewer, {
        customerId: id,
        event: 'requestInformation',
        items: [EMPLOYMENT, { code, target: {} }],
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: 'items.1.code' }] } });
  expect(await itemsOf(id)).toEqual([]);
});

test('an update without an answer is stored and does not resubmit', async () => {
  const id = await asked(EMPLOYMENT);
  await world.engine.customers.update(world.app, { customerId: id, profile: { nationality: 'FR' }, declare: true });
  expect(await stateOf(id)).toEqual(['OPEN']);
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  // Writing the same value again is not an answer.
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'EMPLOYED' } });
  expect(await stateOf(id)).toEqual(['OPEN']);
});

test('an emptied field becomes an item, which a new value answers', async () => {
  const id = await asked(EMPLOYMENT);
  const emptied = await world.engine.customers.update(world.app, {
    customerId: id,
    profile: { phone: null, employment: 'STUDENT' },
  });
  expect(emptied.customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect(emptied.requirements).toMatchObject([
    { target: { field: 'employment' }, status: 'ANSWERED' },
    { target: { field: 'phone' }, status: 'OPEN' },
  ]);
  const given = await world.engine.customers.update(world.app, { customerId: id, profile: { phone: '+442079460000' } });
  expect(given.customerStatus).toBe('UNDER_REVIEW');
});

test('an optional field may be emptied', async () => {
  const id = await asked(EMPLOYMENT);
  await world.engine.customers.update(world.app, {
    customerId: id,
    profile: { nationalId: { country: 'GB', type: 'TAX_ID', number: '1' } },
  });
  await world.engine.customers.update(world.app, { customerId: id, profile: { nationalId: null } });
  expect(await stateOf(id)).toEqual(['OPEN']);
});

test('emptying the requested field is not an answer', async () => {
  const id = await asked(EMPLOYMENT);
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: null } });
  expect(await stateOf(id)).toEqual(['OPEN']);
});

test('an answered field that is emptied again is requested again', async () => {
  const id = await asked(EMPLOYMENT, WHO_PAYS);
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'STUDENT' } });
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: null } });
  await world.engine.requirements.answer(world.app, { requirementId: await itemId(id, 1), text: 'My employer.' });
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect((await itemsOf(id)).filter((item) => item.status === 'OPEN').map((item) => item.target)).toEqual([
    { field: 'employment' },
  ]);
});

test('removing the document that answered an item reopens it', async () => {
  const id = await asked(PROOF, WHO_PAYS);
  const document = await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  await world.engine.documents.remove(world.app, document);
  expect(await stateOf(id)).toEqual(['OPEN', 'OPEN']);
  await world.engine.requirements.answer(world.app, { requirementId: await itemId(id, 1), text: 'My employer.' });
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
});

test('removing a replacement reopens the item, despite an older document', async () => {
  const id = await asked({ code: 'DOCUMENT_BLURRED', target: { documentKind: 'PASSPORT' } }, WHO_PAYS);
  const document = await uploadDocument(world, id, { kind: 'PASSPORT' });
  const removed = await world.engine.documents.remove(world.app, document);
  expect(removed.requirements.map((item) => item.status)).toEqual(['OPEN', 'OPEN']);
  expect(removed.missing.map((each) => each.code)).toEqual(['DOCUMENT_MISSING']);
});

test('an item can be answered once, and not after its withdrawal', async () => {
  const id = await asked(WHO_PAYS, WHERE_FROM);
  const [first, second] = [await itemId(id, 0), await itemId(id, 1)];
  await world.engine.requirements.answer(world.app, { requirementId: first, text: 'My employer.' });
  expect(await codeOf(world.engine.requirements.answer(world.app, { requirementId: first, text: 'Again.' }))).toBe(
    'UPDATE_NOT_ALLOWED',
  );
  await world.engine.desk.withdrawRequirement(world.staff.reviewer, second);
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  expect(await codeOf(world.engine.requirements.answer(world.app, { requirementId: second, text: 'Late.' }))).toBe(
    'UPDATE_NOT_ALLOWED',
  );
  expect(await codeOf(world.engine.desk.withdrawRequirement(world.staff.reviewer, second))).toBe(
    'TRANSITION_NOT_ALLOWED',
  );
});

test('withdrawing the last open item resubmits, and withdrawing others does not', async () => {
  const id = await asked(EMPLOYMENT, PROOF);
  const [first, second] = [await itemId(id, 0), await itemId(id, 1)];
  expect(await codeOf(world.engine.desk.withdrawRequirement(world.staff.auditor, first))).toBe('NOT_PERMITTED');
  expect(await world.engine.desk.withdrawRequirement(world.staff.reviewer, first)).toEqual({
    customerStatus: 'NEEDS_ADDITIONAL_INFORMATION',
  });
  expect(await world.engine.desk.withdrawRequirement(world.staff.reviewer, second)).toEqual({
    customerStatus: 'UNDER_REVIEW',
  });
  expect(await runsOf(id)).toHaveLength(2);
});

test('withdrawing the last item of incomplete data does not resubmit; completing the data does', async () => {
  const id = await asked(EMPLOYMENT);
  const [passport] = await world.engine.documents.list(world.app, id);
  await world.engine.documents.remove(world.app, idOf('document', passport?.id ?? null));
  await world.engine.desk.withdrawRequirement(world.staff.reviewer, await itemId(id));
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  await uploadDocument(world, id);
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
});

test('two text questions are two items, and a new question does not replace an answered one', async () => {
  const id = await asked(WHO_PAYS, WHERE_FROM);
  expect(await itemsOf(id)).toHaveLength(2);
  for (const at of [0, 1])
    await world.engine.requirements.answer(world.app, { requirementId: await itemId(id, at), text: 'An answer.' });
  await drain(world);
  const why = { code: 'CLARIFICATION', target: {}, customerMessage: 'Why so much?' } as const;
  await world.engine.desk.decide(world.staff.reviewer, {
    customerId: id,
    event: 'requestInformation',
    items: [why, WHERE_FROM],
  });
  expect(await stateOf(id)).toEqual(['ACCEPTED', 'OPEN', 'OPEN']);
  const { items } = await world.engine.portal.session(portalOf(world.app, id));
  expect(items.map((item) => [item.reviewerMessage, item.answer])).toEqual([
    ['Where from?', 'An answer.'],
    ['Why so much?', null],
  ]);
});

test('a reopened item has the new message and a new date', async () => {
  const id = await asked({ ...PROOF, customerMessage: 'A bill, please.' });
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  await drain(world);
  world.clock.advance(20 * 24 * 3600_000);
  await world.engine.desk.decide(world.staff.reviewer, {
    customerId: id,
    event: 'requestInformation',
    items: [{ ...PROOF, customerMessage: 'Not older than three months.' }],
  });
  const { items } = await world.engine.portal.session(portalOf(world.app, id));
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ status: 'OPEN', reviewerMessage: 'Not older than three months.' });
  expect(new Date(items[0]?.dueAt ?? 0).getTime()).toBeGreaterThan(world.clock.now().getTime());
});

test('the portal sends all answers together, and held uploads count only then', async () => {
  const id = await asked(PROOF, WHO_PAYS);
  const portal = portalOf(world.app, id);
  const held = await heldDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  expect(await stateOf(id)).toEqual(['OPEN', 'OPEN']);
  const part = await world.engine.portal.answer(portal, { documents: [held], answers: [] });
  expect(part).toEqual({ customerStatus: 'NEEDS_ADDITIONAL_INFORMATION', missing: 0, open: 1 });
  const whole = await world.engine.portal.answer(portal, {
    documents: [],
    answers: [{ requirementId: await itemId(id, 1), text: 'My employer.' }],
  });
  expect(whole).toEqual({ customerStatus: 'UNDER_REVIEW', missing: 0, open: 0 });
});
