import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer, idOf } from '../testing/customers.ts';
import { codeOf } from '../testing/refusals.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

const DAY = 24 * 3600_000;

async function newLink(): Promise<{ customerId: string; linkId: string; token: string }> {
  const customerId = await createdCustomer(world);
  const { id, url } = await world.engine.portalLinks.create(world.app, { customerId });
  expect(url).toMatch(/^http:\/\/localhost:3000\/p\/[\w-]{43}$/);
  return { customerId, linkId: idOf('portalLink', id), token: url.split('/').at(-1) ?? '' };
}
const sessions = (customerId: string) => world.sql`select from portal_session where customer_id = ${customerId}`;

test('simultaneous openings of a link start one session', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { customerId, token } = await newLink();
    const opened = await Promise.allSettled(Array.from({ length: 20 }, () => world.engine.portal.open(token)));
    const won = opened.filter((each) => each.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const each of opened) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'GONE' });
    expect(await sessions(customerId)).toHaveLength(1);
    expect(await world.engine.portal.authenticate(won[0]?.value.token ?? '')).toMatchObject({
      kind: 'customer',
      tenantId: world.app.tenantId,
      customerId,
    });
  }
});

test('peeking at a link does not redeem it', async () => {
  const { token } = await newLink();
  for (let look = 0; look < 3; look += 1) expect(await world.engine.portal.peek(token)).toMatchObject({ usable: true });
  await world.engine.portal.open(token);
  expect(await world.engine.portal.peek(token)).toMatchObject({ usable: false });
});

test('a link expires after three days, and not before', async () => {
  const [early, late] = [await newLink(), await newLink()];
  world.clock.advance(3 * DAY - 1);
  await world.engine.portal.open(early.token);
  world.clock.advance(1);
  expect(await codeOf(world.engine.portal.open(late.token))).toBe('GONE');
  expect((await world.engine.portal.peek(late.token)).usable).toBe(false);
});

test('used, revoked, expired and unknown links get the same answer', async () => {
  const revoked = await newLink();
  await world.engine.portalLinks.revoke(world.app, revoked.linkId);
  const used = await newLink();
  await world.engine.portal.open(used.token);
  const answers = await Promise.all(
    [revoked.token, used.token, 'x'.repeat(43), ''].map((token) =>
      world.engine.portal.open(token).catch((error) => [error.code, error.message, error.data]),
    ),
  );
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toEqual(['GONE', expect.any(String), {}]);
});

test('of simultaneous revoking and opening one wins', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { customerId, linkId, token } = await newLink();
    const [opened] = await Promise.allSettled([
      world.engine.portal.open(token),
      world.engine.portalLinks.revoke(world.app, linkId),
    ]);
    expect(await sessions(customerId)).toHaveLength(opened.status === 'fulfilled' ? 1 : 0);
  }
});

test('a session ends when it is closed, or after eight hours', async () => {
  const [one, other] = [await newLink(), await newLink()];
  const [closed, expired] = [await world.engine.portal.open(one.token), await world.engine.portal.open(other.token)];
  const actor = await world.engine.portal.authenticate(closed.token);
  if (!actor) throw new Error('The session has just begun.');
  await world.engine.portal.close(actor);
  expect(await world.engine.portal.authenticate(closed.token)).toBeNull();
  expect(await world.engine.portal.authenticate(expired.token)).not.toBeNull();
  world.clock.advance(8 * 3600_000);
  expect(await world.engine.portal.authenticate(expired.token)).toBeNull();
  for (const nonsense of ['', 'x', 'x'.repeat(43)]) expect(await world.engine.portal.authenticate(nonsense)).toBeNull();
});

test('links and sessions are stored as hashes only', async () => {
  const { token } = await newLink();
  const session = await world.engine.portal.open(token);
  const rows =
    await world.owner`select (select jsonb_agg(l) from portal_link l)::text as links, (select jsonb_agg(s) from portal_session s)::text as sessions`;
  for (const secret of [token, session.token]) {
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('sending a link needs an email address', async () => {
  const { id } = await world.engine.customers.create(world.app, { type: 'INDIVIDUAL' });
  expect(
    await codeOf(world.engine.portalLinks.create(world.app, { customerId: idOf('customer', id), sendTo: 'email' })),
  ).toBe('INVALID_INPUT');
});

test('drafts are saved as typed, and continuing makes the next profile version', async () => {
  const { customerId } = await newLink();
  const portal = portalOf(world.app, customerId);
  await world.engine.portal.save(portal, { subject: 'name', values: { givenNames: '  ' } });
  await world.engine.portal.save(portal, { subject: 'name', values: { givenNames: 'Be' } });
  const { drafts, customer } = await world.engine.portal.session(portal);
  expect(drafts).toMatchObject({ name: { values: { givenNames: 'Be' }, basedOnVersion: 1 } });
  expect(customer.version).toBe(0);
  expect(await world.engine.portal.continue(portal, { subject: 'name', profile: { givenNames: 'Bea' } })).toEqual({
    version: 1,
  });
  expect((await world.engine.portal.session(portal)).drafts).toEqual({});
});

test('a link to another device opens the same case once and expires soon', async () => {
  const customerId = await createdCustomer(world);
  const portal = portalOf(world.app, customerId);
  const { url, expiresAt } = await world.engine.portal.handOver(portal);
  expect(new Date(expiresAt).getTime() - world.clock.now().getTime()).toBe(15 * 60_000);
  const token = url.split('/p/')[1] ?? '';
  const session = await world.engine.portal.open(token);
  expect(await world.engine.portal.authenticate(session.token)).toMatchObject({ kind: 'customer', customerId });
  await expect(world.engine.portal.open(token)).rejects.toMatchObject({ code: 'GONE' });
});
