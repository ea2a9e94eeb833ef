import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DatabaseDump, restoreDatabase } from '@gatehouse/db/testing';
import type { StaffRole } from '@gatehouse/domain';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import { assemble } from '../assemble.ts';
import type { Deps } from '../deps.ts';
import type { Engine } from '../engine.ts';
import type { AppActor, StaffActor } from '../tenancy.ts';
import { type Clock, createClock } from './clock.ts';

/** An installation that an older version made: its database, its files, and what tests have to know to use it. */
export type StoredInstallation = DatabaseDump & {
  readonly about: {
    /** The key-encryption key, in base64. */
    readonly key: string;
    /** When the dump was made. */
    readonly now: string;
    readonly app: AppActor;
    readonly liveApp: AppActor;
    /** The ids of staff by name. */
    readonly staff: Readonly<Record<string, string>>;
    /** Customers by their status, or by what is special about them. */
    readonly customers: Readonly<Record<string, string>>;
    readonly endpoint: { readonly id: string; readonly secret: string };
    /** An unused portal link of the customer `CREATED`, and the token of an open session of the customer `asked`. */
    readonly link: string;
    readonly session: string;
    /** Open proposals, by the decision that they propose. */
    readonly proposals: Readonly<Record<string, string>>;
    /** Requests with an idempotency key, and how they were answered. */
    readonly kept: readonly { readonly procedure: string; readonly input: object; readonly answer: unknown }[];
    readonly apiKey?: string;
    /** A member of staff with a second factor, and the secret of that factor in base32. */
    readonly signIn?: { readonly email: string; readonly totp: string };
  };
  /** The sealed files by their key, in base64. */
  readonly files: Readonly<Record<string, string>>;
};

/** Every stored installation, named by the last migration that its version had. */
export const INSTALLATIONS = ['0002', '0005'] as const;

export async function readInstallation(name: (typeof INSTALLATIONS)[number]): Promise<StoredInstallation> {
  const packed = await readFile(join(import.meta.dirname, `../../fixtures/installation-${name}.json.gz`));
  return JSON.parse(gunzipSync(packed).toString());
}

export type RestoredInstallation = {
  readonly engine: Engine;
  readonly deps: Deps;
  readonly clock: Clock;
  staff(name: string, role: StaffRole): StaffActor;
  close(): Promise<void>;
};

/** Restores an installation and migrates it. Its clock stands at the time of the dump. */
export async function restoreInstallation(stored: StoredInstallation): Promise<RestoredInstallation> {
  const { about } = stored;
  const database = await restoreDatabase(stored);
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-files-'));
  for (const [key, bytes] of Object.entries(stored.files)) {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await writeFile(join(folder, key), Buffer.from(bytes, 'base64'));
  }
  const clock = createClock();
  clock.advance(new Date(about.now).getTime() - clock.now().getTime());
  const { engine, deps, close } = assemble({
    databaseUrl: database.appUrl,
    name: 'gatehouse-test',
    // A new key comes first, so that what the old one sealed has to be opened with the old one.
    keys: new Map([
      ['k2', randomBytes(32)],
      ['k1', Buffer.from(about.key, 'base64')],
    ]),
    filesFolder: folder,
    providers: automaticProviders(() => clock.now().getTime()),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: 'http://localhost:3000',
    // The last announcement may come after the database is gone.
    onError: () => {},
    now: clock.now,
    random: () => 0.5,
  });
  return {
    engine,
    deps,
    clock,
    staff: (name, role) => ({ kind: 'staff', staffId: about.staff[name] ?? '', name, role }),
    async close() {
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
