import { type CustomerEvent, type ReasonCode, Refusal, type RequirementAsk } from '@gatehouse/domain';
import type { Change } from '../change.ts';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { type CheckRow, loadRun, type RunRow } from '../runs/load.ts';
import type { StaffActor } from '../tenancy.ts';

/** A decision as a person takes it. */
export type Decided = {
  readonly event: DecidableEvent;
  readonly reasonCode?: ReasonCode;
  /** Deactivation only: can it be undone? */
  readonly temporary?: boolean;
  /** For colleagues. */
  readonly note?: string;
  /** For the customer. */
  readonly message?: string;
  /** What is asked, for a request or a reopening. */
  readonly items?: readonly RequirementAsk[];
};

export const DECIDABLE_EVENTS = [
  'approve',
  'requestInformation',
  'reject',
  'deactivate',
  'reopen',
  'reactivate',
] as const satisfies readonly CustomerEvent[];
export type DecidableEvent = (typeof DECIDABLE_EVENTS)[number];

export type Situation = { readonly actor: StaffActor; readonly decided: Decided; readonly proposalId?: string };
/** What a decision does to the record. */
export type Effect = (deps: Deps, record: CustomerRecord, situation: Situation) => Promise<Change>;
/** A change without the one who makes it. */
export type ChangeParts = Omit<Change, 'actor' | 'move'>;

/** An absent field stays absent: with exact optional properties, undefined is not the same. */
export function moveOf({ event, reasonCode, temporary, note, message }: Decided, proposalId?: string) {
  return {
    event,
    ...(reasonCode ? { reasonCode } : {}),
    ...(temporary === undefined ? {} : { temporary }),
    ...(note ? { note } : {}),
    ...(message ? { message } : {}),
    ...(proposalId ? { proposalId } : {}),
  };
}

/** Whoever judges the whole, alone or by a proposal, must have seen what every check found. */
export function refuseWhileRunning(record: CustomerRecord, checks: readonly CheckRow[]): void {
  if (checks.some((check) => check.kind !== 'manual' && check.status === 'PENDING'))
    throw new Refusal('TRANSITION_NOT_ALLOWED', 'The checks are still running. Decide when they are done.', {
      customerStatus: record.customer.customerStatus,
    });
}

/** The run that is open, with its checks. @throws TRANSITION_NOT_ALLOWED where none is. */
export async function openRun(deps: Deps, record: CustomerRecord): Promise<{ run: RunRow; checks: CheckRow[] }> {
  const loaded = record.customer.openRunId ? await loadRun(deps, record, record.customer.openRunId) : null;
  if (!loaded)
    throw new Refusal('TRANSITION_NOT_ALLOWED', undefined, { customerStatus: record.customer.customerStatus });
  return loaded;
}
