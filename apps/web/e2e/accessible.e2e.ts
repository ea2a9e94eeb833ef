import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { arrive, invite, openCase, signIn } from './steps.ts';

/** The statuses of the published lifecycle. The demo has a customer in each. */
const STATUSES = [
  'CREATED',
  'UNDER_REVIEW',
  'NEEDS_ADDITIONAL_INFORMATION',
  'ACTIVE',
  'REJECTED',
  'DEACTIVATED',
] as const;
test('the portal’s page of every status has no accessibility violations', async ({ page, client }) => {
  test.setTimeout(240_000);
  const { statuses } = await client.lifecycle.describe.query();
  expect(statuses.map(({ status }) => status)).toEqual(STATUSES);
  for (const status of STATUSES) {
    const [customer] = (await client.customers.list.query({ status, limit: 1 })).items;
    if (!customer) throw new Error(`The demo has nobody who is ${status}.`);
    const link = await client.portalLinks.create.mutate({ customerId: customer.id });
    await page.goto(link.url);
    if (status === 'CREATED') await expectAccessible(page, 'arriving');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, `portal, ${status}`);
  }
});

test('the pages of the profile and their errors have no accessibility violations', async ({ page, client }) => {
  test.setTimeout(240_000);
  const { link } = await invite(client);
  await arrive(page, link);
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).href));
  expect(hrefs.length).toBeGreaterThan(5);
  for (const href of hrefs) {
    await page.goto(href);
    await expectAccessible(page, href);
    const go = page.getByRole('button', { name: 'Continue', exact: true });
    if ((await go.count()) === 0) continue;
    await go.click();
    await expect(page.getByRole('alert').or(page.getByText('There is a problem')).first()).toBeVisible();
    await expectAccessible(page, `${href} with errors`);
  }
});

test('the desk has no accessibility violations: sign-in, queue, a case in every status, every dialog', async ({
  page,
  client,
  demo,
}) => {
  test.setTimeout(300_000);
  await page.goto(`${demo.url}/desk/sign-in`);
  await expectAccessible(page, 'sign-in');
  await signIn(page, demo, 'admin');
  await page.goto(`${demo.url}/desk?view=all`);
  await expectAccessible(page, 'queue');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('specimen');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'finding');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${demo.url}/desk/staff`);
  await expectAccessible(page, 'staff');
  for (const action of ['Rename', 'Change role', 'Disable']) {
    await page.getByRole('button', { name: 'Change Rita Sample' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await expectAccessible(page, `staff, ${action}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  for (const status of STATUSES) {
    const [customer] = (await client.customers.list.query({ status, limit: 1 })).items;
    await openCase(page, demo, customer?.id ?? '');
    await expectAccessible(page, `case, ${status}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const verb of ['Approve', 'Request information', 'Reject', 'Deactivate', 'Reopen', 'Reactivate']) {
      const opens = page.locator(`button:not([aria-disabled=true])`, { hasText: new RegExp(`^${verb}`) }).first();
      if ((await opens.count()) === 0) continue;
      await opens.click();
      await expectAccessible(page, `${verb} in ${status}`);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
});

test('an admin finds the endpoint that retries, and its page has no accessibility violations', async ({
  page,
  demo,
}) => {
  test.setTimeout(180_000);
  await signIn(page, demo, 'admin');
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expectAccessible(page, 'webhooks');
  await page.getByRole('link', { name: 'Demo receiver that is down' }).click();
  await expect(page.getByText('The connection was refused.').first()).toBeVisible();
  await expectAccessible(page, 'a webhook endpoint');
  const attempts = page.getByRole('table').first().getByRole('row');
  const before = await attempts.count();
  await page
    .getByRole('button', { name: /^Send again/ })
    .first()
    .click();
  await expect(page.getByText('The delivery is sent again').first()).toBeVisible();
  expect(before).toBeGreaterThan(1);
});

test('only admins can see that there is a page of webhooks', async ({ page, demo }) => {
  await signIn(page, demo, 'reviewer');
  await expect(page.getByRole('link', { name: 'Webhooks' })).toHaveCount(0);
  await page.goto(`${demo.url}/desk/webhooks`);
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toHaveCount(0);
  await expect(page.getByText('127.0.0.1')).toHaveCount(0);
});

test('the docs have no accessibility violations and no broken links', async ({ page, demo }) => {
  test.setTimeout(180_000);
  await page.goto(`${demo.url}/docs`);
  await expectAccessible(page, 'docs');
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).href));
  expect(hrefs.length).toBeGreaterThan(4);
  for (const href of hrefs) {
    await page.goto(href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, href);
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      const to = new URL((await link.getAttribute('href')) ?? '', href);
      expect((await fetch(to)).status, `${to} from ${href}`).toBe(200);
    }
  }
});

test('without a session, pages fetched as HTML or as data hold no personal data', async ({ client, demo }) => {
  const [customer] = (await client.customers.list.query({ status: 'ACTIVE', limit: 1 })).items;
  for (const path of ['/portal', '/portal/check', '/desk', '/desk/webhooks', `/desk/cases/${customer?.id}`]) {
    for (const headers of [{}, { rsc: '1' }]) {
      const text = await (
        await fetch(demo.url + path, { headers: headers as Record<string, string>, redirect: 'manual' })
      ).text();
      expect(text).not.toContain(customer?.displayName);
      expect(text).not.toContain(customer?.email ?? '@example');
    }
  }
});
