import { insert, schema, type Write } from '@gatehouse/db';
import {
  checkLifecycle,
  isForPerson,
  newId,
  type PlannedCheck,
  planChecks,
  providerOf,
  REVIEW,
  type RunPurpose,
  type Snapshot,
} from '@gatehouse/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record/load.ts';
import type { CheckRow } from './load.ts';

type Start = {
  readonly purpose: RunPurpose;
  readonly snapshot: Snapshot;
  readonly profileVersion: number;
  /** The proposal whose second person needs the run, for a reactivation. */
  readonly proposalId?: string;
};

/**
 * Freezes the submission and plans its checks. Passes carry over while the provider and its input are unchanged; a
 * manual pass never does, because it covers the whole. If no automatic check remains, as when only text was requested,
 * no verdict will conclude the run, so the manual review starts at once.
 *
 * @returns `needsPerson` if the manual review starts now; `personWillLook` also if the plan has a manual check.
 */
export async function startRun(
  deps: Deps,
  record: CustomerRecord,
  start: Start,
): Promise<{ runId: string; writes: Write[]; needsPerson: boolean; personWillLook: boolean }> {
  const { customer, key, now } = record;
  const sealed = key.seal('snapshot', start.snapshot);
  const runId = newId();
  const { attempt, passed } = await previous(deps, record, start.purpose);
  const run: typeof schema.run.$inferInsert = {
    tenantId: customer.tenantId,
    id: runId,
    customerId: customer.id,
    purpose: start.purpose,
    attempt: attempt + 1,
    profileVersion: start.profileVersion,
    snapshot: sealed,
    snapshotHash: key.hash(JSON.stringify(start.snapshot)),
    reviewPolicy: record.reviewPolicy,
    policyVersion: record.policyVersion,
    proposalId: start.proposalId ?? null,
    createdAt: now,
  };
  const checks = planChecks(record.program.checks, record).map((planned) => {
    const check = newCheck(record, runId, planned, inputHash(deps, record, planned, start));
    const same = start.purpose === 'SUBMISSION' ? passed.find((before) => asksTheSame(check, before)) : undefined;
    return same ? carriedOver(check, same) : check;
  });
  const needsPerson = checks.every((check) => check.dueAt === null);
  if (needsPerson && !checks.some(isForPerson)) checks.push(newReview(record, runId));
  return {
    runId,
    needsPerson,
    personWillLook: checks.some(isForPerson),
    writes: [insert(schema.run, [run]), insert(schema.verificationCheck, checks)],
  };
}

/** A new, pending check. A manual one has no job. */
function newCheck(
  record: CustomerRecord,
  runId: string,
  { kind, provider }: PlannedCheck,
  inputHash: Buffer,
): CheckRow {
  const { customer, now } = record;
  return {
    tenantId: customer.tenantId,
    id: newId(),
    customerId: customer.id,
    runId,
    kind,
    provider,
    subjectKind: 'CUSTOMER',
    subjectId: customer.id,
    status: checkLifecycle.initial,
    inputHash,
    sealed: null,
    carriedFrom: null,
    resolved: false,
    attempt: 1,
    dueAt: isForPerson({ kind }) ? null : now,
    queuedAttempt: 0,
    queuedAt: null,
    jobId: null,
    createdAt: now,
    finishedAt: null,
  };
}

/** The manual review is due. */
export const newReview = (record: CustomerRecord, runId: string): CheckRow =>
  newCheck(record, runId, REVIEW, likeNoOther(record));

const carriedOver = (check: CheckRow, { id, status, sealed }: CheckRow): CheckRow => ({
  ...check,
  ...{ status, sealed, carriedFrom: id, dueAt: null, finishedAt: check.createdAt },
});

const asksTheSame = (one: CheckRow, other: CheckRow): boolean =>
  one.kind === other.kind &&
  one.provider === other.provider &&
  one.subjectKind === other.subjectKind &&
  one.subjectId === other.subjectId &&
  one.inputHash.equals(other.inputHash);

/** The input of the check, according to its provider. It is unknown for a person, or for a missing provider. */
function inputHash(deps: Deps, record: CustomerRecord, planned: PlannedCheck, start: Start): Buffer {
  const provider = providerOf(deps.providers, planned);
  const input = provider?.input(start.snapshot, { kind: 'CUSTOMER', id: record.customer.id });
  return input ? record.key.hash(JSON.stringify(input)) : likeNoOther(record);
}

const likeNoOther = ({ key }: CustomerRecord): Buffer => key.hash(newId());

async function previous(
  deps: Deps,
  record: CustomerRecord,
  purpose: RunPurpose,
): Promise<{ attempt: number; passed: CheckRow[] }> {
  const { tenantId, id } = record.customer;
  const [last] = await deps.db
    .select({ attempt: sql<number>`coalesce(max(${schema.run.attempt}), 0)::int` })
    .from(schema.run)
    .where(and(eq(schema.run.tenantId, tenantId), eq(schema.run.customerId, id), eq(schema.run.purpose, purpose)));
  const attempt = last?.attempt ?? 0;
  if (attempt === 0) return { attempt, passed: [] };
  const rows = await deps.db
    .select({ check: schema.verificationCheck })
    .from(schema.verificationCheck)
    .innerJoin(
      schema.run,
      and(
        eq(schema.run.tenantId, schema.verificationCheck.tenantId),
        eq(schema.run.id, schema.verificationCheck.runId),
      ),
    )
    .where(
      and(
        eq(schema.run.tenantId, tenantId),
        eq(schema.run.customerId, id),
        eq(schema.run.purpose, purpose),
        eq(schema.run.attempt, attempt),
        eq(schema.verificationCheck.status, 'PASSED'),
      ),
    );
  return { attempt, passed: rows.map((row) => row.check) };
}
