import { compile, insert, schema } from '@gatehouse/db';
import { applyPatch, customerLifecycle, type IndividualPatch, newId, Refusal } from '@gatehouse/domain';
import { chain } from '../audit/chain.ts';
import type { Deps } from '../deps.ts';
import { writeEvents } from '../events/write.ts';
import { type CustomerRecord, type CustomerRow, tenantNow } from '../record.ts';
import { asRefusal } from '../refused.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { refuseImpossible } from './change-data.ts';
import { displayNameOf } from './display-name.ts';
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
  const [tenant] = await deps.sql<
    { clock_offset: string }[]
  >`select clock_offset from tenant where id = ${actor.tenantId}`;
  if (!tenant) throw new Refusal('NOT_FOUND');
  const now = tenantNow(deps, Number(tenant.clock_offset));
  const { wrapped, keyId, key } = deps.vault.newKey();
  const profile = applyPatch({}, input.profile ?? {});
  refuseImpossible(profile, now);
  const hasProfile = Object.keys(profile).length > 0;
  const born = {
    tenantId: actor.tenantId,
    id,
    type: input.type,
    externalId: input.externalId ?? null,
    email: input.email ?? null,
    displayName: displayNameOf(profile),
    customerStatus: customerLifecycle.initial,
    statusChangedAt: now,
    metadata: input.metadata ?? {},
    profileVersion: hasProfile ? 1 : 0,
    dataKey: wrapped,
    keyId,
    createdAt: now,
    sequence: 1,
    revision: 0,
    version: 0,
    program: 'standard',
    expedited: false,
    needsPerson: false,
  };
  const row = {
    ...born,
    auditHead: null,
    auditPosition: 0,
    expectedBy: null,
    archivedAt: null,
  } as unknown as CustomerRow;
  const record: CustomerRecord = {
    customer: row,
    mode: actor.mode,
    reviewPolicy: 'WHEN_FLAGGED',
    policyVersion: 0,
    key,
    now,
    post: null,
  };
  const audited = chain(record, actor, [{ action: 'customer.created' }]);
  const statement = compile({ op: 'insert', row: { ...born, ...audited.head } }, [
    ...(hasProfile
      ? [
          insert(schema.profile, [
            {
              tenantId: actor.tenantId,
              id: newId(),
              customerId: id,
              version: 1,
              sealed: key.seal('profile', profile),
              actorKind: actor.kind,
              actorId: actor.keyId,
              createdAt: now,
            },
          ]),
        ]
      : []),
    insert(schema.auditEntry, audited.rows),
    insert(schema.event, writeEvents(record, 0, row, [{ type: 'customer.created' }])),
  ]);
  try {
    await deps.sql.unsafe(statement.text, statement.params as never[], { prepare: true });
  } catch (error) {
    throw asRefusal(error);
  }
  deps.announce({ tenantId: actor.tenantId, customerId: id });
  return get(deps, actor, id);
}
