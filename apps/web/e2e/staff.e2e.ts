import { expect, test } from './journey.ts';
import { signIn } from './steps.ts';

test('an admin renames, disables and enables an account, which loses access at once', async ({
  page,
  browser,
  demo,
}) => {
  test.setTimeout(180_000);
  const auditor = await (await browser.newContext()).newPage();
  await signIn(auditor, demo, 'auditor');
  expect((await auditor.goto(`${demo.url}/desk/staff`))?.status()).toBe(404);
  await expect(auditor.getByRole('link', { name: 'Staff' })).toHaveCount(0);

  await signIn(page, demo, 'admin');
  await page.getByRole('link', { name: 'Staff' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff');
  const act = async (name: string, action: string, newName?: string) => {
    await page.getByRole('button', { name: `Change ${name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
    const dialog = page.getByRole('dialog');
    if (newName) await dialog.getByLabel('Name').fill(newName);
    await dialog.getByRole('button', { name: action, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await act('Otto Sample', 'Rename', 'Otto Specimen');
  const row = page.getByRole('row', { name: /Otto Specimen/ });
  await act('Otto Specimen', 'Disable');
  await expect(row.getByText('Disabled')).toBeVisible();
  await auditor.goto(`${demo.url}/desk`);
  await expect(auditor).toHaveURL(/\/desk\/sign-in/);
  await auditor.getByLabel('Email').fill('auditor@demo.example.com');
  await auditor.getByLabel('Password').fill('demo-auditor-1');
  await auditor.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(auditor.getByText('This email and password do not match.')).toBeVisible();

  await act('Otto Specimen', 'Enable');
  await expect(row.getByText('Enabled')).toBeVisible();
  await act('Otto Specimen', 'Rename', 'Otto Sample');
  await expect(page.getByText('Otto Sample: disabled by Adam Sample')).toBeVisible();
  await signIn(auditor, demo, 'auditor');

  // Actions that admins may not take on their own account are not offered.
  await page.getByRole('button', { name: 'Change Adam Sample' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /role|Disable|factor/ })).toHaveCount(0);

  // On a phone the buttons are visible without horizontal scrolling.
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const button of await page.getByRole('button', { name: /^Change / }).all()) {
    await button.evaluate((shown) => shown.scrollIntoView({ block: 'center', inline: 'start' }));
    await page.getByRole('region', { name: 'Staff' }).evaluate((table) => table.scrollTo({ left: 0 }));
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  // The open menu covers the buttons of the next rows completely.
  await page.getByRole('button', { name: 'Change Adam Sample' }).click();
  const item = page.getByRole('menuitem').last();
  const { width = 0, height = 0 } = (await item.boundingBox()) ?? {};
  await item.click({ position: { x: width - 3, y: height - 3 }, trial: true });
});
