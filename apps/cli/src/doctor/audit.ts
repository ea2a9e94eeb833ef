import { between, type RealTime } from '@gatehouse/domain';
import type { AuditReport } from '@gatehouse/engine';
import { formatBreak } from '../audit/format-break.ts';
import { bad, type Finding, note, ok } from './finding.ts';

const DAY = 24 * 3600_000;
/** How many breaks are shown. The command `audit verify` shows all. */
const SHOWN = 5;

/** The result of the scheduled verification of the audit log, and whether it still runs. */
export function auditFinding(
  { verified, broken, breaks, seal, sealedAt, misdated }: AuditReport,
  now: RealTime,
): Finding {
  const everything = 'Run `npm run gatehouse -- audit verify` for all of it.';
  if (broken > 0)
    return bad(
      `broken in ${broken} ${broken === 1 ? 'place' : 'places'}. ${breaks.slice(0, SHOWN).map(formatBreak).join(' ')}`,
      everything,
    );
  if (misdated > 0)
    return bad(
      misdated === 1 ? 'a run is dated in the future.' : `${misdated} runs are dated in the future.`,
      'A clock was wrong, or somebody wrote to audit_run by hand. Find out which, and delete these rows as the owner of the database.',
    );
  if (!verified || !sealedAt) return note('has not been verified and sealed yet.', 'A worker does both by itself.');
  const held = `${verified.records} records and ${verified.seals} seals held at ${verified.endedAt.toISOString()}; sealed at ${sealedAt.toISOString()}${seal ? `, the last seal is ${seal.number}` : ''}.`;
  const late = Math.max(between(verified.endedAt, now), between(sealedAt, now)) > DAY;
  return late ? note(`${held} That is more than a day ago.`, 'Is a worker running?') : ok(held);
}
