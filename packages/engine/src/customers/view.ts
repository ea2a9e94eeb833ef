import {
  accessOf,
  type CustomerDetail,
  type CustomerView,
  isAsked,
  isOpen,
  type KnownProfile,
  type Language,
  type Missing,
  type Profile,
  type Program,
  say,
  showId,
  summaryOf,
} from '@gatehouse/domain';
import type { CustomerRow } from '../record/load.ts';
import { type RequirementRow, viewRequirement } from '../record/requirements.ts';

export function viewCustomer(
  { durations }: Program,
  row: CustomerRow,
  openItems: number,
  language: Language,
): CustomerView {
  const status = row.customerStatus;
  const archived = row.archivedAt !== null;
  return {
    id: showId('customer', row.id),
    type: row.type,
    program: row.program,
    externalId: row.externalId,
    email: row.email,
    displayName: row.displayName,
    customerStatus: status,
    statusChangedAt: row.statusChangedAt.toISOString(),
    expectedBy: row.expectedBy?.toISOString() ?? null,
    expedited: row.expedited,
    metadata: row.metadata,
    version: row.version,
    sequence: row.sequence,
    access: accessOf(status, archived),
    summary: say(
      language,
      summaryOf({
        status,
        durations,
        since: row.statusChangedAt,
        by: row.expectedBy,
        needsPerson: row.needsPerson,
        openItems,
        archived,
      }),
    ),
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

export function viewDetail(
  program: Program,
  row: CustomerRow,
  profile: Profile,
  missing: readonly Missing[],
  requirements: readonly RequirementRow[],
  language: Language,
): CustomerDetail {
  const asked = requirements.filter(isAsked);
  const open = asked.filter(isOpen);
  return {
    ...viewCustomer(program, row, open.length, language),
    // The cast is safe: only fields that a program declares are stored, and the type covers all declared programs.
    profile: profile as KnownProfile,
    missing: missing.map((each) => ({ ...each, message: say(language, each.message) })),
    requirements: asked.map((item) => viewRequirement(program, item, language)),
  };
}
