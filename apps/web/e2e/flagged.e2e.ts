import { expect, test } from './journey.ts';
import { confirmProposal, decide, findCase, openCase, seesStatus, signIn, submitAs } from './steps.ts';

test('a reviewer proposes to approve a flagged customer and an approver decides, while the customer watches', async ({
  page,
  browser,
  client,
  demo,
  hooks,
  passport,
}) => {
  const id = await submitAs(page, client, { givenNames: 'Flora', familyName: 'Flagged' }, passport);
  await seesStatus(page, 'Verification in progress');
  await expect
    .poll(async () => (await client.customers.get.query({ customerId: id })).summary)
    .toContain('A person will look');
  await expect(page.getByText('Usually 1 to 3 business days.')).toBeVisible();
  await expect(page.getByText(/10 minutes/)).toHaveCount(0);

  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, demo, 'reviewer');
  await expect(reviewer.getByRole('link', { name: 'Flora Flagged' }).first()).toBeVisible();
  await openCase(reviewer, demo, id);
  await expect(reviewer.getByText('A check was flagged: a person must look')).toBeInViewport();
  await expect(reviewer.getByText('Sandbox vendor: The sandbox vendor wants a person to look.')).toBeInViewport();
  // The passport belongs to another person, and no machine has read it. The page must not say otherwise.
  const data = reviewer.locator('section', { has: reviewer.getByRole('heading', { name: 'Data', exact: true }) });
  await expect(data.getByText('Nobody has compared this with the documents yet.')).toBeVisible();
  await expect(data.locator('svg')).toHaveCount(0);
  await decide(reviewer, { verb: 'Approve', commit: 'Propose to approve', note: 'The names agree on paper.' });
  await expect(reviewer.getByText('Waiting for a second person').first()).toBeVisible();
  expect((await client.customers.get.query({ customerId: id })).customerStatus).toBe('UNDER_REVIEW');

  const approver = await (await browser.newContext()).newPage();
  await signIn(approver, demo, 'approver');
  await findCase(approver, id, 'Flora Flagged');
  await expect(approver).toHaveURL(`${demo.url}/desk/cases/${id}`);
  await expect(approver.getByText('The names agree on paper.').first()).toBeVisible();
  await confirmProposal(approver);

  await seesStatus(page, 'You’re verified');
  await expect.poll(() => hooks.statuses(id)).toEqual(['UNDER_REVIEW', 'ACTIVE']);
  // A person compared the data on the passport, and none of the rest.
  const verified = page.getByRole('region', { name: 'What we verified' });
  await expect(verified.getByRole('term')).toHaveText(['Given names', 'Family name', 'Date of birth', 'Nationality']);
  const told = page.getByRole('region', { name: 'What you told us' });
  await expect(told.getByRole('term').first()).toHaveText('Phone number');
  await expect(told).toContainText('Employed');
  await expect(page.getByText('Not given')).toHaveCount(0);
});
