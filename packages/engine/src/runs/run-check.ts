import { schema } from '@gatehouse/db';
import {
  type Answer,
  CheckRecord,
  isForPerson,
  isPending,
  type JobPayload,
  later,
  onTenantClock,
  PROVIDER_RETRY,
  providerOf,
  type Question,
  type Snapshot,
  statement,
} from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { programOfSnapshot } from '../record/data.ts';
import { readDocument } from '../record/files.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { type CheckRow, loadRun, type RunRow } from './load.ts';
import { giveVerdict } from './verdict.ts';

/**
 * The job of one attempt at one check: asks its provider and writes the answer. The attempt's number fences it: a
 * worker that resumes after a pause holds an old number and changes nothing. `signal` aborts the attempt when the
 * worker stops.
 */
export async function runCheck(
  deps: Deps,
  { tenantId, checkId, attempt }: JobPayload<'check.run'>,
  signal?: AbortSignal,
): Promise<void> {
  const [check] = await deps.db
    .select()
    .from(schema.verificationCheck)
    .where(and(eq(schema.verificationCheck.tenantId, tenantId), eq(schema.verificationCheck.id, checkId)));
  if (!check || !isPending(check) || check.attempt !== attempt || isForPerson(check)) return;
  const record = await loadCustomer(deps, tenantId, check.customerId);
  const loaded = await loadRun(deps, record, check.runId);
  if (!loaded || record.customer.openRunId !== check.runId) return;

  const answer = await ask(deps, record, loaded.run, check, signal).catch((error: unknown) => {
    // A stopping worker is not a failure of the provider: the same attempt restarts elsewhere.
    if (signal?.aborted) throw error;
    return unreachable(attempt, error);
  });
  if (answer.kind === 'accepted') return askLater(deps, record, check, answer.askAgainAfter);
  await giveVerdict(
    deps,
    { kind: 'engine' },
    { tenantId, customerId: check.customerId, runId: check.runId, checkId, attempt },
    answer,
  );
}

async function ask(
  deps: Deps,
  record: CustomerRecord,
  run: RunRow,
  check: CheckRow,
  signal?: AbortSignal,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(PROVIDER_RETRY.deadline);
  const provider = providerOf(deps.providers, check);
  if (!provider) return notHere(check);
  const snapshot = record.key.open<Snapshot>('snapshot', run.snapshot);
  const question: Question = {
    reference: `${run.id}.${check.id}`,
    kind: check.kind,
    subject: { kind: check.subjectKind, id: check.subjectId },
    mode: record.mode,
    snapshot,
    program: programOfSnapshot(deps, snapshot),
    attempt: await submissionsUntil(deps, run),
    today: record.now.toISOString().slice(0, 10),
    file: (documentId) => readDocument(deps, record, documentId),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  };
  const answer = await provider.ask(question);
  // An answer that cannot be read back is discarded, and the provider is asked again.
  if (answer.kind === 'verdict') CheckRecord.parse(answer);
  return answer;
}

/**
 * The number of this run among all runs that a vendor sees. Runs are counted by purpose, so the submissions before
 * another run are added: a vendor must not take a reactivation for a first submission.
 */
async function submissionsUntil(deps: Deps, run: RunRow): Promise<number> {
  if (run.purpose === 'SUBMISSION') return run.attempt;
  const [before] = await deps.sql<{ count: number }[]>`select count(*)::int as count from run
    where tenant_id = ${run.tenantId} and customer_id = ${run.customerId} and purpose = 'SUBMISSION'`;
  return (before?.count ?? 0) + run.attempt;
}

/** An unreachable provider is retried a few times, followed by a manual review. */
function unreachable(attempt: number, error: unknown): Answer {
  const delay = PROVIDER_RETRY.delays[attempt - 1];
  if (delay !== undefined) return { kind: 'accepted', askAgainAfter: delay };
  return noAnswer(`The provider could not be reached: ${error instanceof Error ? error.name : 'unknown'}.`);
}

/**
 * The tenant configured a provider that this installation lacks. A manual review follows at once, and `doctor` reports
 * it.
 */
const notHere = ({ provider }: CheckRow): Answer =>
  noAnswer(`This installation has no provider called ${provider} that answers it.`);

const noAnswer = (text: string): Answer => ({
  kind: 'verdict',
  verdict: 'ERRORED',
  asks: [],
  evidence: [statement(text)],
});

/** Queues the next attempt, unless the run has ended and dequeued the check. */
async function askLater(deps: Deps, { clockOffset }: CustomerRecord, check: CheckRow, wait: number): Promise<void> {
  const { tenantId, id, attempt } = check;
  await deps.sql`update verification_check set attempt = attempt + 1,
      due_at = ${later(onTenantClock(deps.now(), clockOffset), wait)}
    where tenant_id = ${tenantId} and id = ${id} and attempt = ${attempt} and status = 'PENDING' and due_at is not null`;
}
