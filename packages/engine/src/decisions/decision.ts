import { type Decided, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change, CustomerMove } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { type CheckRow, loadRun, type RunRow } from '../runs/load.ts';
import type { StaffActor } from '../tenancy.ts';

/** A decision that may be taken, by whom, and the proposal that it confirms where it took two people. */
export type TakenDecision = { readonly actor: StaffActor; readonly decided: Decided; readonly proposalId?: string };
/** What a decision does to the record. */
export type Effect = (deps: Deps, record: CustomerRecord, taken: TakenDecision) => Promise<Change>;

/** The transition that a decision makes, with the words of the person who took it. */
export const transitionOf = ({ items: _, ...decided }: Decided, proposalId?: string): CustomerMove => ({
  lifecycle: 'customer',
  ...decided,
  ...(proposalId ? { proposalId } : {}),
});

/** The run that is open, with its checks. @throws TRANSITION_NOT_ALLOWED where none is. */
export async function openRun(deps: Deps, record: CustomerRecord): Promise<{ run: RunRow; checks: CheckRow[] }> {
  const loaded = record.customer.openRunId ? await loadRun(deps, record, record.customer.openRunId) : null;
  if (!loaded)
    throw new Refusal('TRANSITION_NOT_ALLOWED', { data: { customerStatus: record.customer.customerStatus } });
  return loaded;
}
