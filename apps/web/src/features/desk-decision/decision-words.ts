import type { EventType } from '@gatehouse/domain';
import type { DecidableEvent } from '@gatehouse/engine';

type DecisionWords = {
  /** What the person is about to do: the dialog's title, before the customer's name. */
  readonly title: string;
  /** The button that does it, and the one that only proposes it. */
  readonly verb: string;
  readonly propose: string;
  readonly busy: string;
  /** After "proposed to": what it does to the customer. */
  readonly verbs: string;
  /** The key that opens the dialog. None of them commits. */
  readonly key: string | null;
  readonly look: 'primary' | 'danger';
  /** What the person fills in besides a reason and a note. A message only where the customer's page has a place for it. */
  readonly asks: { readonly message: boolean; readonly items: boolean; readonly temporary: boolean };
  /** What the partner's app hears. */
  readonly events: readonly EventType[];
};

const NOTHING = { message: false, items: false, temporary: false } as const;

/** Each decision in words. What it needs besides is told by the reason codes, and where it leads by the lifecycle. */
export const DECISIONS = {
  approve: {
    title: 'Approve',
    verb: 'Approve',
    propose: 'Propose to approve',
    busy: 'Approving',
    verbs: 'approve',
    key: 'A',
    look: 'primary',
    asks: NOTHING,
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
    asks: { ...NOTHING, items: true },
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
    asks: { ...NOTHING, message: true },
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
    asks: { ...NOTHING, message: true, temporary: true },
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
    asks: { ...NOTHING, items: true },
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
    asks: NOTHING,
    events: ['verification.submitted', 'verification.completed', 'customer.status_changed'],
  },
} as const satisfies Record<DecidableEvent, DecisionWords>;

export const isDecision = (action: string): action is DecidableEvent => action in DECISIONS;
