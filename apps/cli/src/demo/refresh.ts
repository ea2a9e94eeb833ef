import type { Mode } from '@gatehouse/domain';
import { type App, assembleEngine, type EngineParts } from './context.ts';
import { type DemoFile, readDemoFile, writeDemoFile } from './demo-file.ts';
import { refreshEndpoints } from './endpoints.ts';
import { findDemo } from './existing-data.ts';
import { DEMO_STAFF } from './people.ts';
import { NEWCOMER } from './scenarios.ts';
import type { Seeded } from './seed-demo.ts';

type Options = EngineParts & {
  readonly dataFolder: string;
  readonly url: string;
  readonly port: number;
  /** The secrets of a seeding that has just happened. */
  readonly fresh: Seeded | null;
};

/**
 * Rewrites `demo.json`. It keeps what is still valid, and creates lost keys and secrets again, because the database stores
 * only their hashes.
 *
 * @returns null if the database holds no demo data.
 */
export async function refreshDemo(options: Options): Promise<DemoFile | null> {
  const { engine, deps, close } = assembleEngine(options);
  try {
    const found = await findDemo(deps.sql);
    if (found.kind !== 'demo') return null;
    const known = await readDemoFile(options.dataFolder);
    const openKey = async (mode: Mode): Promise<{ key: string; app: App }> => {
      for (const key of [options.fresh?.keys[mode], known?.apiKeys[mode === 'TEST' ? 'test' : 'live']]) {
        const app = key ? await engine.apiKeys.authenticate(key) : null;
        if (key && app?.tenantId === found.tenants[mode]) return { key, app };
      }
      const { key } = await engine.apiKeys.create({ tenantId: found.tenants[mode], mode, name: 'Demo app' });
      const app = await engine.apiKeys.authenticate(key);
      if (!app) throw new Error('The new key does not authenticate.');
      return { key, app };
    };
    // The demo partner has no pages of its own, so the way back leads to the front page at its current address.
    await deps.sql`update partner set return_url = ${options.url} where id = (select partner_id from tenant where id = ${found.tenants.TEST})`;
    const [test, live] = [await openKey('TEST'), await openKey('LIVE')];
    const knownSecret = options.fresh?.webhookSecret ?? (known?.apiKeys.test === test.key ? known.webhookSecret : null);
    const { secret } = await refreshEndpoints(engine, test.app, options.port, knownSecret);
    const demo: DemoFile = {
      url: options.url,
      databaseUrl: options.appUrl,
      staff: Object.values(DEMO_STAFF).map(({ email, password, role, name }) => ({ email, password, role, name })),
      apiKeys: { test: test.key, live: live.key },
      webhookSecret: secret ?? '',
      portalLink: (await linkOf(engine, deps.sql, test.app)) ?? options.url,
    };
    await writeDemoFile(options.dataFolder, demo);
    return demo;
  } finally {
    await close();
  }
}

type Parts = ReturnType<typeof assembleEngine>;

async function linkOf(engine: Parts['engine'], sql: Parts['deps']['sql'], app: App): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from customer where tenant_id = ${app.tenantId} and external_id = ${NEWCOMER}`;
  if (!row) return null;
  const link = await engine.portalLinks.create(app, { customerId: row.id });
  return link.url;
}
