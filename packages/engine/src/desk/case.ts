import { schema } from '@gatehouse/db';
import {
  type Case,
  type CaseCheck,
  type CaseRun,
  CHECK_KINDS,
  type CheckMeaning,
  type CheckRecord,
  ENGLISH,
  findingOf,
  languageOf,
  meaningOf,
  offers,
  type Profile,
  sayOffers,
  showId,
} from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import { viewCase } from '../customers/get.ts';
import { loadFacts } from '../decisions/offers.ts';
import type { Deps } from '../deps.ts';
import { viewDocument } from '../documents/view.ts';
import { currentProfile, loadCase } from '../record/data.ts';
import { type CustomerRecord, loadCustomer, tenantOfCustomer } from '../record/load.ts';
import {
  customerMessageOf,
  type RequirementRow,
  type RequirementTexts,
  textsOf,
  viewRequirement,
} from '../record/requirements.ts';
import { evidenceOf } from '../runs/load.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { history, staffNames } from './history.ts';
import { proposalsOf } from './proposals.ts';
import { whyAPerson } from './why-a-person.ts';

/** @throws NOT_FOUND */
export async function getCase(deps: Deps, actor: StaffActor, customerId: string): Promise<Case> {
  requireStaff(actor, 'auditor');
  const record = await loadCustomer(deps, await tenantOfCustomer(deps, customerId), customerId);
  const [names, facts] = await Promise.all([staffNames(deps), loadFacts(deps, record)]);
  const [data, runs, told, proposals, partner] = await Promise.all([
    loadCase(deps, record),
    runsOf(deps, record, names),
    history(deps, record, names),
    proposalsOf(deps, record, names, { facts, actor }),
    partnerOf(deps, record),
  ]);
  const { documents, requirements } = data;
  const open = runs.find((run) => run.open);
  const previous = await previousProfile(deps, record);
  const assignee = record.customer.assignedTo;
  return {
    customer: viewCase(record, data, ENGLISH),
    program: record.program.view,
    mode: record.mode,
    clockOffset: record.clockOffset,
    partner,
    assignee: assignee ? { id: showId('staff', assignee), name: names.get(assignee) ?? '' } : null,
    documents: documents.filter((row) => row.uploadedAt !== null).map((row) => viewDocument(row, documents, ENGLISH)),
    runs,
    requirements: requirements.map((row) => ({
      ...viewRequirement(record.program, row, ENGLISH),
      ...textsAtDesk(record, row),
      round: row.round,
      askedBy: askerName(row, runs, names),
      askedAt: row.askedAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
    })),
    history: told,
    proposals,
    actions: sayOffers(offers(facts, actor), languageOf(actor.language)),
    needsPerson: record.customer.needsPerson,
    why: whyAPerson(open, {
      needsPerson: record.customer.needsPerson,
      mode: record.mode,
      policy: record.reviewPolicy,
    }),
    before: previous,
  };
}

/** The name of an item's source: the label of a check, a person's name, or the engine. */
function askerName(
  { askedBy, runId }: RequirementRow,
  runs: readonly CaseRun[],
  names: ReadonlyMap<string, string>,
): string {
  const run = runs.find(({ id }) => runId !== null && id === showId('run', runId));
  const check = run?.checks.find(({ kind }) => kind === askedBy);
  if (check) return check.label;
  return askedBy === 'engine' ? 'Gatehouse' : (names.get(askedBy.slice('staff:'.length)) ?? '');
}

async function partnerOf(deps: Deps, record: CustomerRecord): Promise<Case['partner']> {
  const [row] = await deps.sql<
    { name: string }[]
  >`select p.name from tenant t join partner p on p.id = t.partner_id where t.id = ${record.customer.tenantId}`;
  return { name: row?.name ?? '', reviewPolicy: record.reviewPolicy, sendsEmails: record.sender !== null };
}

/** All runs with their checks, newest first. */
async function runsOf(deps: Deps, record: CustomerRecord, names: Map<string, string>): Promise<CaseRun[]> {
  const { tenantId, id } = record.customer;
  const [runs, checks] = await Promise.all([
    deps.db
      .select()
      .from(schema.run)
      .where(and(eq(schema.run.tenantId, tenantId), eq(schema.run.customerId, id))),
    deps.db
      .select()
      .from(schema.verificationCheck)
      .where(and(eq(schema.verificationCheck.tenantId, tenantId), eq(schema.verificationCheck.customerId, id))),
  ]);
  return runs
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .map((run) => ({
      id: showId('run', run.id),
      purpose: run.purpose,
      attempt: run.attempt,
      outcome: run.outcome,
      createdAt: run.createdAt.toISOString(),
      endedAt: run.endedAt?.toISOString() ?? null,
      open: record.customer.openRunId === run.id,
      checks: checks
        .filter((check) => check.runId === run.id)
        .sort((one, other) => Object.keys(CHECK_KINDS).indexOf(one.kind) - Object.keys(CHECK_KINDS).indexOf(other.kind))
        .map((check) => viewCheck(check, evidenceOf(record, check), meaningOf(deps.providers, check), names)),
    }));
}

function viewCheck(
  check: typeof schema.verificationCheck.$inferSelect,
  evidence: CheckRecord,
  { label, looksAt }: CheckMeaning,
  names: Map<string, string>,
): CaseCheck {
  return {
    id: showId('check', check.id),
    kind: check.kind,
    label,
    looksAt,
    status: check.status,
    resolved: check.resolved,
    carried: check.carriedFrom !== null,
    findings: evidence.evidence.map(findingOf).map(({ about, ...finding }) => ({
      ...finding,
      about: about.documentId ? { documentId: showId('document', about.documentId) } : about,
    })),
    asks: evidence.asks,
    note: evidence.note ?? null,
    by: evidence.by ? (names.get(evidence.by) ?? '') : null,
    finishedAt: check.finishedAt?.toISOString() ?? null,
  };
}

/** The data of the previous submission, if there is one. */
async function previousProfile(deps: Deps, record: CustomerRecord): Promise<Profile | null> {
  const { tenantId, id } = record.customer;
  const rows = await deps.sql<{ profile_version: number }[]>`select profile_version from run
    where tenant_id = ${tenantId} and customer_id = ${id} and purpose = 'SUBMISSION' order by attempt desc limit 2`;
  const before = rows[1];
  return before ? currentProfile(deps, record, before.profile_version) : null;
}

/** An item's free text, or the engine's message instead. */
function textsAtDesk(record: CustomerRecord, row: RequirementRow): RequirementTexts {
  const { says, ...words } = textsOf(record, row);
  const customerMessage = customerMessageOf(record.program, row, { ...words, ...(says ? { says } : {}) }, ENGLISH);
  return customerMessage === null ? words : { ...words, customerMessage };
}
