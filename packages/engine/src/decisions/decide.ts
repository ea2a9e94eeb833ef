import { insert, schema } from '@gatehouse/db';
import {
  askProblem,
  type CustomerStatus,
  newId,
  REASON_CODES,
  type ReasonedEvent,
  Refusal,
  showId,
  staffActions,
} from '@gatehouse/domain';
import { amend, type Decision } from '../amend.ts';
import { digest } from '../audit/digest.ts';
import { isTemporary, sayingWhatIsPossible } from '../customers/offers.ts';
import type { Deps } from '../deps.ts';
import { PROPOSAL_WAITS } from '../desk/offers.ts';
import { allowed } from '../move.ts';
import type { CustomerRecord } from '../record.ts';
import { loadRun } from '../runs/load.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { type Decided, refuseWhileRunning } from './decision.ts';
import { EFFECTS, ON_PROPOSAL } from './effect.ts';
import { refuseOvertaken } from './overtaken.ts';
import { tenantOfCustomer } from './tenant.ts';

export type DecisionInput = Decided & { readonly customerId: string; readonly expectedVersion?: number };
export type DecisionAnswer = {
  readonly outcome: 'decided' | 'proposed';
  readonly customerStatus: CustomerStatus;
  readonly proposalId: string | null;
};

/**
 * Takes a decision about a case: at once where the actor's role and the row allow it, otherwise as a proposal that
 * waits for a second person.
 *
 * @throws ALREADY_DECIDED when someone else was faster, naming who; VERSION_CONFLICT; TRANSITION_NOT_ALLOWED, with what
 *   is possible instead; NOT_PERMITTED.
 */
export async function decide(
  deps: Deps,
  actor: StaffActor,
  { customerId, expectedVersion, ...decided }: DecisionInput,
): Promise<DecisionAnswer> {
  requireStaff(actor, 'reviewer');
  const tenantId = await tenantOfCustomer(deps, customerId);
  return amend(deps, tenantId, customerId, async (record) => {
    await refuseOvertaken(deps, record, actor, expectedVersion);
    return sayingWhatIsPossible(deps, record, actor, () => take(deps, record, actor, decided));
  });
}

async function take(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  decided: Decided,
): Promise<Decision<DecisionAnswer>> {
  allowed(record, decided.event);
  await validate(deps, record, decided);
  const status = record.customer.customerStatus as CustomerStatus;
  const offered = staffActions(status, actor).find((action) => action.action === decided.event);
  if (!offered?.mode) throw new Refusal('NOT_PERMITTED', offered?.why);
  const overFailure = decided.event === 'approve' && (await standsFailed(deps, record));
  if (offered.mode === 'propose' || overFailure) return propose(deps, record, actor, decided);
  const change = await EFFECTS[decided.event](deps, record, { actor, decided });
  return {
    change,
    answer: (after) => ({
      outcome: 'decided',
      customerStatus: after.customerStatus as CustomerStatus,
      proposalId: null,
    }),
  };
}

/** Approving over a failed check takes two people, whoever approves. */
async function standsFailed(deps: Deps, record: CustomerRecord): Promise<boolean> {
  const loaded = record.customer.openRunId ? await loadRun(deps, record, record.customer.openRunId) : null;
  const checks = loaded?.checks ?? [];
  refuseWhileRunning(record, checks);
  return checks.some((check) => check.status === 'FAILED' && !check.resolved);
}

async function propose(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  decided: Decided,
): Promise<Decision<DecisionAnswer>> {
  const { customer, now, key } = record;
  if (customer.openProposalId) throw new Refusal('TRANSITION_NOT_ALLOWED', PROPOSAL_WAITS);
  const id = newId();
  const row: typeof schema.proposal.$inferInsert = {
    tenantId: customer.tenantId,
    id,
    customerId: customer.id,
    decision: decided.event,
    status: 'OPEN',
    proposedBy: actor.staffId,
    proposedByKind: 'staff',
    reasonCode: decided.reasonCode ?? null,
    temporary: decided.temporary ?? null,
    sealed: key.seal('proposal', { note: decided.note, message: decided.message, items: decided.items }),
    basedOnVersion: customer.version,
    basedOnRevision: customer.revision,
    createdAt: now,
  };
  const begun = await ON_PROPOSAL[decided.event]?.(deps, record, id);
  return {
    change: {
      actor,
      ...begun,
      set: { ...begun?.set, openProposalId: id },
      audit: [
        ...(begun?.audit ?? []),
        {
          action: 'proposal.opened',
          about: {
            proposal: id,
            decision: decided.event,
            reason: decided.reasonCode,
            digest: digest('proposal', row),
          },
        },
      ],
      writes: [insert(schema.proposal, [row]), ...(begun?.writes ?? [])],
    },
    answer: (after) => ({
      outcome: 'proposed',
      customerStatus: after.customerStatus as CustomerStatus,
      proposalId: showId('proposal', id),
    }),
  };
}

/** What a decision must carry: a reason where the event has reasons, items where something is asked. */
async function validate(deps: Deps, record: CustomerRecord, decided: Decided): Promise<void> {
  const codes = decided.event in REASON_CODES ? REASON_CODES[decided.event as ReasonedEvent] : null;
  if (codes && !(decided.reasonCode && decided.reasonCode in codes)) invalid('reasonCode', 'Choose a reason.');
  if (codes && !decided.note) invalid('note', 'Say why, for your colleagues.');
  if ((decided.event === 'requestInformation' || decided.event === 'reopen') && !decided.items?.length)
    invalid('items', 'Ask for at least one thing.');
  for (const [index, item] of (decided.items ?? []).entries()) {
    const problem = askProblem(record.customer.type, item);
    if (problem) invalid(`items.${index}.${problem.path}`, problem.message);
  }
  if (decided.event === 'deactivate' && decided.temporary === undefined)
    invalid('temporary', 'Say whether this can be undone.');
  if (decided.event === 'reactivate') await refusePermanent(deps, record);
}

async function refusePermanent(deps: Deps, record: CustomerRecord): Promise<void> {
  if (!(await isTemporary(deps, record)))
    throw new Refusal('TRANSITION_NOT_ALLOWED', 'This deactivation is permanent.');
}

function invalid(path: string, message: string): never {
  throw new Refusal('INVALID_INPUT', message, { issues: [{ path, message }] });
}
