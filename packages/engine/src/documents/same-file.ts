import { isCurrent, isHeld, type TenantTime } from '@gatehouse/domain';
import type { DocumentRow } from '../record/data.ts';

/** A file that has just arrived: its place, and the hashes of what was sent and of what is kept of it. */
type Upload = Pick<DocumentRow, 'id' | 'kind' | 'side' | 'hash' | 'sourceHash'>;

/**
 * The earlier document that an upload is the same file as, or null. One that was submitted before was looked at, so
 * giving it again says nothing new; one that lies in another place may have been chosen by mistake. What was replaced
 * before anybody looked at it does not count: choosing it again is no repetition.
 *
 * Both hashes are compared, because what is kept of a picture is encoded anew, which another version of the library may
 * do differently, and because what was kept can be downloaded and sent again.
 *
 * @param documents every document of the customer, oldest first.
 * @param submittedAt when each submission was made.
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
