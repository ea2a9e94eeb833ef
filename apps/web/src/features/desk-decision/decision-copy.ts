import type { DecisionEvent, EventType } from '@gatehouse/domain';

type DecisionCopy = {
  /** The dialog's title, before the customer's name. */
  readonly title: string;
  /** The labels of the button that takes the decision, and of the one that only proposes it. */
  readonly verb: string;
  readonly propose: string;
  readonly busy: string;
  /** The phrase after "proposed to". */
  readonly verbs: string;
  /** The key that opens the dialog. None of them commits. */
  readonly key: string | null;
  readonly look: 'primary' | 'danger';
  /** The events that the partner's app receives. */
  readonly events: readonly EventType[];
};

/** The desk's copy for each decision. Its inputs are declared with the decision, and its target with the lifecycle. */
export const DECISION_COPY = {
  approve: {
    title: 'Approve',
    verb: 'Approve',
    propose: 'Propose to approve',
    busy: 'Approving',
    verbs: 'approve',
    key: 'A',
    look: 'primary',
    events: ['verification.check_completed', 'verification.completed', 'customer.status_changed'],
  },
  requestInformation: {
    title: 'Request information from',
    verb: 'Send request',
    propose: 'Propose this request',
    busy: 'Sending',
    verbs: 'request information from',
    key: 'I',
    look: 'primary',
    events: ['verification.check_completed', 'verification.information_requested', 'customer.status_changed'],
  },
  reject: {
    title: 'Reject',
    verb: 'Reject',
    propose: 'Propose to reject',
    busy: 'Rejecting',
    verbs: 'reject',
    key: 'R',
    look: 'danger',
    events: ['customer.status_changed'],
  },
  deactivate: {
    title: 'Deactivate',
    verb: 'Deactivate',
    propose: 'Propose to deactivate',
    busy: 'Deactivating',
    verbs: 'deactivate',
    key: 'D',
    look: 'danger',
    events: ['customer.status_changed'],
  },
  reopen: {
    title: 'Reopen',
    verb: 'Reopen',
    propose: 'Propose to reopen',
    busy: 'Reopening',
    verbs: 'reopen',
    key: null,
    look: 'primary',
    events: ['verification.information_requested', 'customer.status_changed'],
  },
  reactivate: {
    title: 'Reactivate',
    verb: 'Reactivate',
    propose: 'Propose to reactivate',
    busy: 'Reactivating',
    verbs: 'reactivate',
    key: null,
    look: 'primary',
    events: ['verification.submitted', 'verification.completed', 'customer.status_changed'],
  },
} as const satisfies Record<DecisionEvent, DecisionCopy>;
