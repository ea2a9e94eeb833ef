import { insert, schema } from '@gatehouse/db';
import {
  askProblem,
  type Decided,
  type DecisionAnswer,
  decisionIssues,
  newId,
  type Offer,
  offers,
  possible,
  proposalLifecycle,
  Refusal,
  type Refused,
  refusalOf,
  showId,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { digest } from '../record/audit-digest.ts';
import { combine } from '../record/change.ts';
import type { CustomerRecord, CustomerRow } from '../record/load.ts';
import { tenantOfCustomer } from '../record/load.ts';
import { type Mutation, mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { refuseConflict } from './conflict.ts';
import { EFFECTS, ON_PROPOSAL } from './effect.ts';
import { loadFacts } from './offers.ts';

export type DecisionInput = Decided & { readonly customerId: string; readonly expectedVersion?: number };
/**
 * Takes a decision about a case: at once if the actor's role and the transition allow it, otherwise as a proposal for
 * a second person.
 *
 * @throws ALREADY_DECIDED when someone else was faster, naming who; VERSION_CONFLICT; TRANSITION_NOT_ALLOWED, with
 * what is possible instead; NOT_PERMITTED; INVALID_INPUT.
 */
export async function decide(
  deps: Deps,
  actor: StaffActor,
  { customerId, expectedVersion, ...decided }: DecisionInput,
): Promise<DecisionAnswer> {
  requireStaff(actor, 'reviewer');
  const tenantId = await tenantOfCustomer(deps, customerId);
  return mutate(deps, actor, tenantId, customerId, async (record) => {
    await refuseConflict(deps, record, actor, expectedVersion);
    const facts = await loadFacts(deps, record);
    const offered = offers(facts, actor);
    refuse(refusalOf(decided.event, facts, actor), record, offered);
    refuseInvalid(record, decided);
    const mode = offered.find(({ action }) => action === decided.event)?.mode;
    if (mode === 'propose') return propose(deps, record, actor, decided);
    return { change: await EFFECTS[decided.event](deps, record, { actor, decided }), answer: decidedAnswer };
  });
}

/** @throws the refusal of the domain's rules, with the status and the possible actions */
export function refuse(refused: Refused | null, { customer }: CustomerRecord, offered: readonly Offer[]): void {
  if (!refused) return;
  const { customerStatus } = customer;
  const data = refused.code === 'TRANSITION_NOT_ALLOWED' ? { customerStatus, allowed: possible(offered) } : {};
  throw new Refusal(refused.code, { says: refused.why, data });
}

export const decidedAnswer = (after: CustomerRow): DecisionAnswer => ({
  outcome: 'decided',
  customerStatus: after.customerStatus,
  proposalId: null,
});

async function propose(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  decided: Decided,
): Promise<Mutation<DecisionAnswer>> {
  const { customer, now, key } = record;
  const id = newId();
  const row: typeof schema.proposal.$inferInsert = {
    tenantId: customer.tenantId,
    id,
    customerId: customer.id,
    decision: decided.event,
    status: proposalLifecycle.initial,
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
    change: combine(begun, {
      set: { openProposalId: id },
      audit: [
        {
          action: 'proposal.opened',
          about: { proposal: id, decision: decided.event, reason: decided.reasonCode, digest: digest('proposal', row) },
        },
      ],
      writes: [insert(schema.proposal, [row])],
    }),
    answer: (after) => ({
      outcome: 'proposed',
      customerStatus: after.customerStatus,
      proposalId: showId('proposal', id),
    }),
  };
}

/** @throws INVALID_INPUT, naming each field */
function refuseInvalid({ program }: CustomerRecord, decided: Decided): void {
  const asked = (decided.items ?? []).flatMap((item, index) => {
    const problem = askProblem(program.view, item);
    return problem ? [{ path: `items.${index}.${problem.path}`, message: problem.message }] : [];
  });
  const issues = [...decisionIssues(decided), ...asked];
  if (issues.length > 0) throw Refusal.ofFields(issues);
}
