import { createClient } from '@gatehouse/client';
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { type Production, startProduction } from './production.ts';
import { arrive, completeProfile, decide, openCase, seesStatus, send } from './steps.ts';

let production: Production;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  production = await startProduction();
});
test.afterAll(() => production?.stop());

test('in production a customer is invited by email, and staff with a second factor decide', async ({
  page,
  browser,
  passport,
}) => {
  test.setTimeout(180_000);
  const { url, admin, apiKeys, mail } = production;
  const client = createClient({ url, apiKey: apiKeys.live });

  // The customer opens the link of the email that the other app requested.
  const email = 'lena.specimen@example.com';
  const { id } = await client.customers.create.mutate({ type: 'INDIVIDUAL', externalId: 'p-1', email });
  await client.portalLinks.create.mutate({ customerId: id, sendTo: 'email' });
  await expect.poll(() => mail.linkFor(email)).toBeTruthy();
  await arrive(page, mail.linkFor(email) ?? '');
  await completeProfile(page, { givenNames: 'Lena', familyName: 'Specimen' }, passport);
  await send(page);
  await seesStatus(page, 'Verification in progress');
  await expect
    .poll(async () => (await client.customers.get.query({ customerId: id })).summary)
    .toContain('A person will look');

  // The admin's password alone gives no access.
  const earlier = await (await browser.newContext()).newPage();
  await enterPassword(earlier);
  await expect(earlier.getByRole('heading', { level: 1 })).toHaveText('Set up a second factor');
  const context = await browser.newContext();
  const desk = await context.newPage();
  await enterPassword(desk);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Set up a second factor');
  await desk.goto(`${url}/desk`);
  await expect(desk).toHaveURL(`${url}/desk/sign-in/second-factor`);
  const raw = await context.request.get(`${url}/api/trpc/desk.queue.list?input=${encodeURIComponent('{"json":{}}')}`);
  expect(raw.status()).toBe(403);
  expect(await raw.text()).toContain('SECOND_FACTOR_REQUIRED');

  // Pairing an authenticator app: a wrong code shows an error, the right one shows the backup codes.
  await expectAccessible(desk, 'second factor, password');
  await desk.getByLabel('Your password').fill(admin.password);
  await desk.getByRole('button', { name: 'Set up the second factor' }).click();
  await expect(desk.getByRole('img', { name: /authenticator app/ })).toBeVisible();
  await expectAccessible(desk, 'second factor, pairing');
  const secret = (await desk.getByLabel('Setup key').innerText()).replaceAll(' ', '');
  const totp = new TOTP({ secret });
  await desk.getByLabel('Six digits').fill(totp.generate() === '000000' ? '111111' : '000000');
  await desk.getByRole('button', { name: 'Continue' }).click();
  await expect(desk.getByText('This code does not match.')).toBeVisible();
  const used = totp.generate();
  await desk.getByLabel('Six digits').fill(used);
  await desk.getByRole('button', { name: 'Continue' }).click();
  await expect(desk.getByText('Your second factor works')).toBeVisible();
  await expectAccessible(desk, 'second factor, backup codes');
  const [backup = ''] = await desk.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
  await desk.getByRole('button', { name: 'Go to the desk' }).click();
  await expect(desk.getByText('Save the codes first')).toBeVisible();
  await desk.getByRole('checkbox', { name: 'I have saved these codes' }).check();
  await desk.getByRole('button', { name: 'Go to the desk' }).click();
  await expect(desk).toHaveURL(`${url}/desk`);

  // Earlier sessions with the password alone are ended.
  await earlier.goto(`${url}/desk/sign-in/second-factor`);
  await expect(earlier).toHaveURL(/\/desk\/sign-in$/);

  // Each sign-in now requires the second factor. Backup codes and codes of the app work once each.
  const other = await (await browser.newContext()).newPage();
  await enterPassword(other);
  await expect(other.getByText('Your password is right. One more step.')).toBeVisible();
  await expectAccessible(other, 'sign-in, code');
  await enterBackupCode(other, backup);
  await expect(other).toHaveURL(`${url}/desk`);
  const third = await (await browser.newContext()).newPage();
  await enterPassword(third);
  await enterBackupCode(third, backup);
  await expect(third.getByText('This backup code does not match, or has been used.')).toBeVisible();
  await third.getByRole('button', { name: 'Use the authenticator app instead' }).click();
  await enterAppCode(third, used);
  await expect(third.getByText('This code has been used already.')).toBeVisible();
  await enterAppCode(third, totp.generate({ timestamp: Date.now() + 30_000 }));
  await expect(third).toHaveURL(`${url}/desk`);

  await openCase(desk, { url }, id);
  await decide(desk, { verb: 'Approve', commit: 'Approve', note: 'Looked at the passport.' });
  await seesStatus(page, 'You’re verified');
  expect((await client.customers.get.query({ customerId: id })).customerStatus).toBe('ACTIVE');
  // The customer gets an email with a link to their page.
  await expect.poll(() => mail.emailsTo(email).length).toBe(2);
  await page.context().clearCookies();
  await page.goto(mail.linkFor(email) ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await seesStatus(page, 'You’re verified');
});

test('production has no demo, no simulation, no mailbox, and no webhooks to this machine', async ({ page }) => {
  const { url, apiKeys } = production;
  await page.goto(`${url}/desk/sign-in`);
  await expect(page.getByLabel('Password')).toBeVisible();
  await expect(page.getByText(/demo/i)).toHaveCount(0);
  for (const path of ['/mailbox', '/gallery']) expect((await fetch(url + path)).status).toBe(404);
  const live = createClient({ url, apiKey: apiKeys.live });
  expect((await live.customers.list.query({})).items.map((each) => each.externalId)).toEqual(['p-1']);
  for (const address of ['http://127.0.0.1:9/hook', 'https://localhost/hook', 'http://example.com/hook'])
    await expect(live.webhookEndpoints.create.mutate({ url: address })).rejects.toMatchObject({
      data: { gatehouse: { code: 'INVALID_INPUT' } },
    });
  // A key cannot read the other mode.
  expect((await createClient({ url, apiKey: apiKeys.test }).customers.list.query({})).items).toEqual([]);
});

async function enterPassword(page: Page): Promise<void> {
  await page.goto(`${production.url}/desk/sign-in`);
  await page.getByLabel('Email').fill(production.admin.email);
  await page.getByLabel('Password').fill(production.admin.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function enterAppCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from your authenticator app').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function enterBackupCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a backup code instead' }).click();
  await page.getByLabel('Backup code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}
