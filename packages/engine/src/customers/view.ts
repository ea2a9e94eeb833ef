import {
  accessOf,
  type Capability,
  type CustomerStatus,
  type CustomerType,
  isAsked,
  isOpen,
  type KnownProfile,
  type Missing,
  type Profile,
  type Program,
  type RequirementView,
  showId,
  summaryOf,
} from '@gatehouse/domain';
import type { CustomerRow } from '../record/load.ts';
import { inEvent, type RequirementRow } from '../record/requirements.ts';

/** A customer as other apps see it. */
export type CustomerView = {
  readonly id: string;
  readonly type: CustomerType;
  readonly program: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly displayName: string;
  readonly customerStatus: CustomerStatus;
  readonly statusChangedAt: string;
  readonly expectedBy: string | null;
  readonly expedited: boolean;
  readonly metadata: Record<string, string>;
  /** Name it as `expectedVersion` to be told when the record changed meanwhile. */
  readonly version: number;
  /** The number of the newest event of this customer. */
  readonly sequence: number;
  readonly access: Capability[];
  /** What is happening, who acts next, and what follows. */
  readonly summary: string;
  readonly createdAt: string;
  readonly archivedAt: string | null;
};

/** With the data, what is missing before it can be submitted, and what is asked of the customer. */
export type CustomerDetail = CustomerView & {
  /** The fields of its program that are known. */
  readonly profile: KnownProfile;
  readonly missing: Missing[];
  readonly requirements: RequirementView[];
};

export function viewCustomer({ durations }: Program, row: CustomerRow, openItems: number): CustomerView {
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
    summary: summaryOf({
      status,
      durations,
      since: row.statusChangedAt,
      by: row.expectedBy,
      needsPerson: row.needsPerson,
      openItems,
      archived,
    }),
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

export function viewDetail(
  program: Program,
  row: CustomerRow,
  profile: Profile,
  missing: Missing[],
  requirements: readonly RequirementRow[],
): CustomerDetail {
  const asked = requirements.filter(isAsked);
  const open = asked.filter(isOpen);
  return {
    ...viewCustomer(program, row, open.length),
    // Only what its program declares is stored, and the type names what the programs of this installation declare.
    profile: profile as KnownProfile,
    missing,
    requirements: asked.map((item) => inEvent({ program }, item)),
  };
}
