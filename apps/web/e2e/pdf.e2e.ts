import type { Browser } from '@playwright/test';
import { expect, test } from './journey.ts';
import { openCase, seesStatus, signIn, submitAs } from './steps.ts';

/**
 * A PDF of four pages as a browser prints it: with fonts, an outline, tags for screen readers, and all kinds of
 * harmless links.
 */
async function printed(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const links = ['https://bank.example/a?b=c#d', 'mailto:help@bank.example', 'tel:+442079460958', '#end'];
  const line = '<p>Interest paid on the balance of 1,234.56 in November</p>';
  await page.setContent(
    `<title>Statement</title>${links.map((link) => `<a href="${link}">${link}</a> `).join('')}
    ${`<h1 style="break-after: page">Statement</h1>${line.repeat(9)}`.repeat(3)}<h2 id="end">End</h2>`,
  );
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
  await page.close();
  return pdf;
}

test('the desk shows a PDF as a picture of its pages, and downloads it unchanged', async ({
  page,
  browser,
  client,
  demo,
}) => {
  const buffer = await printed(browser);
  const file = { name: 'passport.pdf', mimeType: 'application/pdf', buffer };
  const id = await submitAs(page, client, { givenNames: 'Paula', familyName: 'Flagged' }, file);
  await seesStatus(page, 'Verification in progress');
  await expect
    .poll(async () => (await client.customers.get.query({ customerId: id })).summary)
    .toContain('A person will look');

  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, demo, 'reviewer');
  for (const width of [1440, 390]) {
    await reviewer.setViewportSize({ width, height: 900 });
    await openCase(reviewer, demo, id);
    const picture = reviewer.getByRole('img', { name: 'Passport', exact: true });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1_000);
    await expect(reviewer.getByText('A PDF of 4 pages. The first 3 are shown')).toBeVisible();
    await expect(reviewer.getByText('A PDF of 4 pages, without a lock, scripts or attachments.').first()).toBeVisible();
  }
  const coming = reviewer.waitForEvent('download');
  await reviewer.getByRole('link', { name: 'Download the PDF' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(buffer)).toBe(true);
});
