import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a later start needs to reach the same server again. Kept readable for its owner alone. */
export interface Credentials {
  port: number;
  superuserPassword: string;
  adminPassword: string;
  appPassword: string;
}

export const DATABASE = 'gatehouse';

/** The superuser only makes the two others; neither migrations nor the application ever get it. */
export const ROLES = { superuser: 'postgres', admin: 'gatehouse_admin', app: 'gatehouse_app' } as const;

export async function readCredentials(dataDir: string): Promise<Credentials | undefined> {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Credentials) : undefined;
}

/** Was a database ever begun in this folder? Asking makes nothing. */
export const hasEmbedded = (dataDir: string): boolean => existsSync(fileIn(dataDir));

export function newCredentials(port: number): Credentials {
  const password = () => randomBytes(24).toString('base64url');
  return { port, superuserPassword: password(), adminPassword: password(), appPassword: password() };
}

/** Written beside and then renamed, so that a start that is killed here never leaves half a file. */
export async function writeCredentials(dataDir: string, credentials: Credentials): Promise<void> {
  const file = fileIn(dataDir);
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // Root may start an ordinary user's data once, and must not lock that user out.
  const { uid, gid } = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(`${file}.new`, uid, gid);
  await rename(`${file}.new`, file);
}

export function superuserUrl(credentials: Credentials, port: number, database = 'postgres'): string {
  return url(ROLES.superuser, credentials.superuserPassword, port, database);
}

export function adminUrl(credentials: Credentials, port: number): string {
  return url(ROLES.admin, credentials.adminPassword, port, DATABASE);
}

export function appUrl(credentials: Credentials, port: number): string {
  return url(ROLES.app, credentials.appPassword, port, DATABASE);
}

function url(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'credentials.json');
}
