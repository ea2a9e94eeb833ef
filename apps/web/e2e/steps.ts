import type { GatehouseClient } from '@gatehouse/client';
import { expect, type Page } from '@playwright/test';
import type { Demo } from './product.ts';

type File = { name: string; mimeType: string; buffer: Buffer };

/** The customer's stated identity. The family name decides the findings of the sandbox's vendor. */
export type Person = { readonly givenNames: string; readonly familyName: string };

/** Creates a customer and a link, as another app would. */
export async function invite(client: GatehouseClient): Promise<{ id: string; link: string }> {
  const customer = await client.customers.create.mutate({
    type: 'INDIVIDUAL',
    externalId: `e2e-${crypto.randomUUID()}`,
  });
  const link = await client.portalLinks.create.mutate({ customerId: customer.id });
  return { id: customer.id, link: link.url };
}

/** Opens the link and presses its button. */
export async function arrive(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complete your profile');
}

const next = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true }).click();

/** Answers every page of the profile in the portal's order. */
export async function completeProfile(page: Page, person: Person, passport: File): Promise<void> {
  await page.getByRole('link', { name: /^(Start|Continue)$/ }).click();
  await page.getByLabel('Given names').fill(person.givenNames);
  await page.getByLabel('Family name').fill(person.familyName);
  await next(page);
  await page.getByLabel('Day').fill('17');
  await page.getByLabel('Month').fill('5');
  await page.getByLabel('Year').fill('1990');
  await next(page);
  await page.getByLabel('Phone number').fill('+44 20 7946 0958');
  await next(page);
  await page.getByLabel('Address line 1').fill('1 Example Street');
  await page.getByLabel('Town or city').fill('London');
  await page.getByLabel('Postcode').fill('N1 1AA');
  await page.getByLabel('Country').selectOption({ label: 'United Kingdom' });
  await next(page);
  await page.getByLabel('Nationality').selectOption({ label: 'United Kingdom' });
  await next(page);
  await page.getByLabel('Employment').selectOption({ label: 'Employed' });
  await page.getByLabel('Where your money comes from').selectOption({ label: 'Salary' });
  await page.getByLabel('What you will use the account for').selectOption({ label: 'Everyday payments' });
  await page.getByLabel('How much you expect to move').selectOption({ label: 'Up to 1,000 a month' });
  await next(page);
  await page.getByRole('radio', { name: /Passport/ }).check();
  await next(page);
  await page.locator('input[type=file]').first().setInputFiles(passport);
  await expect(page.getByRole('button', { name: /Replace/ })).toBeVisible();
  await next(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
}

/** Declares that everything is true, and sends it. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send for verification' }).click();
}

/** Completes and sends a profile, starting from a link. */
export async function submitAs(page: Page, client: GatehouseClient, person: Person, passport: File): Promise<string> {
  const { id, link } = await invite(client);
  await arrive(page, link);
  await completeProfile(page, person, passport);
  await send(page);
  return id;
}

/** Expects the heading of a status, which changes without a reload. */
export async function seesStatus(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 30_000 });
}

/** Signs in at the desk as a person of the demo. `which` selects one of several with the same role. */
export async function signIn(page: Page, demo: Demo, role: string, which = 0): Promise<void> {
  const account = demo.staff.filter((each) => each.role === role)[which];
  if (!account) throw new Error(`The demo has no ${role}.`);
  await page.goto(`${demo.url}/desk/sign-in`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/desk(\?|$)/);
}

/** Opens a case at the desk in a new browser context. */
export async function openCase(page: Page, { url }: Pick<Demo, 'url'>, customerId: string): Promise<void> {
  await page.goto(`${url}/desk/cases/${customerId}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Finds a customer by keyboard alone, from any page of the desk, and opens the first result. */
export async function findCase(page: Page, words: string, name: string): Promise<void> {
  // A new page handles keys only after hydration, shortly after it is visible.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

type Decision = {
  readonly verb: string;
  readonly commit: string;
  readonly reason?: string;
  readonly note?: string;
  readonly message?: string;
  readonly temporary?: boolean;
};

/** Takes a decision: the button on the case opens the dialog, and only the dialog's button commits. */
export async function decide(page: Page, { verb, commit, reason, note, message, temporary }: Decision): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${verb}`) })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  if (reason) await dialog.getByLabel('Reason').selectOption({ label: reason });
  if (temporary !== undefined) await dialog.getByRole('radio', { name: temporary ? 'Temporary' : 'Permanent' }).check();
  if (message) await dialog.getByLabel('Message to the customer').fill(message);
  if (note) await dialog.getByLabel('Internal note').fill(note);
  await dialog.getByRole('button', { name: commit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Confirms the open proposal of a case. */
export async function confirmProposal(page: Page): Promise<void> {
  const confirm = page.getByRole('button', { name: /^Confirm/ }).first();
  // A proposal may have started checks. It can be confirmed when they are finished.
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
  await confirm.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
