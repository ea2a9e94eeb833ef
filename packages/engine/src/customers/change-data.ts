import { insert, schema, type Write } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  applyPatch,
  birthDateProblem,
  CURRENT_DECLARATION,
  changedFields,
  gate,
  type IndividualPatch,
  type IndividualProfile,
  type Missing,
  newId,
  Refusal,
} from '@gatehouse/domain';
import { type Decision, expectVersion } from '../amend.ts';
import type { Deps } from '../deps.ts';
import { attach } from '../documents/attach.ts';
import type { EventDraft } from '../events/write.ts';
import type { CustomerRecord, CustomerRow } from '../record.ts';
import { answer } from '../requirements/answer.ts';
import { inEvent, type RequirementRow } from '../requirements/load.ts';
import { allDocuments, currentDeclaration, currentProfile } from './data.ts';
import { displayNameOf } from './display-name.ts';
import { refuseWhenLocked } from './locked.ts';
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
): Promise<Decision<ChangedData>> {
  const { customer } = record;
  expectVersion(customer, given.expectedVersion);
  refuseWhenLocked(customer);

  const before = await currentProfile(deps, record);
  const profile = applyPatch(before, given.profile ?? {});
  const fields = changedFields(before, profile);
  if (fields.includes('birthDate')) refuseImpossible(profile, record.now);
  const documents = attach(record, await allDocuments(deps, record), given);
  const answered = await answer(deps, record, {
    fields,
    documents,
    texts: given.answers ?? [],
    profile,
  });
  const declaration = await currentDeclaration(deps, record);
  const missing = gate(profile, documents.current, declaration !== null || given.declare === true);
  const declares = given.declare === true && missing.length === 0;

  const submitted =
    missing.length === 0 && answered.open.length === 0
      ? await submission(deps, record, {
          profile,
          documents: documents.current,
          declaration: declares ? declared(record) : declaration,
          fields,
          requirements: answered.all,
        })
      : null;
  const emailChanged = given.email !== undefined && given.email !== customer.email;
  const changedSomething = fields.length > 0 || emailChanged;
  const writes: Write[] = [
    ...documents.writes,
    ...answered.writes,
    ...(declares ? [declarationRow(record, actor)] : []),
    ...(submitted?.writes ?? []),
  ];
  const events: EventDraft[] = [
    ...(changedSomething || given.remove ? [{ type: 'customer.updated' } as const] : []),
    ...documents.attached.map(() => ({ type: 'document.uploaded' }) as const),
    ...(answered.now.length > 0
      ? [{ type: 'verification.information_answered', requirements: answered.now.map(inEvent) } as const]
      : []),
    ...(submitted?.events ?? []),
  ];
  const view = (after: CustomerRow): ChangedData => ({
    customer: after,
    missing: submitted ? [] : gate(profile, documents.current, declaration !== null),
    requirements: answered.all,
  });
  if (events.length === 0 && writes.length === 0) return { change: null, answer: view };
  return {
    change: {
      actor,
      set: {
        displayName: displayNameOf(profile) || customer.displayName,
        ...(emailChanged ? { email: given.email ?? null } : {}),
        ...submitted?.set,
      },
      ...(submitted ? { move: submitted.move } : {}),
      ...(fields.length > 0 ? { profile } : {}),
      events,
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
        ...(submitted?.audit ?? []),
      ],
      writes,
    },
    answer: view,
  };
}

/** What no shape of a value can tell, for it depends on today: said at once, and not days later as a failed check. */
export function refuseImpossible(profile: IndividualProfile, now: Date): void {
  const message = profile.birthDate && birthDateProblem(profile.birthDate, now.toISOString().slice(0, 10));
  if (!message) return;
  throw new Refusal('INVALID_INPUT', message, { issues: [{ path: 'profile.birthDate', message }] });
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
