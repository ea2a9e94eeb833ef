import { z } from 'zod';
import { anyOf } from '../messages/any-of.ts';
import { type Language, say } from '../messages/language.ts';
import { type Message, message } from '../messages/message.ts';
import { ARCHIVED, checkAccess } from './access.ts';
import { CAPABILITIES, type Capability, type CustomerEvent, CustomerStatus, customerLifecycle } from './lifecycle.ts';
import { statusName } from './presentation.ts';

/** An action on a customer: a lifecycle event, or a capability of the status. */
export const OfferedAction = z.strictObject({
  action: z.enum([...customerLifecycle.events, ...CAPABILITIES]),
  label: z.string(),
  /** `decide` takes effect at once, `propose` waits for a second person, and null means not possible now. */
  mode: z.enum(['decide', 'propose']).nullable(),
  leadsTo: CustomerStatus.nullable(),
  /** Why not, or why only as a proposal. Empty when it is possible at once. */
  why: z.string(),
});
export type OfferedAction = Readonly<z.output<typeof OfferedAction>>;

/** The same, without a language. `why` is null when it is possible at once. */
export type Offer = Omit<OfferedAction, 'label' | 'why'> & { readonly label: Message; readonly why: Message | null };

export const sayOffers = (offered: readonly Offer[], language: Language): OfferedAction[] =>
  offered.map(({ label, why, ...offer }) => ({
    ...offer,
    label: say(language, label),
    why: why ? say(language, why) : '',
  }));

/** The actions that change the data, and are locked with it. */
const CHANGES_DATA: ReadonlySet<Capability> = new Set(['updateProfile', 'uploadDocuments']);

/**
 * The actions of an app or the customer in a status: what the access table allows, and the transition that their
 * update causes.
 */
export function integratorActions(status: CustomerStatus, archived = false): Offer[] {
  const locked = archived ? ARCHIVED : whyLocked(status);
  const able = CAPABILITIES.map((capability): Offer => {
    const { allowed, reason } = checkAccess(status, capability, { archived });
    const why = CHANGES_DATA.has(capability) ? locked : reason;
    return {
      action: capability,
      label: message(`actions.${capability}`),
      mode: allowed ? 'decide' : null,
      leadsTo: null,
      why: allowed ? null : why,
    };
  });
  const row = customerLifecycle.rows.find(
    (each) => each.by === 'engine' && (each.event === 'submit' || each.event === 'resubmit') && each.from === status,
  );
  const own = archived ? undefined : row;
  const event = row?.event ?? 'submit';
  const submits: Offer = {
    action: event,
    label: message(event === 'submit' ? 'actions.submit' : 'actions.resubmit'),
    mode: own ? 'decide' : null,
    leadsTo: own?.to ?? null,
    why: own ? message('actions.byItself') : locked,
  };
  return [...able, submits];
}

/** The names of the possible actions, for a refusal. */
export const possible = (actions: readonly Pick<Offer, 'action' | 'mode'>[]): string[] =>
  actions.filter((action) => action.mode !== null).map((action) => action.action);

/** Why an event may not happen in this status, with the statuses in which it may. */
export function whyNotNow(status: CustomerStatus, event: CustomerEvent): Message {
  const answer = customerLifecycle.allows(status, event);
  const from = answer.allowed ? [] : [...new Set(answer.onlyFrom)];
  const statuses = anyOf(from.map(statusName), 'comma');
  return message('refusals.customers.onlyWhile', { statuses, status: statusName(status) });
}

/** Why the data is locked, and what to do instead; null if it is not locked. */
export const whyLocked = (status: CustomerStatus): Message | null => LOCKED[status];
const LOCKED = {
  CREATED: null,
  UNDER_REVIEW: message('refusals.customers.locked.UNDER_REVIEW'),
  NEEDS_ADDITIONAL_INFORMATION: null,
  ACTIVE: message('refusals.customers.locked.ACTIVE'),
  REJECTED: message('refusals.customers.locked.REJECTED'),
  DEACTIVATED: message('refusals.customers.locked.DEACTIVATED'),
} as const satisfies Record<CustomerStatus, Message | null>;
