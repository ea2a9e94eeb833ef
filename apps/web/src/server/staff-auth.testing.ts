import { newId, type StaffRole } from '@gatehouse/domain';
import { realClock } from '@gatehouse/engine';
import type { World } from '@gatehouse/engine/testing';
import { hashPassword } from 'better-auth/crypto';
import { TOTP } from 'otpauth';
import { createStaffAuth, type StaffAuth } from './staff-auth.ts';

export const PASSWORD = 'a-long-enough-password';
const URL_OF_IT = 'http://localhost:3000';

/** The sign-in over a world's database as in production, with the real clock, which the library uses too. */
export const authOf = ({ engine, deps }: Pick<World, 'engine' | 'deps'>): StaffAuth =>
  createStaffAuth({
    deps: { ...deps, now: realClock },
    engine,
    secret: 'x'.repeat(32),
    publicUrl: URL_OF_IT,
    requireSecondFactor: true,
    onError: () => {},
  });

/** Creates an account with a password. */
export async function account({ sql }: World, role: StaffRole = 'reviewer') {
  const id = newId();
  const email = `${id}@desk.example`;
  await sql`insert into staff (id, name, email, role) values (${id}, 'Rita', ${email}, ${role})`;
  await sql`insert into staff_account (id, account_id, provider_id, staff_id, password)
    values (${newId()}, ${id}, 'credential', ${id}, ${await hashPassword(PASSWORD)})`;
  return { id, email };
}

/** A browser that keeps its cookies and is in one network. */
export class Browser {
  readonly #auth: StaffAuth;
  readonly network: string;
  readonly cookies = new Map<string, string>();

  constructor(auth: StaffAuth, network: string = newId()) {
    this.#auth = auth;
    this.network = network;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
    const sent = { origin: URL_OF_IT, ...Object.fromEntries(this.headers), 'content-type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = new Request(`${URL_OF_IT}/api/auth${path}`, { method, headers: sent, ...init });
    const answer = await this.#auth.handle(request, { network: this.network, host: 'localhost:3000' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (/max-age=0/i.test(line) || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as never, headers: answer.headers };
  }

  get headers(): Headers {
    return new Headers({ cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') });
  }
  password(email: string, password = PASSWORD) {
    return this.ask('POST', '/sign-in/email', { email, password });
  }
  code(code: string) {
    return this.ask('POST', '/two-factor/verify-totp', { code });
  }
  /** Returns a browser with only the session, like another client with the same token. */
  copy(): Browser {
    const other = new Browser(this.#auth, this.network);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }
}

/** Sets up a second factor in an open session. @returns the generator of its codes, and the backup codes. */
export async function enrol(browser: Browser): Promise<{ totp: TOTP; backupCodes: string[]; code: string }> {
  const { body } = await browser.ask('POST', '/two-factor/enable', { password: PASSWORD });
  const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  const totp = new TOTP({ secret: new URL(totpURI).searchParams.get('secret') ?? '' });
  const code = totp.generate();
  const { status } = await browser.code(code);
  if (status !== 200) throw new Error(`The second factor was not set up: ${status}`);
  return { totp, backupCodes, code };
}
