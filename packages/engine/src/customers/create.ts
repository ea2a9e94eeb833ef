import {
  type CustomerDetail,
  type CustomerInputs,
  customerLifecycle,
  findProgram,
  languageOf,
  message,
  newId,
  type Program,
  Refusal,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { loadCase } from '../record/data.ts';
import { type CustomerRecord, type CustomerRow, loadCustomer } from '../record/load.ts';
import { insertCustomer } from '../record/mutate.ts';
import { displayNameOf, readData, refuseImpossible } from '../record/profile-input.ts';
import { tenantClock } from '../record/tenant-clock.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { viewCase } from './get.ts';

type CreateInput = CustomerInputs['create'];

/**
 * Creates a customer in the lifecycle's initial status, with its own data key. @throws EMAIL_TAKEN, EXTERNAL_ID_TAKEN
 */
export async function create(deps: Deps, actor: AppActor, input: CreateInput): Promise<CustomerDetail> {
  requireApp(actor, 'customers:write');
  const id = newId();
  const program = programFor(deps, input);
  const { now, clockOffset } = await tenantClock(deps, actor.tenantId);
  const profile = readData(program, input.profile);
  refuseImpossible(program, profile, program.names, now);
  const { wrapped, keyId, key } = deps.vault.newKey();
  const customer: CustomerRow = {
    ...BLANK,
    tenantId: actor.tenantId,
    id,
    type: program.type,
    program: program.name,
    externalId: input.externalId ?? null,
    email: input.email ?? null,
    displayName: displayNameOf(program, profile),
    statusChangedAt: now,
    metadata: input.metadata ?? {},
    dataKey: wrapped,
    keyId,
    createdAt: now,
  };
  const record: CustomerRecord = {
    customer,
    program,
    mode: actor.mode,
    reviewPolicy: 'WHEN_FLAGGED',
    checkProviders: {},
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
  const created = await loadCustomer(deps, actor.tenantId, id);
  return viewCase(created, await loadCase(deps, created), languageOf(actor.language));
}

/** @throws INVALID_INPUT when no such program is declared */
function programFor(deps: Deps, { type, program = 'standard' }: CreateInput): Program {
  const found = findProgram(deps.programs, { type, program });
  if (found) return found;
  const path = deps.programs.some((each) => each.type === type) ? 'program' : 'type';
  const why = path === 'type' ? 'typeNotCreated' : 'noSuchProgram';
  throw Refusal.ofFields([{ path, message: message(`refusals.customers.${why}`) }]);
}

/** The initial values of every customer. */
const BLANK = {
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
