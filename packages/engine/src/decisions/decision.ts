import { type Decided, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change, CustomerMove } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { type CheckRow, loadRun, type RunRow } from '../runs/load.ts';
import type { StaffActor } from '../tenancy.ts';

/** A permitted decision with its actor, and the confirmed proposal if two people were required. */
export type TakenDecision = { readonly actor: StaffActor; readonly decided: Decided; readonly proposalId?: string };
/** The effect of a decision on the record. */
export type Effect = (deps: Deps, record: CustomerRecord, taken: TakenDecision) => Promise<Change>;

/** The transition of a decision, with the texts of its author. */
export const transitionOf = ({ items: _, ...decided }: Decided, proposalId?: string): CustomerMove => ({
  lifecycle: 'customer',
  ...decided,
  ...(proposalId ? { proposalId } : {}),
});

/** The open run with its checks. @throws TRANSITION_NOT_ALLOWED without one. */
export async function openRun(deps: Deps, record: CustomerRecord): Promise<{ run: RunRow; checks: CheckRow[] }> {
  const loaded = record.customer.openRunId ? await loadRun(deps, record, record.customer.openRunId) : null;
  if (!loaded)
    throw new Refusal('TRANSITION_NOT_ALLOWED', { data: { customerStatus: record.customer.customerStatus } });
  return loaded;
}
