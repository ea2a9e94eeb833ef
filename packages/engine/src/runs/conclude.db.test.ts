import type { Verdict } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, rowOf, statusOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { createWorld, type World } from '../testing/world.ts';
import { giveVerdict } from './verdict.ts';

let world: World;
let careful: World;
beforeAll(async () => {
  [world, careful] = await Promise.all([createWorld({ connections: 12 }), createWorld({ reviewPolicy: 'ALWAYS' })]);
});
afterAll(() => Promise.all([world.close(), careful.close()]));

const DAY = 24 * 3600_000;

type Row = { id: string; run_id: string; kind: string; status: string; attempt: number };
const checksOf = (id: string, { sql }: World = world) =>
  sql<
    Row[]
  >`select id, run_id, kind, status, attempt from verification_check where customer_id = ${id} order by created_at, kind`;

const ASKS = { code: 'CLARIFICATION', target: { field: 'employment' } } as const;
const give = (customerId: string, check: Row, verdict: Verdict, attempt = check.attempt) =>
  giveVerdict(
    world.deps,
    { kind: 'engine' },
    { tenantId: world.app.tenantId, customerId, runId: check.run_id, checkId: check.id, attempt },
    { verdict, asks: verdict === 'NEEDS_INFORMATION' ? [ASKS] : [], evidence: [] },
  );

/** The verdicts of a run's last checks, and the resulting status of the customer. */
const ENDINGS: readonly { verdicts: readonly [Verdict, Verdict, Verdict]; status: string; needsPerson: boolean }[] = [
  { verdicts: ['PASSED', 'PASSED', 'PASSED'], status: 'ACTIVE', needsPerson: false },
  { verdicts: ['PASSED', 'NEEDS_INFORMATION', 'PASSED'], status: 'NEEDS_ADDITIONAL_INFORMATION', needsPerson: false },
  {
    verdicts: ['NEEDS_INFORMATION', 'NEEDS_INFORMATION', 'FLAGGED'],
    status: 'NEEDS_ADDITIONAL_INFORMATION',
    needsPerson: false,
  },
  { verdicts: ['FLAGGED', 'PASSED', 'FLAGGED'], status: 'UNDER_REVIEW', needsPerson: true },
  { verdicts: ['FAILED', 'NEEDS_INFORMATION', 'PASSED'], status: 'UNDER_REVIEW', needsPerson: true },
  { verdicts: ['ERRORED', 'PASSED', 'PASSED'], status: 'UNDER_REVIEW', needsPerson: true },
];

test.each(ENDINGS)(
  'simultaneous verdicts $verdicts lead to $status, once',
  async ({ verdicts, status, needsPerson }) => {
    for (let round = 0; round < 8; round += 1) {
      const id = await completeCustomer(world);
      const checks = await checksOf(id);
      expect(checks).toHaveLength(3);
      const applied = await Promise.all(checks.map((check, index) => give(id, check, verdicts[index] ?? 'PASSED')));
      expect(applied).toEqual([true, true, true]);
      const row = await rowOf(world, id);
      expect(row).toMatchObject({ customerStatus: status, needsPerson });
      expect(row.openRunId === null).toBe(!needsPerson);
      const manual = (await checksOf(id)).filter((check) => check.kind === 'manual');
      expect(manual.map((check) => check.status)).toEqual(needsPerson ? ['PENDING'] : []);
      const changes = await world.sql`select event from status_change where customer_id = ${id} order by version`;
      expect(changes).toHaveLength(needsPerson ? 1 : 2);
      const items = await world.sql`select from requirement where customer_id = ${id}`;
      expect(items).toHaveLength(status === 'NEEDS_ADDITIONAL_INFORMATION' ? 1 : 0);
    }
  },
);

test('one verdict that is delivered many times at once is applied once', async () => {
  const id = await completeCustomer(world);
  const [check] = await checksOf(id);
  if (!check) throw new Error('A run has checks.');
  const applied = await Promise.all(
    Array.from({ length: 20 }, (_, n) => give(id, check, n % 2 ? 'PASSED' : 'FLAGGED')),
  );
  expect(applied.filter(Boolean)).toHaveLength(1);
  const events = await world.sql`select from event where customer_id = ${id} and type = 'verification.check_completed'`;
  expect(events).toHaveLength(1);
});

test('a verdict of another attempt, or of an ended run, changes nothing', async () => {
  const id = await completeCustomer(world);
  const [first, second] = await checksOf(id);
  if (!first || !second) throw new Error('A run has checks.');
  expect(await give(id, first, 'PASSED', 2)).toBe(false);
  await world.engine.desk.decide(world.staff.approver, {
    customerId: id,
    event: 'reject',
    reasonCode: 'FRAUD',
    note: 'n',
  });
  const before = await rowOf(world, id);
  expect(await give(id, first, 'PASSED')).toBe(false);
  await world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: second.id, attempt: 1 });
  expect(await rowOf(world, id)).toEqual(before);
  expect(await statusOf(world, id)).toBe('REJECTED');
});

test('of a simultaneous rejection and last verdict only one takes effect', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await completeCustomer(world);
    const [last, ...others] = await checksOf(id);
    if (!last) throw new Error('A run has checks.');
    for (const check of others) await give(id, check, 'PASSED');
    const reject = world.engine.desk.decide(world.staff.approver, {
      customerId: id,
      event: 'reject',
      reasonCode: 'FRAUD',
      note: 'n',
    });
    const [applied, rejected] = await Promise.allSettled([give(id, last, 'PASSED'), reject]);
    const row = await rowOf(world, id);
    expect(row.openRunId).toBeNull();
    const [run] = await world.sql`select outcome from run where customer_id = ${id}`;
    if (rejected.status === 'fulfilled') {
      // Rejecting an active customer requires two people, so it was rejected before the verdict or not at all.
      expect([row.customerStatus, run?.outcome]).toEqual(
        rejected.value.outcome === 'decided' ? ['REJECTED', 'rejected'] : ['ACTIVE', 'approved'],
      );
    } else expect(row.customerStatus).toBe('ACTIVE');
    expect(applied.status).toBe('fulfilled');
  }
});

test('a manual review by policy starts when the automatic checks are done', async () => {
  const id = await completeCustomer(careful);
  expect((await checksOf(id, careful)).map((check) => check.kind).sort()).toEqual([
    'document',
    'identity',
    'manual',
    'profile',
  ]);
  expect((await rowOf(careful, id)).needsPerson).toBe(false);
  // Minutes are never promised where a manual review is certain: not during automatic checks, and not afterwards.
  const promised = (await rowOf(careful, id)).expectedBy;
  expect(promised?.getTime()).toBeGreaterThan(careful.clock.now().getTime() + DAY);
  expect((await careful.engine.customers.get(careful.app, id)).summary).toContain('1 to 3 business days');
  await drain(careful);
  const row = await rowOf(careful, id);
  expect(row).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true, expectedBy: promised });
  await careful.engine.desk.decide(careful.staff.approver, { customerId: id, event: 'approve' });
  expect(await statusOf(careful, id)).toBe('ACTIVE');
});

test('once a manual review is needed, days are expected and minutes no longer promised', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Flagged' } });
  const told = async () => (await world.engine.customers.get(world.app, id)).summary;
  expect(await told()).toContain('Usually under 10 minutes');
  const soon = (await rowOf(world, id)).expectedBy;
  await drain(world);
  expect(await told()).toBe('A person will look at the case. Usually 1 to 3 business days.');
  expect((await rowOf(world, id)).expectedBy?.getTime()).toBeGreaterThan((soon?.getTime() ?? 0) + DAY - 600_000);
});

test('in LIVE no decision is automatic, and the sandbox vendor is not asked', async () => {
  const id = await completeCustomer(world, { app: world.liveApp, profile: { familyName: 'Failing' } });
  expect((await checksOf(id)).map((check) => check.kind).sort()).toEqual(['document', 'manual', 'profile']);
  await drain(world);
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true });
});

test('an unreachable vendor is retried a few times, followed by a manual review', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Unreachable' } });
  const begun = world.clock.now().getTime();
  await drain(world);
  const sandbox = (await checksOf(id)).find((check) => check.kind === 'identity');
  expect(sandbox).toMatchObject({ status: 'ERRORED', attempt: 4 });
  expect(world.clock.now().getTime() - begun).toBe(1_000 + 5_000 + 20_000);
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true });
  await world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve' });
  expect(await statusOf(world, id)).toBe('ACTIVE');
});
