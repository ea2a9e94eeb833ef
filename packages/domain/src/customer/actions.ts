import type { Actor } from '../actor.ts';
import { mayDecide, mayPropose } from '../staff/roles.ts';
import { type Capability, type CustomerEvent, type CustomerStatus, customerLifecycle } from './lifecycle.ts';

/** What someone could do with a customer: a lifecycle event, or something the status allows. */
export type OfferedAction = {
  readonly action: CustomerEvent | Capability;
  readonly label: string;
  /** `decide` takes effect at once; `propose` waits for a second person; null is not possible now. */
  readonly mode: 'decide' | 'propose' | null;
  readonly leadsTo: CustomerStatus | null;
  /** Why not, or why only as a proposal. Empty when it is simply possible. */
  readonly why: string;
};

const EVENT_LABELS = {
  submit: 'Submit',
  approve: 'Approve',
  requestInformation: 'Request information',
  resubmit: 'Resubmit',
  reject: 'Reject',
  deactivate: 'Deactivate',
  reopen: 'Reopen',
  reactivate: 'Reactivate',
} as const satisfies Record<CustomerEvent, string>;

/**
 * Approving and asking for information are the engine's rows; a person causes them by a verdict on the manual check.
 * These are the roles which may give that verdict.
 */
const BY_VERDICT: Partial<Record<CustomerEvent, 'approver' | 'reviewer'>> = {
  approve: 'approver',
  requestInformation: 'reviewer',
};

/** What staff may do in a status: every manual row and every verdict, with the reason for those that are not offered. */
export function staffActions(status: CustomerStatus, actor: Extract<Actor, { kind: 'staff' }>): OfferedAction[] {
  const manual = customerLifecycle.events.filter(
    (event) => event in BY_VERDICT || customerLifecycle.rows.some((row) => row.event === event && row.by !== 'engine'),
  );
  return manual.map((event) => offer(status, event, actor));
}

function offer(status: CustomerStatus, event: CustomerEvent, actor: Extract<Actor, { kind: 'staff' }>): OfferedAction {
  const base = { action: event, label: EVENT_LABELS[event] };
  const allowance = customerLifecycle.allows(status, event);
  if (!allowance.allowed) return { ...base, mode: null, leadsTo: null, why: allowance.why };
  if (!mayPropose(actor.role))
    return { ...base, mode: null, leadsTo: allowance.to, why: 'Your role reads and decides nothing.' };
  const row = customerLifecycle.row(status, event);
  const verdictRole = BY_VERDICT[event];
  const decides = verdictRole === 'reviewer' || (row !== undefined && mayDecide(actor.role, verdictRole ?? row.by));
  const who = verdictRole ?? row?.by ?? 'approver';
  if (row?.people === 2)
    return {
      ...base,
      mode: 'propose',
      leadsTo: allowance.to,
      why: `Needs two people: someone else, an ${who}, confirms it.`,
    };
  if (!decides) return { ...base, mode: 'propose', leadsTo: allowance.to, why: `An ${who} confirms it.` };
  return { ...base, mode: 'decide', leadsTo: allowance.to, why: '' };
}

/** What an app or the customer may do in a status: what the access table allows, and the row that their update causes. */
export function integratorActions(status: CustomerStatus): OfferedAction[] {
  const capability = (name: 'updateProfile' | 'uploadDocuments', label: string): OfferedAction => {
    const able = customerLifecycle.can(status, name);
    return {
      action: name,
      label,
      mode: able ? 'decide' : null,
      leadsTo: null,
      why: able ? '' : lockedSentence(status),
    };
  };
  const own = customerLifecycle.rows.find(
    (row) => row.by === 'engine' && (row.event === 'submit' || row.event === 'resubmit') && row.from === status,
  );
  return [
    capability('updateProfile', 'Update the profile'),
    capability('uploadDocuments', 'Upload documents'),
    {
      action: own?.event ?? 'submit',
      label: EVENT_LABELS[own?.event ?? 'submit'],
      mode: own ? 'decide' : null,
      leadsTo: own?.to ?? null,
      why: own ? 'Happens by itself once nothing is missing.' : lockedSentence(status),
    },
  ];
}

/** Why the data is locked, in a sentence that says what to do instead. */
export const lockedSentence = (status: CustomerStatus): string => LOCKED[status];
const LOCKED = {
  CREATED: '',
  UNDER_REVIEW: 'The data is locked while it is being checked. Wait for the outcome; a webhook announces it.',
  NEEDS_ADDITIONAL_INFORMATION: '',
  ACTIVE: 'Verified data changes only through an approved change request.',
  REJECTED: 'A rejected customer cannot be changed. Contact support.',
  DEACTIVATED: 'A deactivated customer can be viewed and not changed. Contact support.',
} as const satisfies Record<CustomerStatus, string>;
