import type { EnablementStatus } from '../enablement/lifecycle.ts';
import { type Message, message } from '../messages/message.ts';
import { CAPABILITIES, type Capability, type CustomerStatus, customerLifecycle } from './lifecycle.ts';
import { statusName } from './presentation.ts';

const ENVIRONMENTS = ['SANDBOX', 'PRODUCTION'] as const;
type Environment = (typeof ENVIRONMENTS)[number];

/** The enablement statuses in which an end customer operates in Production. */
const ENABLED_IN_PRODUCTION: ReadonlySet<EnablementStatus> = new Set(['ACTIVE']);

/** The refusal of every action on an archived customer. */
export const ARCHIVED = message('refusals.customers.archived');

type Circumstances = {
  /** Archived before anything was submitted: it has no capabilities, regardless of the status. */
  readonly archived?: boolean;
  readonly enablement?: { readonly status: EnablementStatus; readonly environment: Environment };
};

export type AccessAnswer = { readonly allowed: boolean; readonly reason: Message };

/** May a customer in this status do this? The reason is always a sentence. */
export function checkAccess(
  status: CustomerStatus,
  capability: Capability,
  { archived = false, enablement }: Circumstances = {},
): AccessAnswer {
  if (archived) return { allowed: false, reason: ARCHIVED };
  const about = { status: statusName(status) };
  if (enablement?.environment === 'SANDBOX') return { allowed: true, reason: message('actions.sandbox') };
  if (!customerLifecycle.can(status, capability))
    return { allowed: false, reason: message('actions.notAllowedWhile', about) };
  if (enablement && !ENABLED_IN_PRODUCTION.has(enablement.status))
    return { allowed: false, reason: message('actions.notEnabled') };
  return { allowed: true, reason: message('actions.allowedWhile', about) };
}

/** Everything that a status allows, in the order of the access table. */
export const accessOf = (status: CustomerStatus, archived = false): Capability[] =>
  archived ? [] : CAPABILITIES.filter((capability) => customerLifecycle.can(status, capability));

/** The whole access table, for the lifecycle's description and the docs. */
export const ACCESS_TABLE = Object.fromEntries(
  customerLifecycle.statuses.map((status) => [status, accessOf(status)]),
) as Record<CustomerStatus, Capability[]>;
