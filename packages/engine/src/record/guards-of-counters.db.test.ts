import { newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createdCustomer, rowOf } from '../testing/customers.ts';
import { bytes, forge } from '../testing/forge.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';
import { link } from './audit-chain.ts';

let world: World;
let sql: Sql;
let created: string;

const update = (set: string) =>
  databaseSays(sql.unsafe(`update public.customer set revision = revision + 1, ${set} where id = '${created}'`));

/** Inserts an event by hand, alone or with other writes in the same statement. */
const eventRow = (customerId: string | null, sequence: string, xid = 'pg_current_xact_id()') =>
  `insert into public.event (tenant_id, id, customer_id, type, sequence, body, occurred_at, xid)
   values ('${world.app.tenantId}', '${newId()}', ${customerId ? `'${customerId}'` : 'null'}, 'customer.updated', ${sequence}, '{}', now(), ${xid})`;

type Lie = { position: number; previous: Uint8Array | null; hash?: Uint8Array };
const entryRow = ({ position, previous, hash }: Lie) =>
  `insert into public.audit_entry (tenant_id, id, customer_id, position, action, actor_kind, body, previous, hash, at)
   values ('${world.app.tenantId}', '${newId()}', '${created}', ${position}, 'a', 'engine', '{}', ${bytes(previous)}, ${bytes(hash ?? link(previous, '{}'))}, now())`;

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

  test.each([
    ['sequence = sequence + 1', /only with an audit entry/],
    ['sequence = sequence + 1000', /only with an audit entry/],
    ['archived_at = now()', /only with an audit entry/],
    ['needs_person = not needs_person', /only with an audit entry/],
    ['status_changed_at = now()', /only with an audit entry/],
    ['audit_position = audit_position + 1000', /head of the audit is the newest entry/],
    [`audit_head = '\\x00'`, /head of the audit moves only with an entry/],
    ['audit_head = null', /head of the audit moves only with an entry/],
    ['profile_version = profile_version + 1, version = version + 1', /only with an audit entry/],
  ])('nothing is counted that was not written: %s', async (set, refusal) => {
    expect(await update(set)).toMatch(refusal);
  });

  test.each([
    [['sequence = sequence + 2'], 2, /sequence of a customer steps by the events/],
    [['sequence = sequence + 1'], 3, /written only with the sequence|steps by the events/],
    [
      ['profile_version = profile_version + 1', 'version = version + 1'],
      null,
      /profile version steps with the profile/,
    ],
  ] as const)('a counter that does not match what was written is refused: %s', async (set, place, refusal) => {
    const also = place ? [eventRow(created, `${place}`)] : [];
    expect(await databaseSays(forge(world, sql, created, { set, also }))).toMatch(refusal);
  });

  test('an event with the next sequence number is accepted', async () => {
    const id = await createdCustomer(world);
    await forge(world, sql, id, { set: ['sequence = sequence + 1'], also: [eventRow(id, '2')] });
    expect((await rowOf(world, id)).sequence).toBe(2);
  });

  test('an event of a customer requires an audit entry', async () => {
    const told = `with told as (${eventRow(created, '2')}) update public.customer
      set sequence = sequence + 1, revision = revision + 1 where id = '${created}'`;
    expect(await databaseSays(sql.unsafe(told))).toMatch(/only with an audit entry/);
  });

  test.each([
    ['with no entry', '0, 0, null'],
    ['at another revision', '99, 1, null'],
    ['archived', '0, 1, now()'],
  ])('a new customer is refused %s', async (_name, values) => {
    const born = `insert into public.customer (tenant_id, id, type, customer_status, status_changed_at, created_at, revision, audit_position, archived_at)
      values ('${world.app.tenantId}', '${newId()}', 'INDIVIDUAL', 'CREATED', now(), now(), ${values})`;
    expect(await databaseSays(sql.unsafe(born))).toMatch(/initial status at version 0/);
  });

  test.each(['2', '1000', '0', '-1'])(
    'an event at %s is refused unless the customer’s sequence counts it',
    async (sequence) => {
      expect(await databaseSays(sql.unsafe(eventRow(created, sequence)))).toMatch(
        /only with the sequence that counts it/,
      );
    },
  );

  test('an event has the id of its own transaction, and no sequence number without a customer', async () => {
    expect(await databaseSays(sql.unsafe(eventRow(created, '2', `'7'::xid8`)))).toMatch(/bears the transaction/);
    expect(await databaseSays(sql.unsafe(eventRow(null, '1')))).toMatch(/no place in a sequence/);
    await sql.unsafe(eventRow(null, '0'));
  });

  test('an audit entry that does not continue the chain is refused', async () => {
    const { auditHead, auditPosition } = await rowOf(world, created);
    const next = auditPosition + 1;
    const lies: [Lie, RegExp][] = [
      [{ position: next, previous: auditHead }, /only with the head that moves to it/],
      [{ position: next, previous: auditHead, hash: link(auditHead, '{"other":1}') }, /bears the hash/],
      [{ position: next, previous: link(auditHead, 'x') }, /continues the chain/],
      [{ position: next, previous: null }, /continues the chain/],
      [{ position: next + 1, previous: auditHead }, /continues the chain/],
      [{ position: 0, previous: null }, /continues the chain/],
    ];
    for (const [lie, refusal] of lies) expect(await databaseSays(sql.unsafe(entryRow(lie)))).toMatch(refusal);
  });

  test('a profile requires the matching profile version', async () => {
    const { profileVersion, tenantId } = await rowOf(world, created);
    const alone = sql`insert into public.profile (tenant_id, id, customer_id, version, sealed, actor_kind, created_at)
        values (${tenantId}, ${newId()}, ${created}, ${profileVersion + 1}, '\\x00', 'app', now())`;
    expect(await databaseSays(alone)).toMatch(/only with the version that counts it/);
  });
});
