import { LIMITS } from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';
import { createWorld, type World } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, authOf, Browser, enrol, PASSWORD } from './staff-auth.testing.ts';
import type { StaffAuth } from './staff-auth.ts';

let world: World;
let auth: StaffAuth;
beforeAll(async () => {
  world = await createWorld();
  auth = authOf(world);
});
afterAll(() => world.close());

const sessions = (staffId: string) =>
  world.owner<{ token: string; second_factor: boolean }[]>`select * from staff_session where staff_id = ${staffId}`;
const history = async (staffId: string) =>
  (
    await world.owner<
      { action: string }[]
    >`select action from staff_audit where staff_id = ${staffId} order by created_at, id`
  ).map(({ action }) => action);
const secondFactorMissing = { code: 'SECOND_FACTOR_REQUIRED' };

async function signedIn() {
  const { id, email } = await account(world);
  const browser = new Browser(auth);
  expect((await browser.password(email)).status).toBe(200);
  return { id, email, browser };
}

describe('a second factor', () => {
  test('ends all earlier sessions when it is set up', async () => {
    const { id, email, browser } = await signedIn();
    const earlier = new Browser(auth);
    await earlier.password(email);
    await expect(auth.actor(earlier.headers)).rejects.toMatchObject(secondFactorMissing);
    const before = browser.copy();
    await enrol(browser);
    expect(await auth.actor(browser.headers)).toMatchObject({ staffId: id, role: 'reviewer' });
    for (const other of [earlier, before]) {
      expect(await auth.actor(other.headers)).toBeNull();
      expect(await auth.session(other.headers)).toBeNull();
    }
    expect(await sessions(id)).toMatchObject([{ second_factor: true }]);
    expect(await history(id)).toEqual(['signedInElsewhere', 'signedInElsewhere', 'factorEnrolled']);
  });

  test('makes sessions opened without it worthless, also one opened meanwhile', async () => {
    const { id, browser } = await signedIn();
    await world.owner`update staff set two_factor_enabled = true where id = ${id}`;
    expect(await auth.actor(browser.headers)).toBeNull();
    expect(await auth.session(browser.headers)).toBeNull();
  });

  test('has codes that work once: of two simultaneous uses one passes', async () => {
    const { email, browser } = await signedIn();
    const { totp, code, backupCodes } = await enrol(browser);
    const waiting = async () => {
      const other = new Browser(auth);
      expect((await other.password(email)).body).toMatchObject({ twoFactorRedirect: true });
      expect(await auth.session(other.headers)).toBeNull();
      return other;
    };
    const replay = await (await waiting()).code(code);
    expect(replay).toMatchObject({ status: 401, body: { code: 'CODE_USED' } });

    // Codes are not accepted in an open session either.
    expect((await browser.code(code)).status).toBe(400);
    expect((await browser.ask('POST', '/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(400);

    const next = totp.generate({ timestamp: Date.now() + 30_000 });
    const both = await Promise.all([waiting(), waiting()]);
    const answers = await Promise.all(both.map((each) => each.code(next)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const actors = await Promise.all(both.map((each) => auth.actor(each.headers)));
    expect(actors.filter(Boolean)).toHaveLength(1);
  });

  test('accepts the next code for the same challenge after a used one', async () => {
    const { id, email, browser } = await signedIn();
    const { totp, code } = await enrol(browser);
    const other = new Browser(auth);
    await other.password(email);
    for (let i = 0; i < 7; i += 1) expect(await other.code(code)).toMatchObject({ body: { code: 'CODE_USED' } });
    expect((await other.code(totp.generate({ timestamp: Date.now() + 30_000 }))).status).toBe(200);
    expect(await auth.actor(other.headers)).toMatchObject({ staffId: id });
  });

  test('counts used codes as failed attempts', async () => {
    const { email, browser } = await signedIn();
    const { code } = await enrol(browser);
    const other = new Browser(auth);
    await other.password(email);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await other.code(code)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  test('has backup codes that work once', async () => {
    const { email, browser } = await signedIn();
    const { backupCodes } = await enrol(browser);
    const use = async () => {
      const other = new Browser(auth);
      await other.password(email);
      const { status } = await other.ask('POST', '/two-factor/verify-backup-code', { code: backupCodes[0] });
      return { status, actor: await auth.actor(other.headers) };
    };
    expect(await use()).toMatchObject({ status: 200, actor: { role: 'reviewer' } });
    expect(await use()).toMatchObject({ status: 401, actor: null });
  });
});

describe('a session', () => {
  test('is stored as a hash without network and browser, and its token is hidden from scripts', async () => {
    const { id, email, browser } = await signedIn();
    const cookie = decodeURIComponent(browser.cookies.get('gatehouse.session_token') ?? '').split('.')[0] ?? '';
    expect(cookie.length).toBeGreaterThan(20);
    const [row] = await sessions(id);
    expect(row).toMatchObject({ ip_address: '', user_agent: '' });
    expect(JSON.stringify([row, await world.owner`select * from staff_verification`])).not.toContain(cookie);
    expect((await browser.password(email)).body).not.toHaveProperty('token');
    // The stored hash does not open the session.
    const thief = browser.copy();
    thief.cookies.set('gatehouse.session_token', encodeURIComponent(`${row?.token}.x`));
    expect(await auth.session(thief.headers)).toBeNull();
  });

  test('ends by signing out', async () => {
    const { id, browser } = await signedIn();
    const kept = browser.copy();
    expect((await browser.ask('POST', '/sign-out', {})).status).toBe(200);
    expect(await sessions(id)).toEqual([]);
    expect(await auth.session(kept.headers)).toBeNull();
  });

  test('is not opened for disabled accounts, and their open sessions end', async () => {
    const { id, email, browser } = await signedIn();
    await world.engine.staff.disable(world.staff.admin, { staffId: id });
    expect(await auth.session(browser.headers)).toBeNull();
    expect(await new Browser(auth).password(email)).toMatchObject({
      status: 401,
      body: { code: 'INVALID_EMAIL_OR_PASSWORD' },
    });
  });
});

describe('while the database takes no connections', () => {
  const away = async (work: () => Promise<void>) => {
    const [row] = await world.owner<{ name: string }[]>`select current_database() as name`;
    const { name = '' } = row ?? {};
    await world.owner`alter database ${world.owner(name)} connection limit 0`;
    try {
      await world.owner`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = ${name} and usename <> current_user`;
      await work();
    } finally {
      await world.owner`alter database ${world.owner(name)} connection limit -1`;
    }
  };

  test.each([
    ['/sign-out', {}],
    ['/two-factor/enable', { password: PASSWORD }],
    ['/two-factor/verify-totp', { code: '123456' }],
    ['/two-factor/verify-backup-code', { code: '123456' }],
  ])('%s reports it, and the session stays open', async (path, body) => {
    const { id, browser } = await signedIn();
    await away(async () => {
      const error = await browser.ask('POST', path, body).catch((fault: unknown) => fault);
      expect(answerFor(error, 'UNKNOWN')).toMatchObject({ code: 'UNAVAILABLE' });
    });
    expect(await auth.session(browser.headers)).not.toBeNull();
    expect(await sessions(id)).toHaveLength(1);
  });
});

test('a session that is not found because of a broken connection is a database fault, also when the database is back at once', async () => {
  const { browser } = await signedIn();
  const held = await world.owner.reserve();
  await held`begin`;
  await held`lock table staff_session in access exclusive mode`;
  const found = auth.session(browser.headers).catch((fault: unknown) => fault);
  await expect
    .poll(
      () => world.owner`select pg_terminate_backend(pid, 5000) from pg_locks
        where not granted and relation = 'staff_session'::regclass`,
    )
    .toHaveLength(1);
  await held`rollback`;
  held.release();
  expect(answerFor(await found, 'UNCHANGED')).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await auth.session(browser.headers)).not.toBeNull();
});

test.each([
  ['POST', '/update-user', { name: 'Somebody Else' }],
  ['POST', '/change-email', { newEmail: 'else@desk.example' }],
  ['POST', '/change-password', { currentPassword: PASSWORD, newPassword: 'another-long-password' }],
  ['POST', '/delete-user', {}],
  ['GET', '/list-sessions', undefined],
  ['GET', '/get-session', undefined],
  ['POST', '/update-session', { secondFactor: true }],
  ['POST', '/revoke-session', {}],
  ['POST', '/two-factor/disable', { password: PASSWORD }],
  ['POST', '/two-factor/get-totp-uri', { password: PASSWORD }],
  ['POST', '/two-factor/generate-backup-codes', { password: PASSWORD }],
  ['POST', '/sign-up/email', { email: 'new@desk.example', password: PASSWORD, name: 'New' }],
  ['POST', '/sign-in/email/', { email: 'new@desk.example', password: PASSWORD }],
])('%s %s is closed', async (method, path, body) => {
  const { id, email, browser } = await signedIn();
  await enrol(browser);
  expect((await browser.ask(method, path, body)).status).toBe(404);
  expect(await world.sql`select name, email from staff where id = ${id}`).toMatchObject([{ name: 'Rita', email }]);
});

describe('limits', () => {
  const wrong = (browser: Browser, email: string) => browser.password(email, 'not-the-password');

  test('of sixty simultaneous wrong passwords from one network ten are checked, and the others learn how long to wait', async () => {
    const { email } = await account(world);
    const stranger = () => new Browser(auth, 'one network');
    const answers = await Promise.all(Array.from({ length: 60 }, () => wrong(stranger(), email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const { headers, body } = await wrong(stranger(), email);
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(body).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'Too many tries. Try again in 15 minutes.',
    });
    // After ten more attempts the account is blocked in this network. The next account is not, until the network's
    // limit is reached.
    expect((await new Browser(auth, 'one network').password((await account(world)).email)).status).toBe(429);
  });

  test('a stranger’s attempts lock out neither the owner elsewhere nor the owner’s own browser', async () => {
    const { email, browser } = await signedIn();
    for (let i = 0; i < 12; i += 1) await wrong(new Browser(auth, browser.network), email);
    expect((await new Browser(auth, browser.network).password(email)).status).toBe(429);
    expect((await browser.password(email)).status).toBe(200);
    expect((await new Browser(auth).password(email)).status).toBe(200);
  });

  test('an account attacked from everywhere is blocked for new networks, and not where its owner has signed in', async () => {
    const { id, email, browser } = await signedIn();
    await wrong(new Browser(auth), email);
    // Uses up all but one of the remaining attempts, without the time of checking each.
    const limit = 'password.elsewhere';
    await world.engine.limits.spend({ limit, of: id, amount: LIMITS[limit].max - 2 });
    expect((await wrong(new Browser(auth), email)).status).toBe(401);
    expect((await new Browser(auth).password(email)).status).toBe(429);
    expect((await new Browser(auth, browser.network).password(email)).status).toBe(200);
    expect((await browser.password(email)).status).toBe(200);
  });

  test('attempts at an unknown address are counted too', async () => {
    const stranger = new Browser(auth);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await wrong(stranger, 'nobody@desk.example')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  test('wrong codes are counted across challenges, and correct ones are not', async () => {
    const { email, browser } = await signedIn();
    const { totp } = await enrol(browser);
    const network = 'a network of its own';
    let judged = 0;
    for (let i = 0; i < 12; i += 1) {
      const stranger = new Browser(auth, network);
      await stranger.password(email);
      const { status } = await stranger.code(totp.generate() === '000000' ? '111111' : '000000');
      if (status === 401) judged += 1;
      else expect(status).toBe(429);
    }
    expect(judged).toBe(10);
    const owner = browser.copy();
    await owner.password(email);
    expect((await owner.code(totp.generate({ timestamp: Date.now() + 30_000 }))).status).toBe(200);
  });
});
