import { isCurrent, isHeld, type TenantTime } from '@gatehouse/domain';
import type { DocumentRow } from '../record/data.ts';

/** A new upload: its kind and side, and the hashes of the sent and of the stored bytes. */
type Upload = Pick<DocumentRow, 'id' | 'kind' | 'side' | 'hash' | 'sourceHash'>;

/**
 * Finds the earlier document with the same file as an upload, or null. A submitted document has been reviewed, so
 * sending it again adds nothing. A document of another kind or side may have been chosen by mistake. A document that
 * was replaced before it was submitted does not count.
 *
 * Both hashes are compared: stored pictures are re-encoded, which another version of the library may do differently,
 * and stored files can be downloaded and sent again.
 *
 * @param documents all documents of the customer, oldest first.
 * @param submittedAt the time of each submission.
 */
export function sameFile(
  documents: readonly DocumentRow[],
  submittedAt: readonly TenantTime[],
  upload: Upload,
): DocumentRow | null {
  const hashes = hashesOf(upload);
  const same = documents.filter(
    (row) => row.id !== upload.id && row.uploadedAt !== null && hashesOf(row).some((hash) => hashes.includes(hash)),
  );
  const isHere = (row: DocumentRow): boolean => row.kind === upload.kind && row.side === upload.side;
  const submitted = same.filter((row) => wasSubmitted(row, submittedAt));
  const lying = same.filter((row) => !isHere(row) && (isCurrent(row) || isHeld(row)));
  return submitted.findLast(isHere) ?? submitted.at(-1) ?? lying.at(-1) ?? null;
}

const hashesOf = ({ hash, sourceHash }: Pick<DocumentRow, 'hash' | 'sourceHash'>): string[] =>
  [hash, sourceHash].filter((each) => each !== null);

function wasSubmitted(row: DocumentRow, submittedAt: readonly TenantTime[]): boolean {
  const { uploadedAt, endedAt } = row;
  if (isHeld(row) || uploadedAt === null) return false;
  return submittedAt.some((at) => uploadedAt <= at && (endedAt === null || endedAt > at));
}
