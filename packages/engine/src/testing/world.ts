import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@gatehouse/db/testing';
import { type Actor, type Mode, newId, type ReviewPolicy, type StaffRole } from '@gatehouse/domain';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import postgres, { type Sql } from 'postgres';
import { authenticateKey, createApiKey } from '../access/api-keys.ts';
import { assemble, type Parts } from '../assemble.ts';
import type { Deps } from '../deps.ts';
import type { Engine } from '../engine.ts';
import { createPartner } from '../partners/create.ts';
import type { AppActor, StaffActor } from '../tenancy.ts';
import { type Clock, createClock } from './clock.ts';

/** The staff. Deciding roles have two people each, because some decisions need two. */
const STAFF = {
  auditor: 'auditor',
  reviewer: 'reviewer',
  secondReviewer: 'reviewer',
  approver: 'approver',
  secondApprover: 'approver',
  admin: 'admin',
  secondAdmin: 'admin',
} as const satisfies Record<string, StaffRole>;

/** A database with two partners, an engine over it, and actors of every kind. */
export type World = {
  readonly engine: Engine;
  readonly deps: Deps;
  /** The application's role. */
  readonly sql: Sql;
  /** The owner's role, which no grant restricts. */
  readonly owner: Sql;
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly clock: Clock;
  readonly partnerId: string;
  readonly app: AppActor;
  /** The same partner's LIVE tenant. */
  readonly liveApp: AppActor;
  /** Another partner's TEST tenant. */
  readonly foreignApp: AppActor;
  readonly staff: Readonly<Record<keyof typeof STAFF, StaffActor>>;
  /** Errors that the engine could only report. A test that leaves one here has found a fault. */
  readonly errors: unknown[];
  close(): Promise<void>;
};

type Options = Partial<
  Pick<Parts, 'connections' | 'providers' | 'programs' | 'inspector' | 'scanner' | 'filesFolder' | 'random'>
> & {
  readonly reviewPolicy?: ReviewPolicy;
};

export async function createWorld(options: Options = {}): Promise<World> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-files-'));
  const owner = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  const clock = createClock();
  const errors: unknown[] = [];
  const { engine, deps, close } = assemble({
    databaseUrl: database.appUrl,
    connections: options.connections ?? 10,
    name: 'gatehouse-test',
    keys: new Map([['k1', randomBytes(32)]]),
    filesFolder: options.filesFolder ?? folder,
    providers: options.providers ?? automaticProviders(() => clock.now().getTime()),
    ...(options.programs ? { programs: options.programs } : {}),
    inspector: options.inspector ?? fileInspector,
    scanner: options.scanner ?? null,
    evaluation: true,
    publicUrl: 'http://localhost:3000',
    onError: (error) => errors.push(error),
    now: clock.now,
    random: options.random ?? (() => 0.5),
  });
  const partner = await addPartner(deps, options.reviewPolicy ?? 'WHEN_FLAGGED');
  const foreign = await addPartner(deps, 'WHEN_FLAGGED');
  return {
    engine,
    deps,
    sql: deps.sql,
    owner,
    databaseUrl: database.appUrl,
    adminUrl: database.adminUrl,
    clock,
    partnerId: partner.id,
    app: partner.apps.TEST,
    liveApp: partner.apps.LIVE,
    foreignApp: foreign.apps.TEST,
    staff: await addStaff(owner),
    errors,
    async close() {
      await Promise.all([close(), owner.end({ timeout: 5 })]);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addPartner(
  deps: Deps,
  reviewPolicy: ReviewPolicy,
): Promise<{ id: string; apps: Record<Mode, AppActor> }> {
  const name = `Partner ${newId().slice(-4)}`;
  const partner = { name, supportEmail: 'support@partner.example', accountManager: 'Ada', reviewPolicy };
  const { id, tenants } = await createPartner(deps, partner);
  return {
    id,
    apps: { TEST: await addApp(deps, tenants.TEST, 'TEST'), LIVE: await addApp(deps, tenants.LIVE, 'LIVE') },
  };
}

/** Adds an app of one tenant, with a key that holds every scope. */
async function addApp(deps: Deps, tenantId: string, mode: Mode): Promise<AppActor> {
  const { key } = await createApiKey(deps, { tenantId, mode, name: 'test' });
  const app = await authenticateKey(deps, key);
  if (!app) throw new Error('A new key must be known.');
  return app;
}

async function addStaff(sql: Sql): Promise<World['staff']> {
  const people = Object.entries(STAFF).map(([name, role]) => ({
    id: newId(),
    name,
    email: `${name}@desk.example`,
    role,
  }));
  await sql`insert into staff ${sql(people)}`;
  const actors = people.map(({ id, name, role }) => [name, { kind: 'staff', staffId: id, name, role }] as const);
  return Object.fromEntries(actors) as World['staff'];
}

/** A customer's portal session, made without a link. */
export const portalOf = (app: AppActor, customerId: string): Extract<Actor, { kind: 'customer' }> => ({
  kind: 'customer',
  tenantId: app.tenantId,
  customerId,
  sessionId: newId(),
});
