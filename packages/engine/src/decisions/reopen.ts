import { insert, schema } from '@gatehouse/db';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { askedRow, inEvent, loadRequirements } from '../record/requirements.ts';
import { type TakenDecision, transitionOf } from './decision.ts';

/** Asks anew, in a round of its own: nothing leads from a rejection straight to an approval. */
export async function reopen(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: TakenDecision,
): Promise<Change> {
  const known = await loadRequirements(deps, record);
  const round = Math.max(0, ...known.map((row) => row.round)) + 1;
  const rows = (decided.items ?? []).map((ask) => askedRow(record, ask, `staff:${actor.staffId}`, round, null));
  const requirements = rows.map((row) => inEvent(record, row));
  return {
    moves: [{ ...transitionOf(decided, proposalId), requirements }],
    events: [{ type: 'verification.information_requested', requirements }],
    audit: [{ action: 'requirements.asked', about: { codes: rows.map((row) => row.code).join(' ') } }],
    writes: [insert(schema.requirement, rows)],
  };
}
