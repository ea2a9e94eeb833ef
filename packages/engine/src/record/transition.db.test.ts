import { type CustomerStatus, customerLifecycle, newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowOf } from '../testing/customers.ts';
import { endingRun, forge, forgeDecision, forgeProposal } from '../testing/forge.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let sql: Sql;
const standing = new Map<CustomerStatus, string>();

type Raw = { to: string; event: string; people?: number; from?: string; version?: number; proposalId?: string };

/** Forges a transition as well as possible: the row, its version, its history and its audit, in one statement. */
async function writeStatus(id: string, { to, event, people = 1, from, version, proposalId }: Raw): Promise<void> {
  const before = await rowOf(world, id);
  const changeId = newId();
  const ending = endingRun(before);
  const proposal = proposalId ? `'${proposalId}', 'CONFIRMED'` : 'null, null';
  await forge(world, sql, id, {
    set: [`customer_status = '${to}'`, 'version = version + 1', `status_change_id = '${changeId}'`, ...ending.set],
    also: [
      `insert into public.status_change (tenant_id, id, customer_id, version, from_status, event, to_status, people, actor_kind, occurred_at, proposal_id, proposal_status)
       select tenant_id, '${changeId}', '${id}', ${version ?? before.version + 1}, '${from ?? before.customerStatus}', '${event}', '${to}', ${people}, 'engine', now(), ${proposal} from head`,
      ...ending.also,
    ],
  });
}

const someoneIn = (status: CustomerStatus): string => standing.get(status) ?? '';
const pairs = customerLifecycle.statuses.flatMap((from) => customerLifecycle.statuses.map((to) => ({ from, to })));
const declared = ({ from, to }: { from: string; to: string }): boolean =>
  customerLifecycle.rows.some((row) => row.from === from && row.to === to);

/** Forges a confirmed proposal with the application's rights. */
async function forgeConfirmed(customerId: string, decision: string): Promise<string> {
  const id = await forgeProposal(world, sql, { customerId, decision });
  await forgeDecision(world, sql, { customerId, id, status: 'CONFIRMED', by: world.staff.admin.staffId });
  return id;
}

const twoPeople = { to: 'REJECTED', event: 'reject', people: 2 } as const;

describe.each(Object.entries(RAW_SESSIONS))('%s', (_, open) => {
  beforeAll(async () => {
    world = await createWorld();
    for (const status of customerLifecycle.statuses) standing.set(status, await customerIn(world, status));
    sql = await open(world);
  });
  afterAll(async () => {
    await sql.end();
    await world.close();
  });

  test.each(pairs.filter((pair) => !declared(pair)))(
    'the database refuses $from to $to by any event',
    async ({ from, to }) => {
      const id = someoneIn(from);
      for (const event of customerLifecycle.events)
        for (const people of [1, 2])
          expect(await databaseSays(writeStatus(id, { to, event, people }))).toMatch(
            /status_change_transition|status_change_two_people|counters of a customer step by one/,
          );
      expect((await rowOf(world, id)).customerStatus).toBe(from);
    },
  );

  test.each(customerLifecycle.rows)('$from to $to requires $event', async ({ from, to, event }) => {
    const id = someoneIn(from);
    for (const other of customerLifecycle.events.filter((each) => each !== event))
      expect(await databaseSays(writeStatus(id, { to, event: other }))).toMatch(/status_change_transition/);
  });

  test.each(customerLifecycle.rows.filter((row) => row.people === 2))(
    '$event from $from cannot be forged with one person',
    async ({ from, to, event }) => {
      const id = someoneIn(from);
      expect(await databaseSays(writeStatus(id, { to, event, people: 1 }))).toMatch(/status_change_transition/);
      expect(await databaseSays(writeStatus(id, { to, event, people: 2 }))).toMatch(/status_change_two_people/);
      expect(await databaseSays(writeStatus(id, { to, event, people: 2, proposalId: newId() }))).toMatch(
        /status_change_proposal|two people/,
      );
    },
  );

  test('a confirmed proposal of another customer is refused', async () => {
    const proposalId = await forgeConfirmed(someoneIn('UNDER_REVIEW'), 'reject');
    expect(await databaseSays(writeStatus(someoneIn('ACTIVE'), { ...twoPeople, proposalId }))).toMatch(/two people/);
  });

  test('a confirmed proposal of another event is refused', async () => {
    const proposalId = await forgeConfirmed(someoneIn('ACTIVE'), 'deactivate');
    expect(await databaseSays(writeStatus(someoneIn('ACTIVE'), { ...twoPeople, proposalId }))).toMatch(/two people/);
  });

  test('a proposal allows only one change', async () => {
    const id = await customerIn(world, 'ACTIVE');
    const rejecting = await forgeConfirmed(id, 'reject');
    await writeStatus(id, { ...twoPeople, proposalId: rejecting });
    const reopening = await forgeConfirmed(id, 'reopen');
    const reopened = { to: 'NEEDS_ADDITIONAL_INFORMATION', event: 'reopen', people: 2, proposalId: reopening };
    await writeStatus(id, reopened);
    await writeStatus(id, { to: 'REJECTED', event: 'reject' });
    expect(await databaseSays(writeStatus(id, reopened))).toMatch(/two people/);
  });

  test('a history row must match its change', async () => {
    const id = someoneIn('UNDER_REVIEW');
    const allowed = { to: 'ACTIVE', event: 'approve' } as const;
    const lies = [
      { from: 'CREATED', event: 'submit' },
      { from: 'NEEDS_ADDITIONAL_INFORMATION' },
      { version: 99 },
      { version: 0 },
    ];
    for (const lie of lies)
      expect(await databaseSays(writeStatus(id, { ...allowed, ...lie }))).toMatch(
        /allowed transition that is written down|status_change_transition|history is written only|status_change_version/,
      );
  });

  test('a status and its history are only written together', async () => {
    const id = someoneIn('UNDER_REVIEW');
    const { statusChangeId } = await rowOf(world, id);
    const moved = async (...set: string[]) => {
      const ending = endingRun(await rowOf(world, id));
      return databaseSays(forge(world, sql, id, { set: [...set, ...ending.set], also: ending.also }));
    };
    const refusals = [
      await moved(`customer_status = 'ACTIVE'`),
      await moved(`customer_status = 'ACTIVE'`, 'version = version + 1'),
      await moved(`customer_status = 'ACTIVE'`, 'version = version + 1', `status_change_id = '${newId()}'`),
      await moved(`status_change_id = '${newId()}'`),
      await moved('status_change_id = null'),
    ];
    for (const refusal of refusals)
      expect(refusal).toMatch(/a status moves only|history moves only|counters of a customer step by one/);
    const copy = sql`insert into public.status_change select tenant_id, ${newId()}::uuid, customer_id, version + 7, from_status, event, to_status, people, actor_kind, actor_id, reason_code, temporary, sealed, run_id, proposal_id, proposal_status, occurred_at
    from public.status_change where id = ${statusChangeId}`;
    expect(await databaseSays(copy)).toMatch(/history is written only/);
  });
});
