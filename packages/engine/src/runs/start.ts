import { createHash } from 'node:crypto';
import { insert, schema, type Write } from '@gatehouse/db';
import { type CheckKind, newId, planChecks, type RunPurpose, type Snapshot } from '@gatehouse/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record/load.ts';
import type { CheckRow } from './load.ts';

type Start = {
  readonly purpose: RunPurpose;
  readonly snapshot: Snapshot;
  readonly profileVersion: number;
  /** The proposal for whose second person the run looks, for a reactivation. */
  readonly proposalId?: string;
};

/**
 * Freezes what was submitted and plans the checks over it. Checks that passed before carry over while their input is
 * unchanged; a manual check never does, because a person judged the whole. When that leaves nothing for a machine to
 * answer, as when only words were asked for, no verdict will come that settles the run: it is a person's turn at once.
 *
 * @returns `needsPerson` when it is; `personWillLook` also when it will be, because the plan has a manual check.
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
  const kinds = planChecks(record.program.checks, record.mode, record.reviewPolicy);
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
  const checks = kinds.map((kind) => {
    const inputHash = key.hash(inputOf(kind, start.snapshot));
    const carried =
      start.purpose === 'SUBMISSION'
        ? passed.find((check) => check.kind === kind && check.inputHash.equals(inputHash))
        : undefined;
    return newCheck(record, runId, kind, inputHash, carried);
  });
  const needsPerson = checks.every((check) => check.dueAt === null);
  if (needsPerson && !kinds.includes('manual'))
    checks.push(newCheck(record, runId, 'manual', key.hash(inputOf('manual', start.snapshot))));
  return {
    runId,
    needsPerson,
    personWillLook: checks.some((check) => check.kind === 'manual'),
    writes: [insert(schema.run, [run]), insert(schema.verificationCheck, checks)],
  };
}

/** A check as a new row: pending, or passed already when it carries over. A person's check waits for no job. */
export function newCheck(
  record: CustomerRecord,
  runId: string,
  kind: CheckKind,
  inputHash: Buffer,
  carried?: CheckRow,
): CheckRow {
  const { customer, now } = record;
  return {
    tenantId: customer.tenantId,
    id: newId(),
    customerId: customer.id,
    runId,
    kind,
    status: carried ? 'PASSED' : 'PENDING',
    inputHash,
    sealed: carried?.sealed ?? null,
    carriedFrom: carried?.id ?? null,
    resolved: false,
    attempt: 1,
    dueAt: carried || kind === 'manual' ? null : now,
    queuedAttempt: 0,
    queuedAt: null,
    jobId: null,
    createdAt: now,
    finishedAt: carried ? now : null,
  };
}

/** What a check looks at. The profile check does not depend on documents, so a new photo does not ask it again. */
function inputOf(kind: CheckKind, snapshot: Snapshot): string {
  if (kind === 'profile') return JSON.stringify(snapshot.profile);
  if (kind === 'document')
    return JSON.stringify(snapshot.documents.map((document) => [document.kind, document.side, document.hash]));
  return kind === 'manual'
    ? createHash('sha256').update(newId()).digest('hex')
    : JSON.stringify([snapshot.profile, snapshot.documents]);
}

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
