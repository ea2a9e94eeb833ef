import { createQueue } from '@gatehouse/db';
import { MODES, type Mode } from '@gatehouse/domain';
import type { Assembled } from '@gatehouse/engine';
import { putStaff } from '../staff.ts';
import { type App, assembleEngine, Clock, type DemoContext, type EngineParts, type Staff } from './context.ts';
import { createEndpoints } from './endpoints.ts';
import { clearBroken, findDemo } from './existing-data.ts';
import { DEMO_PARTNER, DEMO_STAFF, type DemoStaffName } from './people.ts';
import { FINALE, SCENARIOS, type Scenario } from './scenarios.ts';
import { idOf } from './steps.ts';

export type Seeded = { readonly keys: Readonly<Record<Mode, string>>; readonly webhookSecret: string };
/** `skipped` when the database already holds the demo data or other data. */
export type SeedResult = { readonly seeded: Seeded } | { readonly skipped: 'demo' | 'others' };

type Options = EngineParts & { readonly adminUrl: string; readonly port: number };

/** Fills an empty database with demo data, through the engine. Running it again changes nothing. */
export async function seedDemo(options: Options): Promise<SeedResult> {
  const clock = new Clock();
  const assembled = assembleEngine(options, clock.now);
  const queue = createQueue(options.appUrl, () => {}, { max: 1 });
  try {
    const found = await findDemo(assembled.deps.sql);
    if (found.kind === 'demo' || found.kind === 'others') return { skipped: found.kind };
    if (found.kind === 'broken') await clearBroken(options.adminUrl);
    await queue.start();
    return { seeded: await fill(assembled, { clock, queue }, options.port) };
  } finally {
    await queue.stop({ graceful: false });
    await assembled.close();
  }
}

async function fill(
  { engine, deps: { sql } }: Assembled,
  means: Pick<DemoContext, 'clock' | 'queue'>,
  port: number,
): Promise<Seeded> {
  const { tenants } = await engine.partners.create(DEMO_PARTNER);
  const keys = {} as Record<Mode, string>;
  const apps = {} as Record<Mode, App>;
  for (const mode of MODES) {
    const { key } = await engine.apiKeys.create({ tenantId: tenants[mode], mode, name: 'Demo app' });
    keys[mode] = key;
    const app = await engine.apiKeys.authenticate(key);
    if (!app) throw new Error('The new key does not authenticate.');
    apps[mode] = app;
  }
  const staff = {} as Record<DemoStaffName, Staff>;
  for (const [key, person] of Object.entries(DEMO_STAFF))
    staff[key as DemoStaffName] = {
      kind: 'staff',
      staffId: await putStaff(sql, person),
      name: person.name,
      role: person.role,
    };
  const context: DemoContext = { engine, apps, staff, ...means };
  for (const scenario of SCENARIOS) await runScenario(context, scenario);
  const { secret } = await createEndpoints(engine, apps.TEST, port);
  await runScenario(context, FINALE);
  return { keys, webhookSecret: secret };
}

/** Creates the customer of a scenario through the partner's app, and runs its steps in order. */
async function runScenario(context: DemoContext, scenario: Scenario): Promise<void> {
  const { engine, apps, clock } = context;
  const { mode, externalId, givenNames, familyName } = scenario;
  const app = apps[mode];
  clock.hoursAgo(scenario.hoursAgo);
  const created = await engine.customers.create(app, {
    type: 'INDIVIDUAL',
    externalId,
    email: `${externalId}@example.com`,
    profile: { givenNames, familyName },
    metadata: { sample: 'yes' },
  });
  const subject = { app, customerId: idOf('customer', created.id), givenNames, familyName };
  for (const step of scenario.steps) await step(context, subject);
  clock.hoursAgo(0);
}
