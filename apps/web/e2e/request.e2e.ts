import { specimenDocument } from '@gatehouse/providers';
import { expect, test } from './journey.ts';
import { openCase, seesStatus, signIn, submitAs } from './steps.ts';

test('a customer answers one of two requested items, answers the other later, and is verified', async ({
  page,
  browser,
  client,
  demo,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Ines', familyName: 'Inquire' }, passport);
  await seesStatus(page, 'We need 2 more things');

  // The other app gets the requested items by webhook and by polling.
  await expect.poll(() => hooks.about(id).map((event) => event.type)).toContain('verification.information_requested');
  const told = hooks.about(id).find((event) => event.type === 'verification.information_requested');
  const asked = (await client.customers.get.query({ customerId: id })).requirements;
  expect(told?.data.requirements).toEqual(asked);
  expect(asked.map((item) => item.code).sort()).toEqual(['ADDRESS_UNVERIFIED', 'DOCUMENT_BLURRED']);

  // A comment beside a document is stored and shown, and does not answer the item.
  await page.getByRole('button', { name: /^Add a comment.*proof of address/ }).click();
  await page.getByLabel('Your comment').fill('I have just moved, and my first bill comes on Monday.');
  await page.getByRole('button', { name: 'Send 1 comment' }).click();
  await expect(page.getByText('We have your comment')).toBeVisible();
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

  // The same picture as before is recognised at once, with advice. Another picture replaces it.
  const files = page.locator('input[type=file]');
  await files.first().setInputFiles(passport);
  await expect(page.getByText('This is the same picture as before.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send 1 answer' })).toBeVisible();
  await files
    .first()
    .setInputFiles({ ...passport, buffer: Buffer.from(await specimenDocument({ number: 'X7654321' })) });
  await expect(page.getByText('This is the same picture as before.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Send 1 answer' }).click();
  await seesStatus(page, 'We need 1 more thing');
  expect((await client.customers.get.query({ customerId: id })).customerStatus).toBe('NEEDS_ADDITIONAL_INFORMATION');

  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...passport, name: 'bill.jpg' });
  await expect(page.getByText('This is the same picture as the passport.')).toBeVisible();
  await page.getByRole('button', { name: 'Send 1 answer' }).click();
  await seesStatus(page, 'You’re verified');
  await expect
    .poll(() => hooks.statuses(id))
    .toEqual(['UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'UNDER_REVIEW', 'ACTIVE']);

  // The same picture was sent anyway. The desk says so beside the answer and links to the earlier picture.
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, demo, 'reviewer');
  await openCase(desk, demo, id);
  const answer = desk.getByRole('listitem').filter({ hasText: 'We could not confirm your address.' });
  await expect(answer).toContainText('my first bill comes on Monday');
  await expect(answer).toContainText('The same picture as the passport uploaded');
  await answer.getByRole('button', { name: /Passport\s*Replaced/ }).click();
  await expect(desk.getByRole('img', { name: 'Passport', exact: true })).toBeVisible();
});
