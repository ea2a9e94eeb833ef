import { expect, test } from './journey.ts';
import { seesStatus, submitAs } from './steps.ts';

test('a customer who passes every check is verified while they watch, and the other app gets an event for each step', async ({
  page,
  client,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Anna Maria', familyName: 'Specimen' }, passport);
  await seesStatus(page, 'You’re verified');

  await expect.poll(() => hooks.statuses(id)).toEqual(['UNDER_REVIEW', 'ACTIVE']);
  const events = hooks.about(id);
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.map((event) => event.type)).toEqual(
    expect.arrayContaining([
      'customer.created',
      'document.uploaded',
      'verification.submitted',
      'verification.completed',
    ]),
  );

  const { customerStatus, access } = await client.customers.get.query({ customerId: id });
  expect(customerStatus).toBe('ACTIVE');
  expect(access).toContain('transact');
  expect(await client.access.check.query({ customerId: id, capability: 'transact' })).toMatchObject({ allowed: true });
  await expect(
    client.customers.update.mutate({ customerId: id, profile: { givenNames: 'Other' } }),
  ).rejects.toMatchObject({ data: { gatehouse: { code: 'UPDATE_NOT_ALLOWED' } } });
});
