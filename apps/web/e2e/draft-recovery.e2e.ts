import { expect, test } from './journey.ts';
import { arrive, invite } from './steps.ts';

test('a customer who is signed out in another tab keeps the typed text, and continues with a new link', async ({
  page,
  context,
  client,
  demo,
}) => {
  const { id, link } = await invite(client);
  await arrive(page, link);
  await page.goto(`${demo.url}/portal/profile/name`);
  await page.getByLabel('Given names').fill('Tess');
  await expect(page.getByText(/^Saved \d/)).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${demo.url}/portal`);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('You are signed out');

  // The reason is shown as soon as saving fails, and again when Continue is pressed.
  await page.getByLabel('Given names').fill('Theresa');
  await page.getByLabel('Family name').fill('Specimen');
  const alert = page.getByRole('alert').filter({ hasText: 'You’re signed out' });
  await expect(alert).toContainText('What you typed since the last save is still on this page.');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(alert).toBeInViewport();
  await expect(page.getByLabel('Given names')).toHaveValue('Theresa');
  // Returning to the tab checks for changes, which must not replace the page either.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForLoadState('networkidle').catch(() => {});
  await expect(page.getByLabel('Family name')).toHaveValue('Specimen');

  const again = await client.portalLinks.create.mutate({ customerId: id });
  await arrive(other, again.url);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Date of birth');
  await expect(alert).toHaveCount(0);
  expect((await client.customers.get.query({ customerId: id })).profile).toMatchObject({
    givenNames: 'Theresa',
    familyName: 'Specimen',
  });
});

test('a refused file can only be replaced; one that failed without a connection is sent when it returns', async ({
  page,
  context,
  client,
  passport,
}) => {
  const { link } = await invite(client);
  await arrive(page, link);
  await page.getByRole('link', { name: 'Identity document' }).click();
  await page.getByRole('radio', { name: /Passport/ }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your passport');
  const notPicture = {
    name: 'page.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<!doctype html>'.padEnd(20_000)),
  };
  await page.locator('input[type=file]').first().setInputFiles(notPicture);
  const card = page.getByText('page.jpg').locator('xpath=../..');
  await expect(card.getByRole('status').first()).toContainText('JPEG');
  // A file that is not a picture shows no broken image, and no retry.
  await expect(card.locator('img')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Replace' }).click();
  await context.setOffline(true);
  await (await chooser).setFiles(passport);
  await expect(page.getByText('We send it as soon as you’re connected again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Uploaded', { exact: true })).toBeVisible();

  // Replace opens the file picker as well, and the current file stays until another one is chosen.
  const second = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Replace/ }).click();
  await (await second).setFiles(notPicture);
  await page.getByRole('button', { name: 'Keep the one you have' }).click();
  await expect(page.getByText('Uploaded', { exact: true })).toBeVisible();
});

test('a corrected error disappears, and each error names its field', async ({ page, context, client, demo }) => {
  const { link } = await invite(client);
  await arrive(page, link);
  await page.goto(`${demo.url}/portal/profile/address`);
  await page.getByLabel('Town or city').fill('x'.repeat(100));
  await page.getByLabel('Postcode').fill('9'.repeat(60));
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'need another look' });
  await expect(summary.getByRole('link')).toHaveText([
    'Address line 1: enter the first line of your address.',
    'Town or city: use at most 80 characters.',
    'Postcode: use at most 20 characters.',
    'Choose the country you live in.',
  ]);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByText('We could not save this page')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You’re connected again')).toBeVisible();
  await expect(page.getByText('We could not save this page')).toHaveCount(0);

  await page.goto(`${demo.url}/portal/profile/nope`);
  await page.getByRole('link', { name: 'Your tasks' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complete your profile');
});

test('two tabs of one browser see each other’s drafts, and neither overwrites the other', async ({
  page,
  context,
  client,
  demo,
}) => {
  const { link } = await invite(client);
  await arrive(page, link);
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(`${demo.url}/portal/profile/phone`);
  await page.getByLabel('Phone number').fill('+44111');
  await expect(other.getByLabel('Phone number')).toHaveValue('+44111');

  // An unsaved draft in one tab conflicts with a saved one of the other.
  await page.route('**/api/trpc/portal.save*', (route) => route.abort());
  await page.getByLabel('Phone number').fill('+441112');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await other.getByLabel('Phone number').fill('+44222');
  await expect(page.getByText('On record now: +44222')).toBeVisible();
  await expect(page.getByText('You typed: +441112')).toBeVisible();
  await page.unroute('**/api/trpc/portal.save*');
  await page.getByLabel('Phone number').fill('+4411123');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Keep what I typed' })).toBeFocused();
  await other.reload();
  await expect(other.getByLabel('Phone number')).toHaveValue('+44222');

  await page.getByRole('button', { name: 'Keep what I typed' }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(other.getByLabel('Phone number')).toHaveValue('+4411123');
});
