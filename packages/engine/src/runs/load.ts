import { schema } from '@gatehouse/db';
import { type CheckFact, CheckRecord, type Evidence, type RequirementAsk } from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record/load.ts';

export type RunRow = typeof schema.run.$inferSelect;
export type CheckRow = typeof schema.verificationCheck.$inferSelect;

/**
 * Loads a run with its checks. The checks are read after the customer, so a commit at the customer's revision covers
 * them.
 */
export async function loadRun(
  deps: Deps,
  record: CustomerRecord,
  runId: string,
): Promise<{ run: RunRow; checks: CheckRow[] } | null> {
  const { tenantId } = record.customer;
  const [run] = await deps.db
    .select()
    .from(schema.run)
    .where(and(eq(schema.run.tenantId, tenantId), eq(schema.run.id, runId)));
  if (!run) return null;
  const checks = await deps.db
    .select()
    .from(schema.verificationCheck)
    .where(and(eq(schema.verificationCheck.tenantId, tenantId), eq(schema.verificationCheck.runId, runId)))
    .orderBy(schema.verificationCheck.createdAt, schema.verificationCheck.id);
  return { run, checks };
}

/** The sealed part of a check; empty while it has no verdict. */
export const evidenceOf = (record: CustomerRecord, check: Pick<CheckRow, 'sealed'>): CheckRecord =>
  check.sealed ? CheckRecord.parse(record.key.open('check', check.sealed)) : { asks: [], evidence: [] };

/** The items and findings of a check, or a person's note on the whole. */
type Given = Pick<CheckRecord, 'note' | 'by'> & {
  readonly asks?: readonly RequirementAsk[] | undefined;
  readonly evidence?: readonly Evidence[];
};

export const sealEvidence = (record: CustomerRecord, { asks = [], evidence = [], ...words }: Given): Buffer =>
  record.key.seal('check', { asks, evidence, ...words });

/** Maps a check to the input of the outcome. */
export const checkFact = (record: CustomerRecord, check: CheckRow): CheckFact => ({
  kind: check.kind,
  status: check.status,
  asks: evidenceOf(record, check).asks,
  resolved: check.resolved,
});
