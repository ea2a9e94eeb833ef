import { AUDIT_BREAKS, type AuditBreak, showId } from '@gatehouse/domain';

/** A break in one line: which record and position, or which seal, and what is wrong. */
export const tellBreak = (found: AuditBreak): string => `${placeOf(found)}: ${AUDIT_BREAKS[found.what]}.`;

function placeOf(found: AuditBreak): string {
  if (!('seal' in found)) return `${showId('customer', found.customerId)}, position ${found.position}`;
  return found.seal === null ? 'the seals' : `seal ${found.seal}`;
}
