import { specimenDocument } from '@gatehouse/providers';
import { expect, test } from './journey.ts';
import { seesStatus, submitAs } from './steps.ts';

test('a customer who is asked for two things keeps a partial answer, sends the rest, and is verified', async ({
  page,
  client,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Ines', familyName: 'Inquire' }, passport);
  await seesStatus(page, 'We need 2 more things');

  // The other app is told what is asked, by webhook and by polling alike.
  await expect.poll(() => hooks.about(id).map((event) => event.type)).toContain('verification.information_requested');
  const told = hooks.about(id).find((event) => event.type === 'verification.information_requested');
  const asked = (await client.customers.get.query({ customerId: id })).requirements;
  expect(told?.data.requirements).toEqual(asked);
  expect(asked.map((item) => item.code).sort()).toEqual(['ADDRESS_UNVERIFIED', 'DOCUMENT_BLURRED']);

  // Words beside a document are kept and read, and answer nothing.
  await page.getByRole('button', { name: 'Add a comment: proof of address' }).click();
  await page.getByLabel('Your comment').fill('I have just moved, and my first bill comes on Monday.');
  await page.getByRole('button', { name: 'Send 1 comment' }).click();
  await expect(page.getByText('We have your 1 comment')).toBeVisible();
  await seesStatus(page, 'We need 2 more things');
  await expect(page.getByText('my first bill comes on Monday')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your comment')).toHaveCount(0);
  const commented = await client.customers.get.query({ customerId: id });
  expect(commented.customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect(commented.requirements.map((item) => [item.status, item.answeredBy])).toEqual([
    ['OPEN', 'document'],
    ['OPEN', 'document'],
  ]);

  const files = page.locator('input[type=file]');
  await files
    .first()
    .setInputFiles({ ...passport, buffer: Buffer.from(await specimenDocument({ number: 'X7654321' })) });
  await page.getByRole('button', { name: 'Send 1 answer' }).click();
  await seesStatus(page, 'We need 1 more thing');
  expect((await client.customers.get.query({ customerId: id })).customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');

  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...passport, name: 'bill.jpg' });
  await page.getByRole('button', { name: 'Send 1 answer' }).click();
  await seesStatus(page, 'You’re verified');
  await expect
    .poll(() => hooks.statuses(id))
    .toEqual(['UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'UNDER_REVIEW', 'ACTIVE']);
});
