import { expect, test } from './journey.ts';
import { arrive, invite } from './steps.ts';

test('a draft is available on another device, and two tabs never overwrite each other', async ({
  page,
  browser,
  client,
  demo,
}) => {
  const { id, link } = await invite(client);
  const name = `${demo.url}/portal/profile/name`;
  await arrive(page, link);
  await page.goto(name);
  await page.getByLabel('Given names').fill('Tess');
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  // A draft is not submitted, so the other app cannot read it yet.
  expect((await client.customers.get.query({ customerId: id })).profile).toEqual({});

  const again = await client.portalLinks.create.mutate({ customerId: id });
  const other = await (await browser.newContext()).newPage();
  await arrive(other, again.url);
  await other.goto(name);
  await expect(other.getByLabel('Given names')).toHaveValue('Tess');
  await other.getByLabel('Given names').fill('Theresa');
  await other.getByLabel('Family name').fill('Specimen');
  await other.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Date of birth');

  // The first tab keeps the typed value, shows both values, and sends neither when Continue is pressed.
  await expect(page.getByText('This was changed somewhere else while you were typing')).toBeVisible();
  await expect(page.getByText('On record now: Theresa')).toBeVisible();
  await expect(page.getByText('You typed: Tess')).toBeVisible();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Keep what I typed' })).toBeFocused();
  expect((await client.customers.get.query({ customerId: id })).profile).toMatchObject({ givenNames: 'Theresa' });
  await page.getByRole('button', { name: 'Use what is on record' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Date of birth');
  expect((await client.customers.get.query({ customerId: id })).profile).toMatchObject({
    givenNames: 'Theresa',
    familyName: 'Specimen',
  });

  // Back returns to the previous page with its answers. Text typed offline is saved when the connection returns.
  await page.goBack();
  await expect(page.getByLabel('Given names')).toHaveValue('Theresa');
  await page.goForward();
  await page.context().setOffline(true);
  await page.getByLabel('Day').fill('17');
  await expect(page.getByText(/offline/i).first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Day')).toHaveValue('17');
});

test('when two people share a browser, a draft of one is never saved for the other', async ({ page, client, demo }) => {
  const [one, other] = [await invite(client), await invite(client)];
  const name = `${demo.url}/portal/profile/name`;
  await arrive(page, one.link);
  await page.goto(name);
  const second = await page.context().newPage();
  await arrive(second, other.link);
  await page.getByLabel('Given names').fill('Private');
  await expect(page.getByText('You’re signed out')).toBeVisible();
  await page.getByLabel('Family name').fill('Person');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByLabel('Given names')).toHaveValue('Private');
  await second.goto(name);
  await expect(second.getByLabel('Given names')).toHaveValue('');
  expect((await client.customers.get.query({ customerId: other.id })).profile).toEqual({});
});
