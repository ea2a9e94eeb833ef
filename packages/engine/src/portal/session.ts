import { schema } from '@gatehouse/db';
import {
  type CustomerStatus,
  customerLifecycle,
  durationMessage,
  isAsked,
  isCurrent,
  isHeld,
  isOpen,
  isPending,
  type Language,
  languageOf,
  meaningOf,
  message,
  nextFor,
  type PortalItem,
  type PortalSession,
  portalHeading,
  type Snapshot,
  say,
  verifiedFields,
  viewIn,
} from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import { viewCase } from '../customers/get.ts';
import type { Deps } from '../deps.ts';
import { viewDocument } from '../documents/view.ts';
import { loadCase, programOfSnapshot } from '../record/data.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { askedOf, customerMessageOf, type RequirementRow, textsOf, viewRequirement } from '../record/requirements.ts';
import { sayReason } from '../record/transition.ts';
import { loadRun } from '../runs/load.ts';
import type { CustomerActor } from '../tenancy.ts';
import { draftsOf } from './drafts.ts';

/** The customer's own view of its case. A status that does not show the profile hides profile and documents. */
export async function session(deps: Deps, actor: CustomerActor): Promise<PortalSession> {
  const language = languageOf(actor.language);
  const record = await loadCustomer(deps, actor.tenantId, actor.customerId);
  const status = record.customer.customerStatus;
  const visible = customerLifecycle.can(status, 'viewProfile');
  const [data, partner, drafts, history, run, verified] = await Promise.all([
    loadCase(deps, record),
    partnerOf(deps, actor.tenantId),
    draftsOf(deps, record),
    historyOf(deps, record, language),
    record.customer.openRunId ? loadRun(deps, record, record.customer.openRunId) : null,
    verifiedOf(deps, record),
  ]);
  const { documents, requirements } = data;
  const items = requirements.filter(isAsked).map((row) => viewItem(record, row, language));
  const last = history.at(-1);
  // Metadata is the integrator's and not for the customer.
  const own = { ...viewCase(record, data, language), metadata: {} };
  return {
    partner,
    customer: visible ? own : { ...own, profile: {}, missing: [], requirements: [] },
    clockOffset: record.clockOffset,
    program: viewIn(record.program, language),
    heading: say(
      language,
      last?.reason?.temporary ? message('onHold') : portalHeading(status, items.filter(isOpen).length),
    ),
    duration: say(
      language,
      durationMessage({
        durations: record.program.durations,
        since: record.customer.statusChangedAt,
        by: record.customer.expectedBy,
      }),
    ),
    documents: visible
      ? documents.filter((row) => isCurrent(row) || isHeld(row)).map((row) => viewDocument(row, documents, language))
      : [],
    items,
    drafts: visible ? drafts : {},
    reason: last?.reason ?? null,
    checks: (run?.checks ?? []).map((check) => ({
      label: say(language, meaningOf(deps.providers, check).customerLabel),
      done: !isPending(check),
    })),
    history: history.map(({ at, status: to }) => ({ at, status: to })),
    verifiedAt: history.findLast((each) => customerLifecycle.can(each.status, 'transact'))?.at ?? null,
    verified,
  };
}

function viewItem(record: CustomerRecord, row: RequirementRow, language: Language): PortalItem {
  const words = textsOf(record, row);
  return {
    ...viewRequirement(record.program, row, language),
    next: say(language, nextFor(askedOf(row))),
    good: say(language, message(`requirementCodes.${row.code}.good`)),
    bad: say(language, message(`requirementCodes.${row.code}.bad`)),
    reviewerMessage: customerMessageOf(record.program, row, words, language),
    pin: words.pin ?? null,
    answer: words.answer ?? null,
    comments: words.comments ?? [],
  };
}

async function partnerOf(deps: Deps, tenantId: string): Promise<PortalSession['partner']> {
  const [row] = await deps.sql<
    { name: string; support_email: string; return_url: string | null; logo: string | null }[]
  >`
    select p.name, p.support_email, p.return_url, p.branding->>'logo' as logo from tenant t join partner p on p.id = t.partner_id where t.id = ${tenantId}`;
  return {
    name: row?.name ?? '',
    supportEmail: row?.support_email ?? '',
    returnUrl: row?.return_url ?? null,
    logo: row?.logo ?? null,
  };
}

type StatusEntry = { at: string; status: CustomerStatus; reason: PortalSession['reason'] };

async function historyOf(deps: Deps, record: CustomerRecord, language: Language): Promise<StatusEntry[]> {
  const { tenantId, id } = record.customer;
  const rows = await deps.db
    .select()
    .from(schema.statusChange)
    .where(and(eq(schema.statusChange.tenantId, tenantId), eq(schema.statusChange.customerId, id)))
    .orderBy(schema.statusChange.version);
  return rows.map((row) => {
    const words = row.sealed ? record.key.open<{ message?: string }>('status-change', row.sealed) : {};
    return {
      at: row.occurredAt.toISOString(),
      status: row.toStatus,
      reason: row.reasonCode
        ? {
            message: sayReason(row.reasonCode, language).message,
            ownWords: words.message ?? null,
            temporary: row.temporary,
          }
        : null,
    };
  });
}

/** Returns the fields verified by the run that activated the account; none while it is not active. */
async function verifiedOf(deps: Deps, record: CustomerRecord): Promise<string[]> {
  const { tenantId, customerStatus, statusChangeId } = record.customer;
  if (!customerLifecycle.can(customerStatus, 'transact')) return [];
  const [change] = await deps.sql<{ run_id: string | null }[]>`
    select run_id from status_change where tenant_id = ${tenantId} and id = ${statusChangeId}`;
  const loaded = change?.run_id ? await loadRun(deps, record, change.run_id) : null;
  if (!loaded) return [];
  const snapshot = record.key.open<Snapshot>('snapshot', loaded.run.snapshot);
  const checks = loaded.checks.map((check) => ({ ...meaningOf(deps.providers, check), status: check.status }));
  return verifiedFields(programOfSnapshot(deps, snapshot), checks, snapshot);
}
