import {
  ARCHIVED,
  accessOf,
  CAPABILITIES,
  type CustomerStatus,
  customerLifecycle,
  ENGLISH,
  say,
} from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCustomer } from '../record/load.ts';
import { commit } from '../record/mutate.ts';
import { prepare } from '../record/prepare.ts';
import {
  completeCustomer,
  createdCustomer,
  heldDocument,
  idOf,
  readyCustomer,
  rowOf,
  specimenBytes,
  statusOf,
  uploadDocument,
} from '../testing/customers.ts';
import { codeOf, refusalOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';
import { changeData } from './change-data.ts';

const ARCHIVED_WORDS = say(ENGLISH, ARCHIVED);
let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

const locked = customerLifecycle.statuses.filter((status) => !customerLifecycle.can(status, 'updateProfile'));

test.each(locked)(
  'in %s every change of the data is refused, with the status and the possible actions',
  async (status: CustomerStatus) => {
    const id = await customerIn(world, status);
    const portal = portalOf(world.app, id);
    const [document] = await world.sql`select id from document where customer_id = ${id}`;
    const before = await rowOf(world, id);
    const calls = [
      world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Eve' } }),
      world.engine.customers.update(world.app, { customerId: id, email: 'eve@customer.example' }),
      world.engine.customers.update(world.app, { customerId: id, declare: true }),
      world.engine.documents.create(world.app, { customerId: id, kind: 'PASSPORT', side: 'FRONT' }),
      world.engine.documents.remove(world.app, document?.id),
      world.engine.documents.receive(world.app, document?.id, await specimenBytes()),
      world.engine.portal.save(portal, { subject: 'name', values: {} }),
      world.engine.portal.continue(portal, { subject: 'name', profile: { givenNames: 'Eve' } }),
      world.engine.portal.submit(portal, {}),
      world.engine.portal.answer(portal, { documents: [], answers: [] }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf))) {
      expect(refusal.code).toBe('UPDATE_NOT_ALLOWED');
      expect(refusal.data).toMatchObject({ customerStatus: status, allowed: accessOf(status) });
    }
    expect(await rowOf(world, id)).toEqual(before);
    // The integrator's own notes are never locked.
    await world.engine.customers.setMetadata(world.app, { customerId: id, metadata: { seen: 'yes' } });
  },
);

test('a stale version is a conflict that names the current one', async () => {
  const id = await createdCustomer(world);
  const first = await world.engine.customers.update(world.app, {
    customerId: id,
    profile: { givenNames: 'Bea' },
    expectedVersion: 0,
  });
  expect(first.version).toBe(1);
  const stale = await refusalOf(
    world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Cat' }, expectedVersion: 0 }),
  );
  expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', data: { currentVersion: 1, customerStatus: 'CREATED' } });
  expect((await world.engine.customers.get(world.app, id)).profile.givenNames).toBe('Bea');
});

test('of many simultaneous updates of one version one succeeds', async () => {
  const id = await createdCustomer(world);
  const written = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      world.engine.customers.update(world.app, {
        customerId: id,
        profile: { givenNames: `Name ${n}` },
        expectedVersion: 0,
      }),
    ),
  );
  expect(written.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(await rowOf(world, id)).toMatchObject({ version: 1, profileVersion: 2 });
});

test('simultaneous updates of different fields without a version are all kept', async () => {
  const id = await createdCustomer(world);
  await Promise.all([
    world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Bea' } }),
    world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'STUDENT' } }),
    world.engine.customers.update(world.app, { customerId: id, profile: { nationality: 'FR' } }),
    world.engine.customers.setMetadata(world.app, { customerId: id, metadata: { a: 'b' } }),
  ]);
  const read = await world.engine.customers.get(world.app, id);
  expect(read).toMatchObject({
    version: 3,
    metadata: { a: 'b' },
    profile: { givenNames: 'Bea', employment: 'STUDENT', nationality: 'FR' },
  });
  expect(await world.sql`select from profile where customer_id = ${id}`).toHaveLength(4);
});

test('an update that changes nothing writes nothing', async () => {
  const id = await createdCustomer(world);
  const before = await rowOf(world, id);
  await world.engine.customers.update(world.app, { customerId: id, profile: { employment: 'EMPLOYED' } });
  expect(await rowOf(world, id)).toEqual(before);
});

test('a declaration over incomplete data is neither submitted nor stored', async () => {
  const id = await createdCustomer(world);
  const answer = await world.engine.customers.update(world.app, { customerId: id, declare: true });
  expect(answer).toMatchObject({ customerStatus: 'CREATED' });
  expect(answer.missing.map((each) => each.kind)).toEqual(['document', 'declaration']);
  await uploadDocument(world, id);
  expect(await statusOf(world, id)).toBe('CREATED');
});

test('the checks see exactly the submitted data', async () => {
  const id = await readyCustomer(world);
  await world.engine.customers.update(world.app, { customerId: id, declare: true, profile: { givenNames: 'Bea' } });
  const row = await rowOf(world, id);
  const [run] = await world.sql`select snapshot, profile_version from run where id = ${row.openRunId}`;
  const key = world.deps.vault.unwrap(row.dataKey ?? new Uint8Array(), row.keyId ?? '');
  expect(key.open('snapshot', run?.snapshot)).toMatchObject({
    profile: { givenNames: 'Bea' },
    declaration: { version: '2026-11' },
    documents: [{ kind: 'PASSPORT' }],
  });
  expect(run?.profile_version).toBe(row.profileVersion);
});

test('a newer upload replaces the older one, and both stay on record', async () => {
  const id = await readyCustomer(world);
  await uploadDocument(world, id);
  const rows = await world.sql`select state from document where customer_id = ${id} order by state`;
  expect(rows.map((row) => row.state)).toEqual(['CURRENT', 'REPLACED']);
  expect(await world.engine.documents.list(world.app, id)).toHaveLength(1);
});

test('one of two uploads for one slot that are sent together counts', async () => {
  const id = await createdCustomer(world);
  const [first, second] = [await heldDocument(world, id), await heldDocument(world, id)];
  await world.engine.portal.answer(portalOf(world.app, id), { documents: [first, second, second], answers: [] });
  const rows = await world.sql`select id, state from document where customer_id = ${id} order by created_at, id`;
  expect(rows).toEqual([
    { id: first, state: 'REPLACED' },
    { id: second, state: 'CURRENT' },
  ]);
});

test('a submission restarts when new bytes arrive during it', async () => {
  const id = await createdCustomer(world);
  const document = await heldDocument(world, id);
  const record = await loadCustomer(world.deps, world.app.tenantId, id);
  const decision = await changeData(world.deps, record, world.app, { attach: [document], declare: true });
  await world.engine.documents.receive(world.app, document, await specimenBytes());
  if (!decision.change) throw new Error('This would have submitted.');
  expect(await commit(world.deps, prepare(record, world.app, decision.change))).toBeNull();
  expect(await statusOf(world, id)).toBe('CREATED');
});

test('a held file can be replaced, and the previous one is deleted', async () => {
  const id = await createdCustomer(world);
  const document = await heldDocument(world, id);
  const [before] = await world.sql`select file_key from document where id = ${document}`;
  await Promise.all(
    [1, 2, 3].map(async () => world.engine.documents.receive(world.app, document, await specimenBytes())),
  );
  const [after] = await world.sql`select file_key, warnings, uploaded_at from document where id = ${document}`;
  expect(after?.file_key).not.toBe(before?.file_key);
  await expect(world.deps.files.get(before?.file_key)).rejects.toThrow();
  expect((await world.engine.documents.download(world.app, document)).bytes.length).toBeGreaterThan(10_000);
});

test('only a customer who was never submitted can be archived', async () => {
  const id = await completeCustomer(world);
  expect(await codeOf(world.engine.customers.archive(world.app, { customerId: id }))).toBe('TRANSITION_NOT_ALLOWED');
});

test('the timeline is the history, oldest first, without names', async () => {
  const id = await customerIn(world, 'DEACTIVATED');
  const entries = await world.engine.customers.timeline(world.app, id);
  expect(entries.map((entry) => [entry.from, entry.event, entry.to])).toEqual([
    ['CREATED', 'submit', 'UNDER_REVIEW'],
    ['UNDER_REVIEW', 'approve', 'ACTIVE'],
    ['ACTIVE', 'deactivate', 'DEACTIVATED'],
  ]);
  expect(entries.at(-1)?.reason?.code).toBe('INACTIVITY');
  expect(idOf('customer', (await world.engine.customers.get(world.app, id)).id)).toBe(id);
});

test('the refusal, the access check, the actions and the view agree about an archived customer', async () => {
  const id = await readyCustomer(world);
  const view = await world.engine.customers.archive(world.app, { customerId: id });
  expect(view.access).toEqual([]);
  expect(view.summary).toContain('Archived');
  expect(await world.engine.customers.get(world.app, id)).toMatchObject({ access: [], summary: view.summary });
  const { items } = await world.engine.events.list(world.app, { customerId: id, limit: 100 });
  expect(items.at(-1)).toMatchObject({ type: 'customer.archived', data: { access: [] } });
  for (const capability of CAPABILITIES)
    expect(await world.engine.access.check(world.app, { customerId: id, capability })).toMatchObject({
      allowed: false,
      reason: ARCHIVED_WORDS,
    });
  const { actions } = await world.engine.customers.availableActions(world.app, id);
  expect(actions.filter((action) => action.mode !== null || action.why !== ARCHIVED_WORDS)).toEqual([]);
  const refusal = await refusalOf(
    world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Eva' } }),
  );
  expect(refusal).toMatchObject({
    code: 'UPDATE_NOT_ALLOWED',
    message: ARCHIVED_WORDS,
    data: { customerStatus: 'CREATED', allowed: [] },
  });
  expect(refusal.hint).not.toContain('data.allowed');
});

test.each([
  ['UNDER_REVIEW', ['viewProfile']],
  ['ACTIVE', ['viewProfile', 'transact', 'viewHistory']],
  ['REJECTED', []],
  ['DEACTIVATED', ['viewProfile', 'viewHistory']],
] as const)('a locked update in %s says what is possible, as the access check does', async (status, allowed) => {
  const id = await customerIn(world, status);
  const update = world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Eva' } });
  expect(await refusalOf(update)).toMatchObject({
    code: 'UPDATE_NOT_ALLOWED',
    data: { customerStatus: status, allowed },
  });
  for (const capability of CAPABILITIES)
    expect((await world.engine.access.check(world.app, { customerId: id, capability })).allowed).toBe(
      (allowed as readonly string[]).includes(capability),
    );
  expect(await refusalOf(world.engine.customers.archive(world.app, { customerId: id }))).toMatchObject({
    code: 'TRANSITION_NOT_ALLOWED',
    data: { customerStatus: status, allowed },
  });
});
