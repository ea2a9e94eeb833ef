import { insert, schema, type Write } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  applyPatch,
  CURRENT_DECLARATION,
  changedFields,
  gate,
  type IndividualPatch,
  type Missing,
  newId,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { combine, isEmpty } from '../record/change.ts';
import { loadCase, refuseImpossible } from '../record/data.ts';
import { displayNameOf } from '../record/display-name.ts';
import type { CustomerRecord, CustomerRow } from '../record/load.ts';
import { refuseWhenLocked } from '../record/locked.ts';
import { expectVersion, type Mutation } from '../record/mutate.ts';
import { inEvent, type RequirementRow } from '../record/requirements.ts';
import { answer } from './answer-requirements.ts';
import { attach } from './attach.ts';
import { submission } from './submission.ts';

/** What somebody gives towards a customer's data. Everything in one call is written together or not at all. */
export type GivenData = {
  readonly profile?: IndividualPatch;
  readonly email?: string | null;
  /** Uploads to attach: each becomes the current document of its kind and side. */
  readonly attach?: readonly string[];
  readonly remove?: string;
  readonly answers?: readonly { requirementId: string; text: string }[];
  /** The customer declares that all of it is true. With nothing missing, this submits. */
  readonly declare?: boolean;
  readonly expectedVersion?: number;
};

export type ChangedData = {
  readonly customer: CustomerRow;
  readonly missing: Missing[];
  readonly requirements: RequirementRow[];
};

/**
 * The one way in which a customer's data changes. The status decides whether it may; the items that it answers are
 * answered; and when nothing is missing and nothing is open any more, the verification starts again in the same statement.
 *
 * @throws UPDATE_NOT_ALLOWED in a locked status, VERSION_CONFLICT on a stale `expectedVersion`.
 */
export async function changeData(
  deps: Deps,
  record: CustomerRecord,
  actor: Actor,
  given: GivenData,
): Promise<Mutation<ChangedData>> {
  const { customer } = record;
  expectVersion(customer, given.expectedVersion);
  refuseWhenLocked(customer);

  const before = await loadCase(deps, record);
  const profile = applyPatch(before.profile, given.profile ?? {});
  const fields = changedFields(before.profile, profile);
  if (fields.includes('birthDate')) refuseImpossible(profile, record.now);
  const documents = attach(record, before.documents, given);
  const answered = answer(record, before.requirements, { fields, documents, texts: given.answers ?? [], profile });
  const missing = gate(profile, documents.current, before.declaration !== null || given.declare === true);
  const declares = given.declare === true && missing.length === 0;
  const declaration = declares ? declared(record) : before.declaration;
  const submitted =
    missing.length === 0 && answered.open.length === 0
      ? await submission(deps, record, {
          profile,
          current: documents.current,
          declaration,
          requirements: answered.all,
          hasNewProfile: fields.length > 0,
        })
      : null;
  const emailChanged = given.email !== undefined && given.email !== customer.email;
  const updated = fields.length > 0 || emailChanged || given.remove !== undefined;
  const change = combine(
    {
      set: {
        displayName: displayNameOf(profile) || customer.displayName,
        ...(emailChanged ? { email: given.email ?? null } : {}),
      },
      profile: fields.length > 0 ? profile : undefined,
      events: [
        ...(updated ? [{ type: 'customer.updated' } as const] : []),
        ...documents.attached.map(() => ({ type: 'document.uploaded' }) as const),
        ...(answered.now.length > 0
          ? [{ type: 'verification.information_answered', requirements: answered.now.map(inEvent) } as const]
          : []),
      ],
      audit: [
        {
          action: 'customer.data_changed',
          about: {
            fields: fields.join(' '),
            documents: documents.attached.length,
            answered: answered.now.length,
            commented: answered.commented,
          },
        },
      ],
      writes: [...documents.writes, ...answered.writes, ...(declares ? [declarationRow(record, actor)] : [])],
    },
    submitted,
  );
  const view = (after: CustomerRow): ChangedData => ({
    customer: after,
    missing: submitted ? [] : gate(profile, documents.current, before.declaration !== null),
    requirements: answered.all,
  });
  return { change: isEmpty(change) ? null : change, answer: view };
}

const declared = (record: CustomerRecord) => ({ version: CURRENT_DECLARATION, declaredAt: record.now.toISOString() });

const declarationRow = (record: CustomerRecord, actor: Actor): Write =>
  insert(schema.declaration, [
    {
      tenantId: record.customer.tenantId,
      id: newId(),
      customerId: record.customer.id,
      words: CURRENT_DECLARATION,
      actorKind: actor.kind,
      actorId: actorId(actor),
      declaredAt: record.now,
    },
  ]);
