import type { schema } from '@gatehouse/db';
import type { Told } from './told.ts';

type EntryRow = typeof schema.auditEntry.$inferSelect;
export type ChangeRow = typeof schema.statusChange.$inferSelect;
type ProposalRow = typeof schema.proposal.$inferSelect;
type NoteRow = typeof schema.note.$inferSelect;
type LeafRow = typeof schema.auditSealLeaf.$inferSelect;

/** The columns of a customer that its chain answers for. */
export type Kept = Pick<
  typeof schema.customer.$inferSelect,
  | 'tenantId'
  | 'id'
  | 'customerStatus'
  | 'statusChangeId'
  | 'statusChangedAt'
  | 'createdAt'
  | 'archivedAt'
  | 'version'
  | 'profileVersion'
  | 'sequence'
  | 'auditHead'
  | 'auditPosition'
>;

/** How many rows of one kind a record has, and the highest number among them: the same where none is missing. */
export type Numbered = { readonly count: number; readonly last: number };

/** Everything about one record that its chain answers for, as of one moment. A record that is gone has only its leaves. */
export type RecordEvidence = {
  readonly tenantId: string;
  readonly customerId: string;
  readonly customer: Kept | null;
  /** By position. */
  readonly entries: readonly EntryRow[];
  /** By version. */
  readonly changes: readonly ChangeRow[];
  readonly proposals: readonly ProposalRow[];
  readonly notes: readonly NoteRow[];
  readonly profiles: Numbered;
  readonly events: Numbered;
  /** By seal. */
  readonly leaves: readonly LeafRow[];
};

/** The same of a record that is there, with its entries read; `next` is the position after the last one. */
export type Whole = RecordEvidence & { readonly customer: Kept; readonly told: readonly Told[]; readonly next: number };
