import { expect, test } from './journey.ts';
import { decide, openCase, seesStatus, signIn, submitAs } from './steps.ts';

test('a failed check holds until an approver rejects, and a second tab shows the conflict instead of overwriting', async ({
  page,
  browser,
  client,
  demo,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Fabian', familyName: 'Failing' }, passport);
  await seesStatus(page, 'Verification in progress');
  await expect
    .poll(async () => (await client.customers.get.query({ customerId: id })).summary)
    .toContain('A person will look');

  const desk = await browser.newContext();
  const [approver, secondTab] = [await desk.newPage(), await desk.newPage()];
  await signIn(approver, demo, 'approver');
  await openCase(approver, demo, id);
  await openCase(secondTab, demo, id);
  await secondTab
    .getByRole('button', { name: /^Reject/ })
    .first()
    .click();
  await secondTab.getByRole('dialog').getByLabel('Reason').selectOption({ label: 'Fraudulent information' });
  await secondTab.getByRole('dialog').getByLabel('Internal note').fill('Kept while I was too late.');

  await decide(approver, {
    verb: 'Reject',
    commit: 'Reject',
    reason: 'Documents could not be verified',
    note: 'The vendor found no such person.',
    message: 'Please write to us if you think this is wrong.',
  });
  await seesStatus(page, 'We can’t verify you');
  await expect(page.getByText('Please write to us if you think this is wrong.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Send/ })).toHaveCount(0);

  // The conflict is shown before anything is pressed. The button keeps its decision, and the typed text stays.
  const late = secondTab.getByRole('dialog');
  await expect(late.getByText(/decided this \d+ s ago: it is Rejected now/)).toBeVisible();
  await expect(late.getByRole('button', { name: 'Reject', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expect(late.getByLabel('Internal note')).toHaveValue('Kept while I was too late.');

  await expect.poll(() => hooks.statuses(id)).toEqual(['UNDER_REVIEW', 'REJECTED']);
  const rejected = hooks
    .about(id)
    .find((event) => event.data.customerStatus === 'REJECTED' && event.type === 'customer.status_changed');
  expect(rejected?.data.reason).toMatchObject({ code: 'DOCUMENTS_UNVERIFIABLE' });
  expect(JSON.stringify(hooks.about(id))).not.toContain('no such person');
});
