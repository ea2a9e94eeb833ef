import { type DocumentKind, newId } from '@gatehouse/domain';
import { specimenDocument } from '@gatehouse/providers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer, idOf, specimenBytes, statusOf, uploadDocument } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
let another: Uint8Array;
beforeAll(async () => {
  [world, another] = await Promise.all([createWorld(), specimenDocument({ number: 'X7654321' })]);
});
afterAll(() => world.close());

/** Uploads these bytes and leaves the document held. Returns the upload's answer. */
async function receive(customerId: string, bytes: Uint8Array, kind: DocumentKind = 'PASSPORT') {
  const begun = await world.engine.documents.create(world.app, { customerId, kind, side: 'FRONT' });
  return world.engine.documents.receive(world.app, idOf('document', begun.id), bytes);
}

/** A customer who is asked for a sharper passport and a proof of address, and the passport that was reviewed. */
async function asked() {
  const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  const [judged] = await world.engine.documents.list(world.app, id);
  return { id, judged: judged?.id ?? '' };
}

test('a reviewed picture is recognised at once and can still be sent', async () => {
  const { id, judged } = await asked();
  const again = await receive(id, await specimenBytes());
  expect(again).toMatchObject({
    state: 'HELD',
    warnings: ['repeated'],
    warningWords: ['This is the same picture as before.'],
    sameAs: { id: judged, kind: 'PASSPORT', side: 'FRONT' },
  });
  const { documents } = await world.engine.portal.session(portalOf(world.app, id));
  expect(documents.find((each) => each.id === again.id)?.sameAs?.id).toBe(judged);

  const after = await world.engine.documents.complete(world.app, idOf('document', again.id));
  expect(after.requirements.map((item) => item.status)).toEqual(['ANSWERED', 'OPEN']);
  await uploadDocument(world, id, { kind: 'PROOF_OF_ADDRESS' });
  await drain(world);
  expect(await statusOf(world, id)).toBe('ACTIVE');
  // The desk sees the finding beside the answer, and can still view the earlier document.
  const { documents: onDesk } = await world.engine.desk.case(world.staff.reviewer, id);
  expect(onDesk.find((each) => each.id === again.id)).toMatchObject({ state: 'CURRENT', sameAs: { id: judged } });
  expect(onDesk.find((each) => each.id === judged)).toMatchObject({ state: 'REPLACED', sameAs: null });
  const { bytes } = await world.engine.documents.download(world.staff.reviewer, idOf('document', judged));
  expect(bytes.length).toBeGreaterThan(0);
});

test('another picture is not a repetition, and replacing the file removes the finding', async () => {
  const { id } = await asked();
  const again = await receive(id, await specimenBytes());
  const replaced = await world.engine.documents.receive(world.app, idOf('document', again.id), another);
  expect(replaced).toMatchObject({ sameAs: null, warnings: [], warningWords: [] });
});

test('a file is recognised when it is encoded differently or was downloaded', async () => {
  const { id, judged } = await asked();
  const kept = await world.engine.documents.download(world.app, idOf('document', judged));
  expect((await receive(id, kept.bytes)).sameAs?.id).toBe(judged);
  // This simulates an encoder that changed between the two uploads.
  await world.owner`update document set hash = ${newId()} where id = ${idOf('document', judged)}`;
  expect((await receive(id, await specimenBytes())).sameAs?.id).toBe(judged);
  // This is how older versions stored a document, without the hash of the sent bytes.
  const old = await asked();
  await world.owner`update document set source_hash = null where customer_id = ${old.id}`;
  expect((await receive(old.id, await specimenBytes())).sameAs?.id).toBe(old.judged);
});

test('a file in another place is reported, also before the first submission', async () => {
  const id = await createdCustomer(world);
  const passport = await uploadDocument(world, id);
  const bill = await receive(id, await specimenBytes(), 'PROOF_OF_ADDRESS');
  expect(bill.warningWords).toEqual(['This is the same picture as the passport.']);
  expect(bill.sameAs && idOf('document', bill.sameAs.id)).toBe(passport);
});

test('an unsubmitted file and another customer’s file are not repetitions', async () => {
  const id = await createdCustomer(world);
  await world.engine.documents.remove(world.app, await uploadDocument(world, id));
  await uploadDocument(world, id);
  expect(await receive(id, await specimenBytes())).toMatchObject({ sameAs: null, warnings: [] });
});
