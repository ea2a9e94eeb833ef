import { newId } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { forge } from '../testing/forge.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld } from '../testing/world.ts';
import { exportSeals } from './exported-seals.ts';
import { sealAllHeads } from './seal.ts';
import { verifyAll, verifyOne } from './verify.ts';

test.each(['infinity', '-infinity', '200000-01-01', '4000-01-01 BC'])(
  'a time that is none (%s) breaks what bears it, and not the verifying of the rest',
  async (time) => {
    const world = await createWorld();
    const { tenantId } = world.app;
    const [archived, entered, whole] = [
      await createdCustomer(world),
      await createdCustomer(world),
      await customerIn(world, 'ACTIVE'),
    ];
    // The application's role may write these columns together with an entry.
    await forge(world, world.sql, archived, { set: [`archived_at = '${time}'`] });
    await forge(world, world.sql, entered, {
      also: [
        `insert into public.note (tenant_id, id, customer_id, staff_id, sealed, created_at)
         select tenant_id, '${newId()}', '${entered}', '${world.staff.reviewer.staffId}', '\\x00', '${time}' from head`,
      ],
    });
    await world.sql`insert into audit_run (id, kind, started_at) select gen_random_uuid(), kind, ${time}::text::timestamptz
      from unnest(array['SEAL', 'VERIFY']) kind`;
    await world.sql`update audit_run set ended_at = ${time}::text::timestamptz`;
    for (const customerId of [archived, entered])
      expect(await verifyOne(world.deps, { tenantId, customerId })).toMatchObject({ customerId });
    expect(await verifyOne(world.deps, { tenantId, customerId: whole })).toBeNull();
    await sealAllHeads(world.deps);
    await world.owner`update audit_seal set at = ${time}::text::timestamptz`;
    const found: unknown[] = [];
    const open: Promise<unknown[]>[] = [];
    await verifyAll(world.deps, ({ breaks }) => {
      found.push(...breaks);
      // No run row exists while the command verifies, so nobody can end or move it.
      open.push(world.sql`select from audit_run where ended_at is null`.then((rows) => [...rows]));
    });
    expect(found).toHaveLength(3);
    expect((await Promise.all(open)).flat()).toEqual([]);
    for await (const line of exportSeals(world.deps, 0)) expect(line).toBeDefined();
    expect(await world.engine.desk.reportAudit(world.staff.auditor)).toMatchObject({ broken: 3 });
    await world.close();
  },
);
