import { INSTALLATIONS, readInstallation, restoreInstallation } from '@gatehouse/engine/testing';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { authOf, Browser } from './staff-auth.testing.ts';

const installations = await Promise.all(INSTALLATIONS.map(readInstallation));
const withStaff = installations.filter(({ about }) => about.signIn);

test('a stored installation has staff who can sign in', () => expect(withStaff).not.toEqual([]));

test.each(withStaff)('staff sign in with their existing password and second factor', async (stored) => {
  const { signIn } = stored.about;
  if (!signIn) throw new Error('Only installations with such staff are tested.');
  const restored = await restoreInstallation(stored);
  const auth = authOf(restored);
  const browser = new Browser(auth);
  expect(await browser.password(signIn.email)).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
  expect(await auth.session(browser.headers)).toBeNull();
  expect((await browser.code(new TOTP({ secret: signIn.totp }).generate())).status).toBe(200);
  expect(await auth.actor(browser.headers)).toMatchObject({ kind: 'staff', role: 'admin' });
  await restored.close();
});
