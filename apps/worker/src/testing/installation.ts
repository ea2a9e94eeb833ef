import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@gatehouse/db/testing';
import { type Actor, type Mode, readId } from '@gatehouse/domain';
import { type Assembled, assemble, readKeys } from '@gatehouse/engine';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import postgres, { type Sql } from 'postgres';

type App = Extract<Actor, { kind: 'app' }>;

export type Installation = Assembled & {
  readonly app: App;
  /** The LIVE tenant of the same partner. */
  readonly liveApp: App;
  /** A connection with the owner's role, for what the application may not do. */
  readonly admin: Sql;
  /** The environment of a worker process of this installation. */
  readonly env: Record<string, string>;
  /** Registers an endpoint and sends it one event. @returns the id of the delivery. */
  deliverTo(url: string): Promise<string>;
  remove(): Promise<void>;
};

/** Creates a database, a tenant and an engine for one test file. */
export async function install(): Promise<Installation> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-worker-'));
  const keys = `k1:${randomBytes(32).toString('base64')}`;
  const assembled = assemble({
    databaseUrl: database.appUrl,
    name: 'test',
    keys: readKeys(keys),
    filesFolder: folder,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: 'http://localhost:4200',
    onError: () => {},
  });
  const admin = postgres(database.adminUrl, { max: 4, onnotice: () => {} });
  const { tenants } = await assembled.engine.partners.create({
    name: 'Test',
    supportEmail: 'help@example.com',
    accountManager: 'Test',
  });
  const addApp = async (mode: Mode): Promise<App> => {
    const { key } = await assembled.engine.apiKeys.create({ tenantId: tenants[mode], mode, name: 'test' });
    const app = await assembled.engine.apiKeys.authenticate(key);
    if (!app) throw new Error('The new key does not authenticate.');
    return app;
  };
  const app = await addApp('TEST');
  return {
    ...assembled,
    app,
    liveApp: await addApp('LIVE'),
    admin,
    env: {
      DATABASE_URL: database.appUrl,
      GATEHOUSE_KEYS: keys,
      GATEHOUSE_FILES: folder,
      GATEHOUSE_URL: 'http://localhost:4200',
    },
    async deliverTo(url) {
      const endpoint = await assembled.engine.webhookEndpoints.create(app, { url });
      const sent = await assembled.engine.webhookEndpoints.sendTest(app, readId('endpoint', endpoint.id) ?? '');
      return readId('delivery', sent.deliveryId) ?? '';
    },
    async remove() {
      await assembled.close();
      await admin.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
