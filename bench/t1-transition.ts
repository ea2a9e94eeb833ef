import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@gatehouse/domain';
import { transition } from '@gatehouse/engine/testing';
import { median, openWorld, report, throughput, type World } from './harness.ts';

/*
 * T1: one transition through the engine, with everything that commits with it, compared with one prepared, hand-written
 * statement over the same tables, guards and rows. Both run alternately on 10 connections of postgres.js, and neither sends
 * a NOTIFY in its statement.
 */
const PER_ROUND = Number(process.env.BENCH_PER_ROUND ?? 3000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const CONNECTIONS = 10;
const AT_ONCE = 32;

/** Creates customers in ACTIVE. The guards are disabled meanwhile, because they refuse to insert one in that status. */
async function activeCustomers(world: World, count: number): Promise<string[]> {
  const { deps, admin, tenantId } = world;
  await admin`alter table customer disable trigger user`;
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1000) {
    const rows = Array.from({ length: Math.min(1000, count - made) }, () => {
      const { wrapped, keyId } = deps.vault.newKey();
      const now = new Date();
      return {
        tenant_id: tenantId,
        id: newId(),
        type: 'INDIVIDUAL',
        customer_status: 'ACTIVE',
        status_changed_at: now,
        created_at: now,
        data_key: wrapped,
        key_id: keyId,
        display_name: 'Specimen',
      };
    });
    await admin`insert into customer ${admin(rows)}`;
    ids.push(...rows.map((row) => row.id));
  }
  await admin`alter table customer enable trigger user`;
  await admin`vacuum analyze customer`;
  return ids;
}

const FLOOR = `
  with moved as (
    update customer set customer_status = 'DEACTIVATED', status_change_id = $3, status_changed_at = $4, version = version + 1,
      sequence = sequence + 1, revision = revision + 1, audit_head = $5, audit_position = 1
    where tenant_id = $1 and id = $2 and revision = 0 and customer_status = 'ACTIVE' returning tenant_id, id, version
  ), change as (
    insert into status_change (tenant_id, id, customer_id, version, from_status, event, to_status, people, actor_kind, actor_id, reason_code, temporary, sealed, occurred_at)
    select tenant_id, $3, id, version, 'ACTIVE', 'deactivate', 'DEACTIVATED', 1, 'staff', $6, 'INACTIVITY', true, $7, $4 from moved
  ), audit as (
    insert into audit_entry (tenant_id, id, customer_id, position, action, actor_kind, actor_id, body, previous, hash, at)
    select tenant_id, $8, id, 1, 'customer.deactivate', 'staff', $6, $9, null, $5, $4 from moved
  )
  insert into event (tenant_id, id, customer_id, type, sequence, body, occurred_at)
  select tenant_id, $10, id, 'customer.status_changed', 1, $11, $4 from moved`;

const staffId = newId();
const AUDIT_BODY = JSON.stringify({
  customer: staffId,
  position: 1,
  action: 'customer.deactivate',
  actor: { kind: 'staff', id: staffId },
  at: new Date().toISOString(),
  from: 'ACTIVE',
  to: 'DEACTIVATED',
  reason: 'INACTIVITY',
  temporary: true,
  change: staffId,
  digest: '0'.repeat(64),
});
const EVENT_BODY = JSON.stringify({
  id: `evt_${staffId}`,
  type: 'customer.status_changed',
  apiVersion: '2026-11-21',
  mode: 'TEST',
  occurredAt: new Date().toISOString(),
  sequence: 1,
  data: {
    customerId: `cus_${staffId}`,
    externalId: null,
    customerType: 'INDIVIDUAL',
    customerStatus: 'DEACTIVATED',
    previousStatus: 'ACTIVE',
    expectedBy: null,
    access: ['viewProfile', 'viewHistory'],
    reason: { code: 'INACTIVITY', message: 'The account was not used for a long time.' },
  },
});
/** The hash of the first entry of a chain, which the guards compute as well. */
const HASH = createHash('sha256').update(AUDIT_BODY).digest();
const SEALED = randomBytes(90);

const world = await openWorld(CONNECTIONS);
try {
  const { deps, tenantId } = world;
  const floor = (id: string) =>
    deps.sql.unsafe(
      FLOOR,
      [tenantId, id, newId(), new Date(), HASH, staffId, SEALED, newId(), AUDIT_BODY, newId(), EVENT_BODY],
      { prepare: true },
    );
  const actor = { kind: 'staff', staffId, name: 'Bench', role: 'admin' } as const;
  const engine = (id: string) =>
    transition(deps, actor, tenantId, id, {
      event: 'deactivate',
      reasonCode: 'INACTIVITY',
      temporary: true,
      note: 'The account was not used for a long time.',
    });

  const ids = await activeCustomers(world, PER_ROUND * 2 * (ROUNDS + 1));
  const take = (): string[] => ids.splice(0, PER_ROUND);
  await throughput(take(), AT_ONCE, floor);
  await throughput(take(), AT_ONCE, engine);
  const rounds: { floor: number; engine: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const floorRate = await throughput(take(), AT_ONCE, floor);
    const engineRate = await throughput(take(), AT_ONCE, engine);
    rounds.push({ floor: Math.round(floorRate), engine: Math.round(engineRate) });
  }
  const [done] = await world.admin`select count(*)::int as changes from status_change`;
  await report('t1-transition', {
    unit: 'transitions per second',
    floor: median(rounds.map((round) => round.floor)),
    figure: median(rounds.map((round) => round.engine)),
    ratio: Number(median(rounds.map((round) => round.engine / round.floor)).toFixed(3)),
    goal: 'at least 0.7',
    rounds,
    perRound: PER_ROUND,
    connections: CONNECTIONS,
    atOnce: AT_ONCE,
    historyRows: done?.changes,
  });
} finally {
  await world.end();
}
