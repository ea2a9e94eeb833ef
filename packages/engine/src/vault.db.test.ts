import type { RequirementAsk } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenAt } from './record/audit-chain.ts';
import { heldDocument, idOf, readyCustomer, rowOf, statusOf, uploadDocument } from './testing/customers.ts';
import { drain } from './testing/drain.ts';
import { startQueue } from './testing/queue.ts';
import { together } from './testing/statuses.ts';
import { createWorld, portalOf, type World } from './testing/world.ts';

/** A string that never occurs by chance, so that finding it means that personal data leaked. */
const CANARY = 'Zqxjkwv';
const word = (what: string) => `${CANARY} ${what}`;

let world: World;
let id: string;
beforeAll(async () => {
  world = await createWorld();
  id = await everyFlow();
});
afterAll(() => world.close());

const PROFILE = {
  givenNames: word('given'),
  familyName: word('family'),
  address: { line1: word('street'), city: word('city'), postalCode: 'N1 1AA', country: 'GB' },
  nationalId: { country: 'GB', type: 'TAX_ID', number: word('number') },
} as const;
const question: RequirementAsk = {
  code: 'CLARIFICATION',
  target: {},
  customerMessage: word('question'),
  internalNote: word('inner'),
};

/** Takes a customer through every flow that accepts text, with the relay and the real queue. */
async function everyFlow(): Promise<string> {
  const { engine, app, staff } = world;
  const { queue, stop } = await startQueue(world);
  await engine.webhookEndpoints.create(app, { url: 'http://localhost:9/hook' });
  const customer = await readyCustomer(world, { profile: PROFILE, email: `${CANARY.toLowerCase()}@customer.example` });
  const portal = portalOf(app, customer);
  await engine.portal.save(portal, { subject: 'name', values: { givenNames: word('typed') } });
  await engine.portalLinks.create(app, { customerId: customer, sendTo: 'email' });
  await engine.customers.update(app, { customerId: customer, declare: true, profile: { familyName: 'Failing' } });
  await engine.desk.note(staff.reviewer, { customerId: customer, text: word('note') });
  await engine.work.relayOnce(queue);
  await drain(world);
  const approve = await engine.desk.decide(staff.approver, {
    customerId: customer,
    event: 'approve',
    note: word('approve'),
  });
  await engine.desk.confirm(staff.admin, idOf('proposal', approve.proposalId));
  await together(world, {
    customerId: customer,
    event: 'reject',
    reasonCode: 'FRAUD',
    note: word('reject'),
    message: word('message'),
  });
  await together(world, {
    customerId: customer,
    event: 'reopen',
    reasonCode: 'APPEAL_UPHELD',
    note: word('reopen'),
    items: [question, { code: 'ADDRESS_UNVERIFIED', target: { documentKind: 'PROOF_OF_ADDRESS' } }],
  });
  await engine.portal.save(portal, { subject: 'requirement:x', values: { text: word('draft') } });
  const held = await heldDocument(world, customer, { kind: 'PROOF_OF_ADDRESS' });
  const [item] = (await engine.requirements.list(app, customer)).filter((each) => each.code === 'CLARIFICATION');
  await engine.portal.answer(portal, {
    documents: [held],
    answers: [{ requirementId: idOf('requirement', item?.id ?? null), text: word('answer') }],
    profile: { familyName: word('later') },
  });
  await drain(world);
  await engine.desk.decide(staff.admin, {
    customerId: customer,
    event: 'deactivate',
    reasonCode: 'INACTIVITY',
    temporary: true,
    note: word('close'),
    message: word('closed'),
  });
  await together(world, {
    customerId: customer,
    event: 'reactivate',
    reasonCode: 'ACTIVITY_RESUMED',
    note: word('again'),
  });
  await drain(world);
  await engine.idempotent({ tenantId: app.tenantId, key: 'k', procedure: 'customers.get', input: {} }, (verbs) =>
    verbs.customers.get(app, customer),
  );
  await engine.work.relayOnce(queue);
  await stop();
  return customer;
}

test('the customer passes through all flows', async () => {
  expect(await statusOf(world, id)).toBe('ACTIVE');
  const events = await world.sql`select distinct event from status_change where customer_id = ${id}`;
  expect(events.map((row) => row.event).sort()).toEqual([
    'approve',
    'deactivate',
    'reactivate',
    'reject',
    'reopen',
    'resubmit',
    'submit',
  ]);
  const { entries, head } = {
    entries: await world.sql`select * from audit_entry where customer_id = ${id} order by position`,
    head: (await rowOf(world, id)).auditHead,
  };
  expect(brokenAt(entries as never, head)).toBeNull();
});

/** The searchable projection, which erasure clears: the only columns with a name and an address in plain text. */
const PROJECTION: Record<string, readonly string[]> = { customer: ['display_name', 'email'] };

test('no table, job or event contains a person’s text in plain form', async () => {
  const tables = await world.owner<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`;
  expect(tables.length).toBeGreaterThan(25);
  let rows = 0;
  for (const { schema, name } of tables) {
    const hidden = (PROJECTION[name] ?? []).map((column) => `- '${column}'`).join(' ');
    const found = await world.owner.unsafe(`select (to_jsonb(t) ${hidden})::text as row from ${schema}."${name}" t`);
    rows += found.length;
    for (const each of found) {
      expect(each.row.toLowerCase(), name).not.toContain(CANARY.toLowerCase());
      // Bytes are printed as hexadecimal, so unsealed text would appear in this spelling.
      for (const spelling of [CANARY, CANARY.toLowerCase()])
        expect(each.row, name).not.toContain(Buffer.from(spelling).toString('hex'));
    }
  }
  expect(rows).toBeGreaterThan(100);
  const jobs = await world.owner`select name, data from pgboss.job`;
  expect(new Set(jobs.map((job) => job.name))).toEqual(new Set(['check.run', 'delivery.attempt', 'mail.send']));
});

test('permitted readers see the text', async () => {
  const kase = await world.engine.desk.case(world.staff.auditor, id);
  expect(kase.history.notes.map((note) => note.text)).toEqual([word('note')]);
  expect(kase.history.changes.flatMap((change) => change.note ?? [])).toEqual(
    ['approve', 'reject', 'reopen', 'close', 'again'].map(word),
  );
  expect(kase.requirements.map((item) => item.answer)).toContain(word('answer'));
  expect((await world.engine.customers.get(world.app, id)).profile.familyName).toBe(word('later'));
  const [mail] = await world.engine.mailbox();
  expect(mail?.to).toContain(CANARY.toLowerCase());
});

test('a file is stored sealed', async () => {
  const document = await uploadAgain();
  const [row] = await world.sql`select file_key from document where id = ${document}`;
  const stored = Buffer.from(await world.deps.files.get(row?.file_key));
  expect(stored.subarray(0, 200).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
});

async function uploadAgain(): Promise<string> {
  const other = await readyCustomer(world);
  return uploadDocument(world, other, { kind: 'OTHER' });
}

test('without the customer’s key nothing is readable, and the audit chain still verifies', async () => {
  await world.owner`update customer set data_key = null, key_id = null, revision = revision + 1, display_name = '', email = null where id = ${id}`;
  await expect(world.engine.customers.get(world.app, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const [head] = await world.owner`select audit_head from customer where id = ${id}`;
  const entries = await world.owner`select * from audit_entry where customer_id = ${id} order by position`;
  expect(brokenAt(entries as never, head?.audit_head)).toBeNull();
});
