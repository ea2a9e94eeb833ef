import { schema } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  answers,
  type CreatedDocument,
  DOCUMENT_KINDS,
  type DocumentInputs,
  type DocumentSide,
  documentLifecycle,
  documentNoun,
  FILE_RULES,
  howToAnswer,
  isOpen,
  type Language,
  languageOf,
  message,
  newId,
  Refusal,
  showId,
  viewIn,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { spend } from '../limits/spend.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { refuseWhenLocked } from '../record/locked.ts';
import { askedOf, loadRequirements } from '../record/requirements.ts';
import { requireScope, tenantOf } from '../tenancy.ts';

type CreateInput = DocumentInputs['create'];

/**
 * Starts an upload. The caller then sends the bytes with PUT to the returned URL, and `complete` attaches the document.
 * @throws INVALID_INPUT for a side that the kind does not have or an item that the document cannot answer; NOT_FOUND;
 *   UPDATE_NOT_ALLOWED
 */
export async function create(
  deps: Deps,
  actor: Actor,
  { customerId, kind, side, requirementId }: CreateInput,
): Promise<CreatedDocument> {
  requireScope(actor, 'customers:write');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  refuseWhenLocked(record.customer);
  if (!(DOCUMENT_KINDS[kind].sides as readonly DocumentSide[]).includes(side))
    throw new Refusal('INVALID_INPUT', {
      says: message('documents.hasNoSide', { kind: documentNoun(kind), side }),
      data: { issues: [{ path: 'side', message: message('refusals.documents.oneSide') }] },
    });
  if (requirementId) await refuseUnasked(deps, record, requirementId, { kind, side }, languageOf(actor.language));
  await spend(deps, { limit: 'document.customer', of: customerId });
  const id = newId();
  await deps.db.insert(schema.document).values({
    tenantId: record.customer.tenantId,
    id,
    customerId,
    kind,
    side,
    state: documentLifecycle.initial,
    requirementId: requirementId ?? null,
    actorKind: actor.kind,
    actorId: actorId(actor),
    createdAt: record.now,
  });
  return {
    id: showId('document', id),
    upload: {
      url: `${deps.publicUrl}/api/uploads/${showId('document', id)}`,
      method: 'PUT',
      maxBytes: FILE_RULES.maxBytes,
      types: FILE_RULES.types,
    },
  };
}

/** Refuses an upload for an item that it cannot answer. Otherwise the item would stay open after the upload. */
async function refuseUnasked(
  deps: Deps,
  record: CustomerRecord,
  requirementId: string,
  document: Pick<CreateInput, 'kind' | 'side'>,
  language: Language,
): Promise<void> {
  const item = (await loadRequirements(deps, record)).find((row) => row.id === requirementId);
  if (!item) throw new Refusal('NOT_FOUND');
  if (!isOpen(item)) throw new Refusal('UPDATE_NOT_ALLOWED', { says: message('refusals.decisions.itemClosed') });
  if (answers(askedOf(item), { document: { ...document, isFor: true } })) return;
  const answer = howToAnswer(viewIn(record.program, language), askedOf(item));
  throw new Refusal('INVALID_INPUT', {
    says: message('refusals.documents.doesNotAnswer', { answer }),
    data: { issues: [{ path: 'kind', message: answer }] },
  });
}
