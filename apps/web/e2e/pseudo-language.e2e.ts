import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { untranslatedOn } from './untranslated.ts';

test.use({ locale: 'en-XA' });

const STATUSES = [
  'UNDER_REVIEW',
  'NEEDS_ADDITIONAL_INFORMATION',
  'ACTIVE',
  'REJECTED',
  'DEACTIVATED',
  'CREATED',
] as const;
/** The pages to check. On pages with a form, its errors are checked as well. */
const PAGES = [
  '/portal/profile/name',
  '/portal/profile/birth-date',
  '/portal/profile/address',
  '/portal/profile/money',
  '/portal/document',
  '/portal/document/driving-licence',
  '/portal/check',
  '/portal/no-such-page',
];

/** Every text that a value holds. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);

const go = (page: Page) => page.getByRole('main').locator('button[type=submit], button:has(.invisible)').first();

test('every sentence of the portal comes from the catalogue', async ({ page, client, demo }) => {
  const untranslated: string[] = [];
  const data: string[] = ['Gatehouse'];
  const look = async (what: string) => {
    for (const text of await untranslatedOn(page, data)) untranslated.push(`${what}: ${text}`);
  };
  let link = '';
  for (const status of STATUSES) {
    const [customer] = (await client.customers.list.query({ status, limit: 1 })).items;
    if (!customer) throw new Error(`The demo has nobody who is ${status}.`);
    const { displayName, profile } = await client.customers.get.query({ customerId: customer.id });
    data.push(displayName, ...textsOf(profile));
    link = (await client.portalLinks.create.mutate({ customerId: customer.id })).url;
    await page.goto(link);
    data.push(...(await page.locator('header p').allInnerTexts()));
    if (status === 'CREATED') await look('arriving');
    await go(page).click();
    await page.waitForURL('**/portal');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(status);
    if (status !== 'NEEDS_ADDITIONAL_INFORMATION') continue;
    await go(page).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('a request with nothing answered');
  }
  for (const path of PAGES) {
    await page.goto(demo.url + path);
    await look(path);
    if ((await go(page).count()) === 0) continue;
    await go(page).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look(`${path} with errors`);
  }
  for (const path of [new URL(link).pathname, '/p/ended', '/no-such-page']) {
    await page.goto(demo.url + path);
    await look(path);
  }
  expect(untranslated).toEqual([]);
});
