import type { schema } from '@gatehouse/db';
import type { ParsedEntry } from './parsed-entry.ts';

type EntryRow = typeof schema.auditEntry.$inferSelect;
export type ChangeRow = typeof schema.statusChange.$inferSelect;
type ProposalRow = typeof schema.proposal.$inferSelect;
type NoteRow = typeof schema.note.$inferSelect;
type LeafRow = typeof schema.auditSealLeaf.$inferSelect;

/** The columns of a customer row that its audit chain must account for. */
export type AuditedColumns = Pick<
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

/** The count of a record's rows of one kind, and their highest number. Both are equal when no row is missing. */
export type Numbered = { readonly count: number; readonly last: number };

/**
 * Everything about one record that its audit chain must account for, read in one snapshot. A removed record has leaves
 * only.
 */
export type RecordEvidence = {
  readonly tenantId: string;
  readonly customerId: string;
  readonly customer: AuditedColumns | null;
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

/** Evidence of a record that still exists, with its entries parsed. `next` is the position after the last entry. */
export type LoadedRecord = RecordEvidence & {
  readonly customer: AuditedColumns;
  readonly parsed: readonly ParsedEntry[];
  readonly next: number;
};
