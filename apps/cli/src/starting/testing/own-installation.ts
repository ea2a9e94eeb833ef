import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@gatehouse/db/migrate';
import { assemble, readKeys } from '@gatehouse/engine';
import { startEmbedded } from '@gatehouse/postgres';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import { putStaff } from '../../staff.ts';
import type { WebProcess } from './web-process.ts';

/** An installation whose database can be stopped, with an app and a member of staff. */
export type OwnInstallation = {
  /** The environment of its web process. */
  readonly env: Readonly<Record<string, string>>;
  readonly apiKey: string;
  readonly databasePort: number;
  /** Starts the database again. */
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
};

const STAFF = { email: 'staff@example.com', name: 'Staff', role: 'auditor', password: 'a long password' } as const;

export async function ownInstallation(): Promise<OwnInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-outage-'));
  await chmod(folder, 0o755);
  const up = () => startEmbedded({ dataDir: folder, durable: false });
  let postgres = await up();
  await migrate(postgres);
  const env = {
    DATABASE_URL: postgres.appUrl,
    GATEHOUSE_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    GATEHOUSE_FILES: join(folder, 'files'),
  };
  return {
    env,
    apiKey: await fill(env),
    databasePort: postgres.port,
    start: async () => {
      await postgres.stop();
      postgres = await up();
    },
    stop: () => postgres.stop(),
    remove: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @returns an API key. */
async function fill(env: { DATABASE_URL: string; GATEHOUSE_KEYS: string; GATEHOUSE_FILES: string }): Promise<string> {
  const { engine, deps, close } = assemble({
    databaseUrl: env.DATABASE_URL,
    name: 'test',
    keys: readKeys(env.GATEHOUSE_KEYS),
    filesFolder: env.GATEHOUSE_FILES,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: 'http://localhost:3000',
    onError: () => {},
  });
  const partner = { name: 'Test', supportEmail: 'help@example.com', accountManager: 'Test' };
  const { tenants } = await engine.partners.create(partner);
  await putStaff(deps.sql, STAFF);
  const { key } = await engine.apiKeys.create({ tenantId: tenants.TEST, mode: 'TEST', name: 'test' });
  await close();
  return key;
}

const OWN_PAGE = { 'content-type': 'application/json', origin: 'http://localhost:3000' };

/** Signs the member of staff in. @returns the cookies. */
export async function signIn({ url }: WebProcess): Promise<string> {
  const { email, password } = STAFF;
  const body = JSON.stringify({ email, password });
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers: OWN_PAGE, body });
  if (!answer.ok) throw new Error(`Signing in failed with ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

export const signOut = ({ url }: WebProcess, cookie: string): Promise<Response> =>
  fetch(`${url}/api/auth/sign-out`, { method: 'POST', headers: { ...OWN_PAGE, cookie }, body: '{}' });
