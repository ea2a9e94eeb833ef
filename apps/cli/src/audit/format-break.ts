import { AUDIT_BREAKS, type AuditBreak, showId } from '@gatehouse/domain';

/** Formats a break as one line: the record and position, or the seal, and what is wrong. */
export const formatBreak = (found: AuditBreak): string => `${placeOf(found)}: ${AUDIT_BREAKS[found.what]}.`;

function placeOf(found: AuditBreak): string {
  if (!('seal' in found)) return `${showId('customer', found.customerId)}, position ${found.position}`;
  return found.seal === null ? 'the seals' : `seal ${found.seal}`;
}
