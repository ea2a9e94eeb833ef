import { insert, schema, type Write } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  applyPatch,
  changedFields,
  gate,
  type KnownPatch,
  languageOf,
  type Missing,
  newId,
  viewIn,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { combine, isEmpty } from '../record/change.ts';
import { loadCase } from '../record/data.ts';
import type { CustomerRecord, CustomerRow } from '../record/load.ts';
import { refuseWhenLocked } from '../record/locked.ts';
import { expectVersion, type Mutation } from '../record/mutate.ts';
import { displayNameOf, readChange, refuseImpossible } from '../record/profile-input.ts';
import { inEvent, type RequirementRow } from '../record/requirements.ts';
import { answer } from './answer-requirements.ts';
import { attach } from './attach.ts';
import { submission } from './submission.ts';

/** The input of a change of a customer's data. Everything in one call is written together or not at all. */
export type GivenData = {
  readonly profile?: KnownPatch;
  readonly email?: string | null;
  /** Uploads to attach: each becomes the current document of its kind and side. */
  readonly attach?: readonly string[];
  readonly remove?: string;
  readonly answers?: readonly { requirementId: string; text: string }[];
  /** The customer declares that all data is true. If nothing is missing, this submits. */
  readonly declare?: boolean;
  readonly expectedVersion?: number;
};

export type ChangedData = {
  readonly customer: CustomerRow;
  readonly missing: Missing[];
  readonly requirements: RequirementRow[];
};

/**
 * The only way to change a customer's data. The status must allow it. It answers matching items, and when nothing is
 * missing or open, the verification starts again in the same statement.
 *
 * @throws UPDATE_NOT_ALLOWED in a locked status, VERSION_CONFLICT on a stale `expectedVersion`.
 */
export async function changeData(
  deps: Deps,
  record: CustomerRecord,
  actor: Actor,
  given: GivenData,
): Promise<Mutation<ChangedData>> {
  const { customer, program } = record;
  const patch = readChange(program, given.profile);
  expectVersion(customer, given.expectedVersion);
  refuseWhenLocked(customer);

  const before = await loadCase(deps, record);
  const profile = applyPatch(before.profile, patch);
  const fields = changedFields(program.names, before.profile, profile);
  refuseImpossible(program, profile, fields, record.now);
  const documents = attach(record, before.documents, given);
  const answered = answer(record, before.requirements, { fields, documents, texts: given.answers ?? [], profile });
  const missingWhen = (isDeclared: boolean) =>
    gate(viewIn(program, languageOf(actor.language)), {
      profile,
      documents: documents.current,
      declared: before.declaration !== null || isDeclared,
    });
  const missing = missingWhen(given.declare === true);
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
        displayName: displayNameOf(program, profile) || customer.displayName,
        ...(emailChanged ? { email: given.email ?? null } : {}),
      },
      profile: fields.length > 0 ? profile : undefined,
      events: [
        ...(updated ? [{ type: 'customer.updated' } as const] : []),
        ...documents.attached.map(() => ({ type: 'document.uploaded' }) as const),
        ...(answered.now.length > 0
          ? [
              {
                type: 'verification.information_answered',
                requirements: answered.now.map((row) => inEvent(record, row)),
              } as const,
            ]
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
    missing: submitted ? [] : missingWhen(false),
    requirements: answered.all,
  });
  return { change: isEmpty(change) ? null : change, answer: view };
}

const declared = ({ program, now }: CustomerRecord) => ({
  version: program.declaration.current,
  declaredAt: now.toISOString(),
});

const declarationRow = (record: CustomerRecord, actor: Actor): Write =>
  insert(schema.declaration, [
    {
      tenantId: record.customer.tenantId,
      id: newId(),
      customerId: record.customer.id,
      words: record.program.declaration.current,
      actorKind: actor.kind,
      actorId: actorId(actor),
      declaredAt: record.now,
    },
  ]);
