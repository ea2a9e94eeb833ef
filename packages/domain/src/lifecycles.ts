import { checkLifecycle } from './check/lifecycle.ts';
import { customerLifecycle } from './customer/lifecycle.ts';
import { documentLifecycle } from './document/lifecycle.ts';
import { enablementLifecycle } from './enablement/lifecycle.ts';
import { proposalLifecycle } from './proposal/lifecycle.ts';
import { requirementLifecycle } from './requirement/lifecycle.ts';
import { deliveryLifecycle, webhookEndpointLifecycle } from './webhook/lifecycle.ts';

/** Every lifecycle by its name: reference tables, guards, docs and tests derive from this list. */
export const LIFECYCLES = {
  customer: customerLifecycle,
  enablement: enablementLifecycle,
  check: checkLifecycle,
  requirement: requirementLifecycle,
  proposal: proposalLifecycle,
  document: documentLifecycle,
  delivery: deliveryLifecycle,
  webhookEndpoint: webhookEndpointLifecycle,
} as const;

export type LifecycleName = keyof typeof LIFECYCLES;
