import { expect, test } from './journey.ts';
import { confirmProposal, decide, openCase, seesStatus, signIn, submitAs } from './steps.ts';

test('one admin deactivates a verified customer, and two reactivate them', async ({
  page,
  browser,
  client,
  demo,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Dora', familyName: 'Specimen' }, passport);
  await seesStatus(page, 'You’re verified');

  const first = await (await browser.newContext()).newPage();
  await signIn(first, demo, 'admin', 0);
  await openCase(first, demo, id);
  await decide(first, {
    verb: 'Deactivate',
    commit: 'Deactivate',
    reason: 'Compliance hold',
    temporary: true,
    note: 'A question from the bank.',
  });
  await seesStatus(page, 'Your account is on hold');
  expect(await client.access.check.query({ customerId: id, capability: 'transact' })).toMatchObject({
    allowed: false,
    customerStatus: 'DEACTIVATED',
  });

  await decide(first, {
    verb: 'Reactivate',
    commit: 'Propose to reactivate',
    reason: 'Hold cleared',
    note: 'The bank is content.',
  });
  // The proposer cannot confirm, and the page says so in place of the button.
  await expect(first.getByRole('button', { name: /^Confirm/ }).first()).toHaveAttribute('aria-disabled', 'true');

  const second = await (await browser.newContext()).newPage();
  await signIn(second, demo, 'admin', 1);
  await openCase(second, demo, id);
  await confirmProposal(second);
  await seesStatus(page, 'You’re verified');
  await expect.poll(() => hooks.statuses(id)).toEqual(['UNDER_REVIEW', 'ACTIVE', 'DEACTIVATED', 'ACTIVE']);
});
