import { LIFECYCLES, type LifecycleName, newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldDocument, readyCustomer, uploadDocument } from '../testing/customers.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let sql: Sql;

/** The lifecycles whose generated guard is the only one, each with a row for the test. */
const ROWS = {
  requirement: { table: 'requirement', column: 'status' },
  document: { table: 'document', column: 'state' },
  delivery: { table: 'delivery', column: 'status' },
  webhookEndpoint: { table: 'webhook_endpoint', column: 'status' },
} as const satisfies Partial<Record<LifecycleName, { table: string; column: string }>>;

describe.each(Object.entries(RAW_SESSIONS))('%s', (_, open) => {
  beforeAll(async () => {
    world = await createWorld();
    await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
    const id = await readyCustomer(world);
    await heldDocument(world, id);
    await uploadDocument(world, id, { kind: 'OTHER' });
    await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
    await world.sql`insert into delivery (tenant_id, id, event_id, endpoint_id, status, due_at, created_at)
      select w.tenant_id, ${newId()}, e.id, w.id, 'PENDING', now(), now() from webhook_endpoint w join event e on e.tenant_id = w.tenant_id limit 1`;
    sql = await open(world);
  });
  afterAll(async () => {
    await sql.end();
    await world.close();
  });

  test.each(Object.entries(ROWS))('a %s steps only along its declared transitions', async (name, { table, column }) => {
    const lifecycle = LIFECYCLES[name as keyof typeof ROWS];
    const ways = new Set(lifecycle.rows.map(({ from, to }) => `${from} ${to}`));
    const rows = await world.sql.unsafe<{ id: string; status: string }[]>(
      `select distinct on (${column}) id, ${column} as status from public.${table} order by ${column}, id`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, status } of rows)
      for (const to of lifecycle.statuses.filter((each) => each !== status)) {
        // Rolled back, so that every transition is tried from the same status.
        const tried = sql.begin(async (tx) => {
          await tx.unsafe(`update public.${table} set ${column} = '${to}' where id = '${id}'`);
          throw new Error('taken back');
        });
        const said = await databaseSays(tried);
        if (ways.has(`${status} ${to}`)) expect(said, `${status} to ${to}`).toBe('taken back');
        else expect(said, `${status} to ${to}`).toMatch(/steps only as its lifecycle allows/);
      }
  });

  test('a row begins in the initial status', async () => {
    const [customer] = await world.sql`select id from customer limit 1`;
    const born = sql`insert into public.document (tenant_id, id, customer_id, kind, side, state, actor_kind, created_at)
      values (${world.app.tenantId}, ${newId()}, ${customer?.id}, 'PASSPORT', 'FRONT', 'CURRENT', 'app', now())`;
    expect(await databaseSays(born)).toMatch(/a document begins as EXPECTED/);
  });
});
