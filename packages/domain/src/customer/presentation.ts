import type { EnablementStatus } from '../enablement/lifecycle.ts';
import { type Message, message } from '../messages/message.ts';
import type { CustomerStatus } from './lifecycle.ts';

/** The visual tone of a status: the web maps it to a colour pair and an icon, never a colour alone. */
export type Tone = 'neutral' | 'progress' | 'attention' | 'success' | 'refused' | 'closed' | 'ready';
export type StatusIcon = 'pencil' | 'clock' | 'reply' | 'check' | 'octagon' | 'pause' | 'toggle';

type Presentation = {
  readonly tone: Tone;
  readonly icon: StatusIcon;
  /** The portal's page for this status. */
  readonly screen: 'profile' | 'progress' | 'request' | 'verified' | 'refused' | 'closed';
  /** Who acts next, for the desk and the summary. */
  readonly next: 'customer' | 'us' | 'nobody';
};

/** The presentation of each status. A new status does not compile without a row here. */
export const CUSTOMER_PRESENTATION = {
  CREATED: { tone: 'neutral', icon: 'pencil', screen: 'profile', next: 'customer' },
  UNDER_REVIEW: { tone: 'progress', icon: 'clock', screen: 'progress', next: 'us' },
  NEEDS_ADDITIONAL_INFORMATION: { tone: 'attention', icon: 'reply', screen: 'request', next: 'customer' },
  ACTIVE: { tone: 'success', icon: 'check', screen: 'verified', next: 'nobody' },
  REJECTED: { tone: 'refused', icon: 'octagon', screen: 'refused', next: 'nobody' },
  DEACTIVATED: { tone: 'closed', icon: 'pause', screen: 'closed', next: 'nobody' },
} as const satisfies Record<CustomerStatus, Presentation>;

export const ENABLEMENT_PRESENTATION = {
  UNDER_REVIEW: { tone: 'progress', icon: 'clock' },
  PENDING_ENABLEMENT: { tone: 'ready', icon: 'toggle' },
  ACTIVE: { tone: 'success', icon: 'check' },
  DENIED: { tone: 'refused', icon: 'octagon' },
} as const satisfies Record<EnablementStatus, { tone: Tone; icon: StatusIcon }>;

/** The name of a status within a sentence. */
export const statusName = (status: CustomerStatus): Message => message(`lifecycles.customer.statuses.${status}.label`);
