import { z } from 'zod';
import { ARCHIVED_SENTENCE, checkAccess } from './access.ts';
import { CAPABILITIES, type Capability, CustomerStatus, customerLifecycle } from './lifecycle.ts';

/** What someone could do with a customer: a lifecycle event, or something the status allows. */
export const OfferedAction = z.strictObject({
  action: z.enum([...customerLifecycle.events, ...CAPABILITIES]),
  label: z.string(),
  /** `decide` takes effect at once; `propose` waits for a second person; null is not possible now. */
  mode: z.enum(['decide', 'propose']).nullable(),
  leadsTo: CustomerStatus.nullable(),
  /** Why not, or why only as a proposal. Empty when it is simply possible. */
  why: z.string(),
});
export type OfferedAction = Readonly<z.output<typeof OfferedAction>>;

const CAPABILITY_LABELS = {
  viewProfile: 'View the profile',
  updateProfile: 'Update the profile',
  uploadDocuments: 'Upload documents',
  transact: 'Transact',
  viewHistory: 'View the history',
} as const satisfies Record<Capability, string>;

/** What changes the data, and is therefore locked or not with it. */
const CHANGES_DATA: ReadonlySet<Capability> = new Set(['updateProfile', 'uploadDocuments']);

/** What an app or the customer may do in a status: what the access table allows, and the row that their update causes. */
export function integratorActions(status: CustomerStatus, archived = false): OfferedAction[] {
  const locked = archived ? ARCHIVED_SENTENCE : lockedSentence(status);
  const able = CAPABILITIES.map((capability): OfferedAction => {
    const { allowed, reason } = checkAccess(status, capability, { archived });
    const why = CHANGES_DATA.has(capability) ? locked : reason;
    return {
      action: capability,
      label: CAPABILITY_LABELS[capability],
      mode: allowed ? 'decide' : null,
      leadsTo: null,
      why: allowed ? '' : why,
    };
  });
  const row = customerLifecycle.rows.find(
    (each) => each.by === 'engine' && (each.event === 'submit' || each.event === 'resubmit') && each.from === status,
  );
  const own = archived ? undefined : row;
  const event = row?.event ?? 'submit';
  const submits: OfferedAction = {
    action: event,
    label: event === 'submit' ? 'Submit' : 'Resubmit',
    mode: own ? 'decide' : null,
    leadsTo: own?.to ?? null,
    why: own ? 'Happens by itself once nothing is missing.' : locked,
  };
  return [...able, submits];
}

/** The names of what is possible, as a refusal tells them. */
export const possible = (actions: readonly OfferedAction[]): string[] =>
  actions.filter((action) => action.mode !== null).map((action) => action.action);

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
