import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { invite, seesStatus } from './steps.ts';

/** More tab stops than any page of the profile has. */
const MOST_STOPS = 60;

test('a customer completes their profile with the keyboard alone', async ({ page, client, passport }) => {
  test.setTimeout(120_000);
  const { link } = await invite(client);
  const { keyboard } = page;
  const press = async (found: Locator): Promise<void> => {
    await reach(page, found);
    await keyboard.press('Enter');
  };
  const type = async (label: string, text: string): Promise<void> => {
    await reach(page, page.getByLabel(label));
    await keyboard.type(text);
  };
  const heading = (text: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
  const go = () => press(page.getByRole('button', { name: 'Continue', exact: true }));

  await page.goto(link);
  await press(page.getByRole('button', { name: 'Continue' }));
  await heading('Complete your profile');
  await press(page.getByRole('link', { name: 'Start', exact: true }));

  await heading('Your name');
  // An empty page shows an error summary, and each error links to its field.
  await go();
  const summary = page.getByRole('alert').filter({ hasText: 'need another look' });
  await expect(summary).toBeFocused();
  await press(summary.getByRole('link').first());
  await expect(page.getByLabel('Given names')).toBeFocused();
  await keyboard.type('Kay');
  await type('Family name', 'Specimen');
  await go();
  await heading('Date of birth');
  await type('Day', '17');
  await type('Month', '5');
  await type('Year', '1990');
  await go();
  await heading('Phone number');
  await type('Phone number', '+442079460958');
  await keyboard.press('Enter');
  await heading('Home address');
  await type('Address line 1', '1 Example Street');
  await type('Town or city', 'London');
  await type('Postcode', 'N1 1AA');
  await type('Country', 'United K');
  await go();
  await heading('Nationality');
  await type('Nationality', 'United K');
  await go();
  await heading('Work and money');
  await type('Employment', 'Empl');
  await type('Where your money comes from', 'Sala');
  await type('What you will use the account for', 'Every');
  await type('How much you expect to move', 'Up');
  await go();
  await heading('Identity document');
  await reach(page, page.getByRole('radio').first());
  await keyboard.press('Space');
  await go();
  await heading('Your passport');
  const chooser = page.waitForEvent('filechooser');
  await press(page.getByRole('button', { name: /^Choose a file/ }));
  await (await chooser).setFiles(passport);
  await expect(page.getByRole('button', { name: /Replace/ })).toBeVisible();
  await go();
  await heading('Check your answers');
  await reach(page, page.getByRole('checkbox'));
  await keyboard.press('Space');
  await press(page.getByRole('button', { name: 'Send for verification' }));
  await seesStatus(page, 'You’re verified');
});

/** Presses Tab until the target has the focus, and expects a visible focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await wanted.evaluate(isOutlined), 'what has the focus shows it').toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} cannot be reached with Tab.`);
}

/** Whether the element, or the label in its place, has an outline or a ring. */
function isOutlined(element: Element): boolean {
  return [element, element.nextElementSibling, element.parentElement].some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}
