import {
  AUDIT_BREAKS,
  type AuditBreak,
  type AuditInputs,
  type AuditReportView,
  type BreakView,
  type ExportedEntry,
  type Page,
  type Seal,
  showId,
  type Verified,
} from '@gatehouse/domain';
import { auditReport } from '../audit/report.ts';
import { sealView } from '../audit/seal.ts';
import { verifyOne, verifyRecordsAfter } from '../audit/verify.ts';
import type { Deps } from '../deps.ts';
import { cursorsOf, page } from '../paging.ts';
import { tenantOfCustomer } from '../record/load.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

const breakView = (found: AuditBreak): BreakView => ({
  what: found.what,
  sentence: AUDIT_BREAKS[found.what],
  customerId: 'seal' in found ? null : showId('customer', found.customerId),
  position: 'seal' in found ? null : found.position,
  seal: 'seal' in found ? found.seal : null,
});

/** Verifies one record, or a page of all records, which the cursor continues. */
export async function verifyAudit(deps: Deps, actor: StaffActor, input: AuditInputs['verify']): Promise<Verified> {
  requireStaff(actor, 'auditor');
  if (input.customerId) {
    const tenantId = await tenantOfCustomer(deps, input.customerId);
    const found = await verifyOne(deps, { tenantId, customerId: input.customerId });
    return { records: 1, broken: found ? [breakView(found)] : [], nextCursor: null };
  }
  const cursors = cursorsOf(deps.vault, { list: 'desk.audit.verify', owner: 'desk', filters: {} });
  const [tenantId, customerId] = cursors.read(input.cursor) ?? [];
  const from = tenantId && customerId ? { tenantId, customerId } : null;
  const { records, breaks, last } = await verifyRecordsAfter(deps, from, input.limit);
  return {
    records,
    broken: breaks.map(breakView),
    nextCursor: last && cursors.write([last.tenantId, last.customerId]),
  };
}

/** The results of the scheduled verification. */
export async function reportAudit(deps: Deps, actor: StaffActor): Promise<AuditReportView> {
  requireStaff(actor, 'auditor');
  const { verified, sealedAt, breaks, ...rest } = await auditReport(deps);
  return {
    ...rest,
    verified: verified && {
      ...verified,
      startedAt: verified.startedAt.toISOString(),
      endedAt: verified.endedAt.toISOString(),
    },
    sealedAt: sealedAt?.toISOString() ?? null,
    breaks: breaks.map(breakView),
  };
}

/** The seals, newest first, to be kept out of reach of anyone with access to the database. */
export async function listSeals(deps: Deps, actor: StaffActor, input: AuditInputs['seals']): Promise<Page<Seal>> {
  requireStaff(actor, 'auditor');
  const cursors = cursorsOf(deps.vault, { list: 'desk.audit.seals', owner: 'desk', filters: {} });
  const [before] = cursors.read(input.cursor) ?? [];
  const rows = await deps.sql<Parameters<typeof sealView>[0][]>`
    select number, at, leaves, root, previous, hash from audit_seal
    where number < ${before ?? null}::bigint is not false order by number desc limit ${input.limit + 1}`;
  return page(rows, input.limit, sealView, (row) => cursors.write([row.number]));
}

/** A record's chain, oldest first, for verification with only SHA-256 and the seals. */
export async function exportAudit(
  deps: Deps,
  actor: StaffActor,
  input: AuditInputs['export'],
): Promise<Page<ExportedEntry>> {
  requireStaff(actor, 'auditor');
  const tenantId = await tenantOfCustomer(deps, input.customerId);
  const filters = { customerId: input.customerId };
  const cursors = cursorsOf(deps.vault, { list: 'desk.audit.export', owner: 'desk', filters });
  const [after] = cursors.read(input.cursor) ?? [];
  const rows = await deps.sql<
    { position: number; body: string; previous: Buffer | null; hash: Buffer; seals: number[] }[]
  >`select a.position, a.body, a.previous, a.hash, array(
      select l.seal from audit_seal_leaf l join audit_seal s on s.number = l.seal
      where l.tenant_id = a.tenant_id and l.customer_id = a.customer_id and l.position = a.position and l.head = a.hash
      order by l.seal) as seals
    from audit_entry a where a.tenant_id = ${tenantId} and a.customer_id = ${input.customerId} and a.position > ${after ?? 0}::bigint
    order by a.position limit ${input.limit + 1}`;
  return page(
    rows,
    input.limit,
    (row) => ({
      ...row,
      previous: row.previous?.toString('hex') ?? null,
      hash: row.hash.toString('hex'),
    }),
    (row) => cursors.write([row.position]),
  );
}
