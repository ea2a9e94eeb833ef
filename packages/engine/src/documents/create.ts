import { schema } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentSide,
  FILE_RULES,
  newId,
  Refusal,
  showId,
} from '@gatehouse/domain';
import { refuseWhenLocked } from '../customers/change-data.ts';
import type { Deps } from '../deps.ts';
import { spend } from '../limits/spend.ts';
import { loadCustomer } from '../record.ts';
import { requireScope, tenantOf } from '../tenancy.ts';

export type CreateDocumentInput = {
  readonly customerId: string;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  readonly requirementId?: string;
};
export type CreatedDocument = {
  readonly id: string;
  readonly upload: {
    readonly url: string;
    readonly method: 'PUT';
    readonly maxBytes: number;
    readonly types: readonly string[];
  };
};

/** Begins an upload. The bytes follow by PUT to the answer's address; `complete` then attaches the document. */
export async function create(
  deps: Deps,
  actor: Actor,
  { customerId, kind, side, requirementId }: CreateDocumentInput,
): Promise<CreatedDocument> {
  requireScope(actor, 'customers:write');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  refuseWhenLocked(record.customer);
  if (!(DOCUMENT_KINDS[kind].sides as readonly DocumentSide[]).includes(side))
    throw new Refusal('INVALID_INPUT', `A ${DOCUMENT_KINDS[kind].label.toLowerCase()} has no ${side.toLowerCase()}.`, {
      issues: [{ path: 'side', message: 'This kind has one side.' }],
    });
  await spend(deps, { limit: 'document.customer', of: customerId });
  const id = newId();
  await deps.db.insert(schema.document).values({
    tenantId: record.customer.tenantId,
    id,
    customerId,
    kind,
    side,
    state: 'EXPECTED',
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
