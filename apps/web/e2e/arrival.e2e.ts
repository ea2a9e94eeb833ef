import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { arrive } from './steps.ts';

test('a link works once; a used one offers another by email, without telling which addresses are known', async ({
  page,
  browser,
  client,
  demo,
}) => {
  const email = `arriving-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const { id } = await client.customers.create.mutate({ type: 'INDIVIDUAL', email });
  const { url } = await client.portalLinks.create.mutate({ customerId: id });

  // A mail scanner opens the link twice, which does not use it up.
  for (let looks = 0; looks < 2; looks += 1) expect(await (await fetch(url)).text()).toContain('Continue');
  await arrive(page, url);
  await expect(page).toHaveURL(`${demo.url}/portal`);

  const later = await (await browser.newContext()).newPage();
  await later.goto(url);
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
  await expectAccessible(later, 'a used link');
  for (const address of ['nobody@example.com', email]) {
    await later.goto(url);
    await later.getByLabel('Your email address').fill(address);
    await later.getByRole('button', { name: 'Send me a new link' }).click();
    await expect(later.getByText('If we know this address, a new link is on its way.')).toBeVisible();
  }
  await later.getByRole('link', { name: 'mailbox' }).click();
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('Mailbox');
  // The worker looks the address up, so the email arrives later and the page does not wait for it.
  const message = later.locator('section', { hasText: `To ${email}` });
  await expect(async () => {
    await later.reload();
    await expect(message).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(later.getByText('To nobody@example.com')).toHaveCount(0);
  await message.getByRole('link', { name: 'Open the link' }).click();
  await later.getByRole('button', { name: 'Continue' }).click();
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('Complete your profile');
});
