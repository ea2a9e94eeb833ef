/** The findings of an audit log verification, with their text for auditors. */
export const AUDIT_BREAKS = {
  CHAIN: 'the entry does not continue the one before: one of the two was changed, taken out or put in',
  COLUMNS: 'the columns of the entry say something else than what was hashed',
  HEAD: 'the chain does not end where the record says that it ends',
  HISTORY: 'the status change is missing, has no entry, or says something else than its entry',
  STATUS: 'the record stands in a status that its history does not lead to',
  RECORD: 'the record says another time or count of itself than its entries, history, profiles and events do',
  PROPOSAL: 'the proposal is missing, has no entry, or says something else than its entries',
  NOTE: 'the note is missing, has no entry, or says something else than its entry',
  SEALED: 'the head that was sealed here is not in the chain any more: entries were cut off or written anew',
  REMOVED: 'the record was sealed, and is gone',
  SEAL: 'the seal is missing, or it, its leaves or the seal before it were changed',
  KEPT_SEAL: 'the seal that was kept elsewhere is not in the database: the seals were written anew',
} as const;

export type AuditBreakKind = keyof typeof AUDIT_BREAKS;

/** A break of one record, named by its first broken position, or of one seal. */
export type AuditBreak =
  | {
      readonly what: AuditBreakKind;
      readonly tenantId: string;
      readonly customerId: string;
      readonly position: number;
    }
  | { readonly what: 'SEAL' | 'KEPT_SEAL'; readonly seal: number | null };
