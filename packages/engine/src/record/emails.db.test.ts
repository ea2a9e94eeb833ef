import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, readyCustomer } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { together } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Email } from './emails.ts';
import { loadCustomer } from './load.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function emailsTo(customerId: string): Promise<Email[]> {
  const { key } = await loadCustomer(world.deps, world.app.tenantId, customerId);
  const rows = await world.sql<{ sealed: Buffer }[]>`
    select sealed from mail where customer_id = ${customerId} order by created_at, id`;
  return rows.map((row) => key.open<Email>('mail', row.sealed));
}

const REJECTED = {
  event: 'reject',
  reasonCode: 'FRAUD',
  note: 'A secret reason.',
  message: 'Not for an email.',
} as const;

test('a customer with an address gets an email about each transition, with a link and without the reason', async () => {
  const email = 'emails@customer.example';
  const id = await completeCustomer(world, { email, profile: { familyName: 'Specimen' } });
  expect(await emailsTo(id)).toEqual([]);
  await drain(world);
  await together(world, { customerId: id, ...REJECTED });
  const emails = await emailsTo(id);
  expect(emails.map((each) => [each.to, each.subject])).toEqual([
    [email, 'You’re verified'],
    [email, 'About your verification'],
  ]);
  for (const { text, link } of emails) {
    expect(text).toContain(link);
    expect(text).not.toMatch(/secret|Not for|fraud|\{partner\}/i);
    const session = await world.engine.portal.open(link?.split('/p/')[1] ?? '');
    expect(await world.engine.portal.authenticate(session.token)).toMatchObject({ customerId: id });
  }
});

test('a customer without an address, or of a partner that sends its own emails, gets none', async () => {
  const without = await readyCustomer(world);
  await world.engine.customers.update(world.app, { customerId: without, email: null });
  await world.engine.customers.update(world.app, { customerId: without, declare: true });
  await world.owner`update partner set writes_letters = false`;
  const other = await completeCustomer(world, { email: 'other@customer.example' });
  await drain(world);
  await world.owner`update partner set writes_letters = true`;
  for (const id of [without, other]) expect(await emailsTo(id)).toEqual([]);
});

test('a change that loses a race sends no email', async () => {
  const id = await completeCustomer(world, { email: 'race@customer.example', profile: { familyName: 'Flagged' } });
  await drain(world);
  const approve = () =>
    world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve', note: 'Fine.' });
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, approve));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await emailsTo(id)).toHaveLength(1);
  expect(await world.sql`select from portal_link where customer_id = ${id}`).toHaveLength(1);
});
