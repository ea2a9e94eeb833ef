import { type CustomerEvent, customerLifecycle } from '../customer/lifecycle.ts';

/** The actions in a customer's audit log, with their labels for the desk. Transitions are `customer.<event>`. */
const AUDIT_ACTIONS = {
  'customer.created': 'The customer was created.',
  'customer.data_changed': 'The customer’s data changed.',
  'customer.metadata_set': 'The partner’s own notes changed.',
  'customer.archived': 'The customer was archived.',
  'case.assigned': 'The case was given to somebody.',
  'case.expedited': 'The case was expedited, or put back in line.',
  'case.noted': 'A note was added.',
  'check.completed': 'A check reached its verdict.',
  'requirements.asked': 'The customer was asked for more.',
  'requirement.withdrawn': 'A request was taken back.',
  'proposal.opened': 'A decision was proposed.',
  'proposal.confirmed': 'A proposal was confirmed.',
  'proposal.declined': 'A proposal was declined.',
  'run.started': 'Checks began.',
  'run.held': 'A check wants a person to look.',
  'run.delayed': 'The expected time has passed.',
  'run.approved': 'Checks passed.',
  'run.information_requested': 'Checks ask for more.',
  'run.not_passed': 'Checks did not pass.',
  'run.reactivated': 'Checks of a reactivation passed.',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS | `customer.${CustomerEvent}`;

/** The label of an action. An unknown action of an older version is returned unchanged. */
export function auditActionMessage(action: string): string {
  const event = customerLifecycle.events.find((each) => action === `customer.${each}`);
  if (event) return `The status moved: ${event}.`;
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as keyof typeof AUDIT_ACTIONS] : action;
}
