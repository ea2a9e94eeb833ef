import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a later start needs to connect to the same server. Only the owner may read the file. */
export interface Credentials {
  port: number;
  superuserPassword: string;
  adminPassword: string;
  appPassword: string;
}

export const DATABASE = 'gatehouse';

/** The superuser only creates the two other roles. Neither migrations nor the application use it. */
export const ROLES = { superuser: 'postgres', admin: 'gatehouse_admin', app: 'gatehouse_app' } as const;

export async function readCredentials(dataDir: string): Promise<Credentials | undefined> {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Credentials) : undefined;
}

/** Whether this folder has a database. It creates nothing. */
export const hasEmbedded = (dataDir: string): boolean => existsSync(fileIn(dataDir));

export function newCredentials(port: number): Credentials {
  const password = () => randomBytes(24).toString('base64url');
  return { port, superuserPassword: password(), adminPassword: password(), appPassword: password() };
}

/** Writes a new file and then renames it, so that a killed start never leaves half a file. */
export async function writeCredentials(dataDir: string, credentials: Credentials): Promise<void> {
  const file = fileIn(dataDir);
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // Root may start an ordinary user's data, and must not lock that user out.
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
