import { newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeCustomer, createdCustomer, rowOf } from '../testing/customers.ts';
import { forge, forgeDecision, forgeProposal } from '../testing/forge.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let sql: Sql;

describe.each(Object.entries(RAW_SESSIONS))('%s', (_, open) => {
  beforeAll(async () => {
    world = await createWorld();
    sql = await open(world);
  });
  afterAll(async () => {
    await sql.end();
    await world.close();
  });

  describe('proposals', () => {
    test.each([
      ['nobody', (): string | null => null],
      ['somebody unknown', (): string | null => newId()],
      ['an auditor', (): string | null => world.staff.auditor.staffId],
    ] as const)('%s proposes nothing', async (_name, who) => {
      const customerId = await createdCustomer(world);
      const made = forgeProposal(world, sql, { customerId, decision: 'reject', proposedBy: who() });
      expect(await databaseSays(made)).toMatch(/made by somebody at the desk/);
    });

    test('a disabled account can neither propose nor confirm', async () => {
      const [customerId, gone] = [await customerIn(world, 'ACTIVE'), newId()];
      await world.owner`insert into staff (id, name, email, role, disabled_at) values (${gone}, 'Gone', ${`${gone}@desk.example`}, 'admin', now())`;
      const made = forgeProposal(world, sql, { customerId, decision: 'reject', proposedBy: gone });
      expect(await databaseSays(made)).toMatch(/made by somebody at the desk/);
      const id = await forgeProposal(world, sql, { customerId, decision: 'reject' });
      const confirmed = forgeDecision(world, sql, { customerId, id, status: 'CONFIRMED', by: gone });
      expect(await databaseSays(confirmed)).toMatch(/by somebody who may decide it/);
    });

    test.each([
      ['ACTIVE', 'reject', 'secondReviewer', false],
      ['ACTIVE', 'reject', 'secondApprover', true],
      ['DEACTIVATED', 'reactivate', 'secondApprover', false],
      ['DEACTIVATED', 'reactivate', 'secondAdmin', true],
      ['ACTIVE', 'reopen', 'secondAdmin', false],
    ] as const)('from %s, %s is confirmed by the %s: %s', async (status, decision, role, may) => {
      const customerId = await customerIn(world, status);
      const id = await forgeProposal(world, sql, { customerId, decision });
      const decided = forgeDecision(world, sql, { customerId, id, status: 'CONFIRMED', by: world.staff[role].staffId });
      if (may) await decided;
      else expect(await databaseSays(decided)).toMatch(/by somebody who may decide it/);
    });

    test.each(['itself', 'a savepoint of it'] as const)(
      'it cannot be confirmed in the same transaction: %s',
      async (where) => {
        const customerId = await customerIn(world, 'ACTIVE');
        const both = sql.begin(async (tx) => {
          const make = (on: unknown) => forgeProposal(world, on as Sql, { customerId, decision: 'reject' });
          const id = where === 'itself' ? await make(tx) : await tx.savepoint((inside) => make(inside));
          await tx`update public.proposal set status = 'CONFIRMED', decided_by = ${world.staff.admin.staffId}, decided_at = now() where id = ${id}`;
        });
        expect(await databaseSays(both)).toMatch(/confirmed after it was made/);
      },
    );

    test('a proposal stays open while its customer refers to it', async () => {
      const customerId = await customerIn(world, 'ACTIVE');
      const id = await forgeProposal(world, sql, { customerId, decision: 'reject' });
      const alone = sql`update public.proposal set status = 'STALE' where id = ${id}`;
      expect(await databaseSays(alone)).toMatch(/open while its customer waits/);
      expect(await databaseSays(forge(world, sql, customerId, { set: ['open_proposal_id = null'] }))).toMatch(
        /until it is decided/,
      );
    });
  });

  describe('runs and checks', () => {
    let id: string;
    let flagged: string;
    beforeAll(async () => {
      // The forged texts below cannot be unsealed, so steps through the engine come first.
      flagged = await customerIn(world, 'UNDER_REVIEW');
      id = await completeCustomer(world);
    });
    const verdict = `status = 'PASSED', sealed = '\\x00', finished_at = now()`;
    const check = (set: string, kind = 'profile') =>
      `update public.verification_check set ${set} where customer_id = '${id}' and kind = '${kind}'`;

    test.each([
      ['status only', `status = 'PASSED'`, /given in words and only while its run is open/],
      ['without a time', `status = 'PASSED', sealed = '\\x00'`, /given in words/],
      ['without an audit entry', verdict, /only with an audit entry/],
      ['answered for by nobody', 'resolved = true', /only with an audit entry/],
      ['another question', `kind = 'manual'`, /question of a check never changes/],
      ['of another provider', `provider = 'sandbox'`, /question of a check never changes/],
      ['about somebody else', `subject_id = '${newId()}'`, /question of a check never changes/],
      ['another run', `run_id = '${newId()}'`, /question of a check never changes/],
    ])('a pending check stays pending: %s', async (_name, set, refusal) => {
      expect(await databaseSays(sql.unsafe(check(set)))).toMatch(refusal);
    });

    test('a check is resolved by passing the run', async () => {
      expect(await databaseSays(forge(world, sql, id, { also: [check('resolved = true')] }))).toMatch(
        /by passing its run/,
      );
    });

    test('a failed check requires two people who agreed after it failed', async () => {
      const failed = await completeCustomer(world);
      const of = (text: string) => text.replaceAll(id, failed);
      await forge(world, sql, failed, { also: [of(check(verdict.replace('PASSED', 'FAILED')))] });
      const { openRunId, tenantId } = await rowOf(world, failed);
      const manual = `insert into public.verification_check (tenant_id, id, customer_id, run_id, subject_id, kind, provider, status, input_hash, sealed, created_at, finished_at)
        values ('${tenantId}', '${newId()}', '${failed}', '${openRunId}', '${failed}', 'manual', 'manual', 'PASSED', '\\x00', '\\x00', now(), now())`;
      expect(await databaseSays(forge(world, sql, failed, { also: [manual, of(check('resolved = true'))] }))).toMatch(
        /two for a failed one/,
      );
    });

    test('a new check has no verdict, and only a pass of the same question carries over', async () => {
      const { openRunId, tenantId } = await rowOf(world, id);
      const born = (kind: string, columns: string, values: string) =>
        forge(world, sql, id, {
          also: [
            `insert into public.verification_check (tenant_id, id, customer_id, run_id, subject_id, kind, provider, input_hash, created_at, ${columns})
             values ('${tenantId}', '${newId()}', '${id}', '${openRunId}', '${id}', '${kind}', '${kind}', '\\x00', now(), ${values})`,
          ],
        });
      expect(await databaseSays(born('profile', 'status', `'PASSED'`))).toMatch(/begins without a verdict/);
      expect(await databaseSays(born('profile', 'status, resolved', `'PENDING', true`))).toMatch(/begins without/);
      expect(await databaseSays(born('profile', 'status, finished_at', `'PASSED', now()`))).toMatch(/carries over/);
      expect(await databaseSays(born('manual', 'status, finished_at', `'PASSED', now()`))).toMatch(/given in words/);
    });

    test('a run stays open while its customer refers to it, and ends once', async () => {
      const { openRunId } = await rowOf(world, id);
      const ends = (outcome: string) => `update public.run set outcome = ${outcome} where id = '${openRunId}'`;
      expect(await databaseSays(sql.unsafe(ends(`'approved'`)))).toMatch(/open while its customer waits/);
      expect(await databaseSays(forge(world, sql, id, { set: ['open_run_id = null'] }))).toMatch(/until it ends/);
      expect(await databaseSays(forge(world, sql, id, { set: [`open_run_id = '${newId()}'`] }))).toMatch(
        /until it ends/,
      );
      const gone = await completeCustomer(world);
      const { openRunId: run } = await rowOf(world, gone);
      await forge(world, sql, gone, {
        set: ['open_run_id = null'],
        also: [`update public.run set outcome = 'over', ended_at = now() where id = '${run}'`],
      });
      const again = sql`update public.run set outcome = null where id = ${run}`;
      expect(await databaseSays(again)).toMatch(/a run ends once/);
      const late = sql.unsafe(`update public.verification_check set ${verdict} where run_id = '${run}'`);
      expect(await databaseSays(late)).toMatch(/only while its run is open/);
    });

    /** An approval by hand that ends its run, with optional changes of the checks. */
    const approve = async (customerId: string, also: string[]) => {
      const { openRunId, version } = await rowOf(world, customerId);
      const changeId = newId();
      return forge(world, sql, customerId, {
        set: [
          `customer_status = 'ACTIVE', version = version + 1, status_change_id = '${changeId}', open_run_id = null`,
        ],
        also: [
          `insert into public.status_change (tenant_id, id, customer_id, version, from_status, event, to_status, people, actor_kind, occurred_at, run_id)
           select tenant_id, '${changeId}', '${customerId}', ${version + 1}, 'UNDER_REVIEW', 'approve', 'ACTIVE', 1, 'engine', now(), '${openRunId}' from head`,
          `update public.run set outcome = 'approved', ended_at = now() where id = '${openRunId}'`,
          ...also,
        ],
      });
    };

    test('an approval is refused while a check is pending, or flagged and unresolved', async () => {
      expect(await databaseSays(approve(id, []))).toMatch(/only by a run whose checks have all passed/);
      const manual = `update public.verification_check set ${verdict} where customer_id = '${flagged}' and status = 'PENDING'`;
      expect(await databaseSays(approve(flagged, [manual]))).toMatch(/only by a run whose checks have all passed/);
    });

    test('one person cannot approve over a failure', async () => {
      const failed = await completeCustomer(world);
      const passes = `update public.verification_check set sealed = '\\x00', finished_at = now(),
        status = case kind when 'profile' then 'FAILED' else 'PASSED' end where customer_id = '${failed}'`;
      await forge(world, sql, failed, { also: [passes] });
      expect(await databaseSays(approve(failed, []))).toMatch(/only by a run whose checks have all passed/);
      // Two people agreed, so the failure can be resolved; an approval that does not name them still counts as one
      // person's.
      const proposal = { customerId: failed, decision: 'approve' };
      const id = await forgeProposal(world, sql, proposal);
      const by = world.staff.admin.staffId;
      await forgeDecision(world, sql, { customerId: failed, id, status: 'CONFIRMED', by });
      const { openRunId, tenantId } = await rowOf(world, failed);
      const answered = [
        `insert into public.verification_check (tenant_id, id, customer_id, run_id, subject_id, kind, provider, status, input_hash, sealed, created_at, finished_at)
         values ('${tenantId}', '${newId()}', '${failed}', '${openRunId}', '${failed}', 'manual', 'manual', 'PASSED', '\\x00', '\\x00', now(), now())`,
        `update public.verification_check set resolved = true where customer_id = '${failed}' and kind = 'profile'`,
      ];
      expect(await databaseSays(approve(failed, answered))).toMatch(/two people must have agreed/);
    });
  });
});
