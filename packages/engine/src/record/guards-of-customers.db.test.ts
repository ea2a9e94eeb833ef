import { customerLifecycle, newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeCustomer, createdCustomer, rowOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { forge, forgeDecision, forgeProposal } from '../testing/forge.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let sql: Sql;
let created: string;

const insertCustomer = (status: string, version: number, change: string | null = null) =>
  sql`insert into public.customer (tenant_id, id, type, customer_status, status_changed_at, version, status_change_id, created_at)
    values (${world.app.tenantId}, ${newId()}, 'INDIVIDUAL', ${status}, now(), ${version}, ${change}, now())`;

const set = (text: string) => databaseSays(sql.unsafe(`update public.customer set ${text} where id = '${created}'`));

describe.each(Object.entries(RAW_SESSIONS))('%s', (_, open) => {
  beforeAll(async () => {
    world = await createWorld();
    created = await createdCustomer(world);
    sql = await open(world);
  });
  afterAll(async () => {
    await sql.end();
    await world.close();
  });

  test.each(customerLifecycle.statuses.filter((status) => status !== customerLifecycle.initial))(
    'a new customer cannot be %s',
    async (status) => {
      expect(await databaseSays(insertCustomer(status, 0))).toMatch(/only be created in the initial status/);
    },
  );

  test('a new customer has version 0 and no history', async () => {
    expect(await databaseSays(insertCustomer('CREATED', 1))).toMatch(/at version 0/);
    expect(await databaseSays(insertCustomer('CREATED', 0, newId()))).toMatch(/at version 0/);
    expect(await databaseSays(insertCustomer('UNHEARD_OF', 0))).toMatch(/initial status/);
  });

  test.each([
    'expedited = true',
    'revision = revision + 2',
    'revision = revision - 1',
    'revision = revision + 1, version = version + 1',
    'revision = revision + 1, version = version + 2',
    'revision = revision + 1, version = version - 1',
    'revision = revision + 1, sequence = sequence - 1',
    'revision = revision + 1, audit_position = audit_position - 1',
    'revision = revision + 1, profile_version = profile_version + 2',
    'revision = revision + 1, profile_version = profile_version - 1',
  ])('counters step by one: refuses %s', async (text) => {
    expect(await set(text)).toMatch(/counters of a customer step by one/);
  });

  test('the identity of a customer never changes', async () => {
    for (const text of [`type = 'BUSINESS'`, 'created_at = now()'])
      expect(await set(`revision = revision + 1, ${text}`)).toMatch(/identity of a customer never changes/);
    // These columns are not granted; the guard is a second line of defence.
    for (const text of [`id = '${newId()}'`, `tenant_id = '${world.liveApp.tenantId}'`])
      expect(await set(`revision = revision + 1, ${text}`)).toMatch(/permission denied/);
  });

  test.each(customerLifecycle.statuses)(
    '%s accepts a new profile version only if it may be updated',
    async (status) => {
      const id = await customerIn(world, status);
      const { profileVersion } = await rowOf(world, id);
      const written = forge(world, sql, id, {
        set: ['version = version + 1', 'profile_version = profile_version + 1'],
        also: [
          `insert into public.profile (tenant_id, id, customer_id, version, sealed, actor_kind, created_at)
           select tenant_id, '${newId()}', '${id}', ${profileVersion + 1}, '\\x00', 'app', now() from head`,
        ],
      });
      if (customerLifecycle.can(status, 'updateProfile')) await written;
      else expect(await databaseSays(written)).toMatch(/profile is locked/);
      const excused = sql`insert into public.profile (tenant_id, id, customer_id, version, sealed, actor_kind, created_at, change_request_id)
    values (${world.app.tenantId}, ${newId()}, ${id}, ${profileVersion + 2}, '\\x00', 'app', now(), ${newId()})`;
      expect(await databaseSays(excused)).toMatch(/change requests are not approved/);
    },
  );

  test('a verdict never changes', async () => {
    const id = await completeCustomer(world);
    await drain(world);
    const changes = [`status = 'FAILED'`, `status = 'PENDING'`, `sealed = '\\x00'`, 'finished_at = now()'];
    for (const change of changes) {
      const statement = sql.unsafe(`update public.verification_check set ${change} where customer_id = '${id}'`);
      expect(await databaseSays(statement)).toMatch(/a verdict never changes/);
    }
  });

  test('rows of one tenant cannot point at another', async () => {
    const foreign = sql`insert into public.note (tenant_id, id, customer_id, staff_id, sealed, created_at)
    values (${world.liveApp.tenantId}, ${newId()}, ${created}, ${newId()}, '\\x00', now())`;
    expect(await databaseSays(foreign)).toMatch(/note_customer/);
  });

  test('the database refuses a confirmation by the proposer', async () => {
    const customerId = await createdCustomer(world);
    const by = world.staff.approver.staffId;
    const id = await forgeProposal(world, sql, { customerId, decision: 'reject', proposedBy: by });
    const decide = (status: string, who: string | null) =>
      forgeDecision(world, sql, { customerId, id, status, by: who });
    expect(await databaseSays(decide('CONFIRMED', by))).toMatch(/proposal_four_eyes/);
    expect(await databaseSays(decide('CONFIRMED', null))).toMatch(/by somebody who may decide it/);
    await decide('DECLINED', by);
    expect(await databaseSays(decide('CONFIRMED', newId()))).toMatch(/a proposal is decided once/);
    expect(await databaseSays(decide('OPEN', null))).toMatch(/a proposal is decided once/);
  });

  test('a proposal begins open', async () => {
    const born = sql`insert into public.proposal (tenant_id, id, customer_id, decision, status, proposed_by, decided_by, proposed_by_kind, based_on_version, based_on_revision, created_at)
    values (${world.app.tenantId}, ${newId()}, ${created}, 'reject', 'CONFIRMED', ${newId()}, ${newId()}, 'staff', 0, 0, now())`;
    expect(await databaseSays(born)).toMatch(/a proposal begins open/);
  });

  test('a customer has at most one open proposal', async () => {
    const customerId = await createdCustomer(world);
    const open = () => forgeProposal(world, sql, { customerId, decision: 'reject' });
    await open();
    expect(await databaseSays(open())).toMatch(/proposal_one_open/);
  });
});
