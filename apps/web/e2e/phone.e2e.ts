import { devices, type Locator } from '@playwright/test';
import readCode from 'jsqr';
import sharp from 'sharp';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { arrive, invite } from './steps.ts';

test('a customer scans the code on the screen, sends the picture from their phone, and sees it on the screen', async ({
  page,
  browser,
  client,
  demo,
  passport,
}) => {
  const documents = `${demo.url}/portal/document/passport`;
  const { link } = await invite(client);
  await arrive(page, link);
  await page.goto(documents);
  await page.getByRole('button', { name: 'Continue on your phone' }).click();
  const code = page.getByRole('img', { name: 'A code that opens this page on your phone' });
  await expect(code).toBeVisible();
  await expectAccessible(page, 'document, with the code for a phone');
  await page.emulateMedia({ colorScheme: 'dark' });
  const address = await scan(code);
  expect(address).toMatch(new RegExp(`^${demo.url}/p/`));

  const phone = await (await browser.newContext({ ...devices['Pixel 7'] })).newPage();
  await arrive(phone, address);
  await phone.goto(documents);
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Continue on your phone' })).toBeHidden();
  await phone.locator('input[type=file]').first().setInputFiles(passport);
  await expect(phone.getByRole('button', { name: /Replace/ })).toBeVisible();

  await expect(page.getByRole('button', { name: /Replace/ })).toBeVisible();

  // The code was visible on a screen, so it works only once.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('button', { name: 'Continue' })).toHaveCount(0);
});

/** Reads the code from the screen, as a camera would. */
async function scan(code: Locator): Promise<string> {
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readCode(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}
