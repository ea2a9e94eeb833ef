import { applyPatch, customerLifecycle, type IndividualPatch, newId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { refuseImpossible } from '../record/data.ts';
import { displayNameOf } from '../record/display-name.ts';
import type { CustomerRecord, CustomerRow } from '../record/load.ts';
import { insertCustomer } from '../record/mutate.ts';
import { tenantClock } from '../record/tenant-clock.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { get } from './get.ts';
import type { CustomerDetail } from './view.ts';

export type CreateInput = {
  readonly type: 'INDIVIDUAL';
  readonly externalId?: string;
  readonly email?: string;
  readonly profile?: IndividualPatch;
  readonly metadata?: Record<string, string>;
};

/** Creates a customer in the lifecycle's first status, with a data key of its own. @throws EMAIL_TAKEN, EXTERNAL_ID_TAKEN */
export async function create(deps: Deps, actor: AppActor, input: CreateInput): Promise<CustomerDetail> {
  requireApp(actor, 'customers:write');
  const id = newId();
  const { now, clockOffset } = await tenantClock(deps, actor.tenantId);
  const profile = applyPatch({}, input.profile ?? {});
  refuseImpossible(profile, now);
  const { wrapped, keyId, key } = deps.vault.newKey();
  const customer: CustomerRow = {
    ...BLANK,
    tenantId: actor.tenantId,
    id,
    type: input.type,
    externalId: input.externalId ?? null,
    email: input.email ?? null,
    displayName: displayNameOf(profile),
    statusChangedAt: now,
    metadata: input.metadata ?? {},
    dataKey: wrapped,
    keyId,
    createdAt: now,
  };
  const record: CustomerRecord = {
    customer,
    mode: actor.mode,
    reviewPolicy: 'WHEN_FLAGGED',
    policyVersion: 0,
    key,
    now,
    clockOffset,
    sender: null,
  };
  await insertCustomer(deps, actor, record, {
    profile: Object.keys(profile).length > 0 ? profile : undefined,
    events: [{ type: 'customer.created' }],
    audit: [{ action: 'customer.created' }],
  });
  return get(deps, actor, id);
}

/** What every customer begins with. */
const BLANK = {
  program: 'standard',
  customerStatus: customerLifecycle.initial,
  statusChangeId: null,
  expectedBy: null,
  delayAnnouncedAt: null,
  expedited: false,
  assignedTo: null,
  openRunId: null,
  openProposalId: null,
  needsPerson: false,
  profileVersion: 0,
  version: 0,
  sequence: 0,
  revision: 0,
  auditHead: null,
  auditPosition: 0,
  archivedAt: null,
} as const satisfies Partial<CustomerRow>;
