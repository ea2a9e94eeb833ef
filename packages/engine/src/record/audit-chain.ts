import { createHash } from 'node:crypto';
import type { schema } from '@gatehouse/db';
import { type Actor, type AuditAction, actorId, newId } from '@gatehouse/domain';
import type { CustomerRecord, CustomerRow } from './load.ts';

/** An audit entry: an action with ids, codes and hashes, and no personal data. */
export type AuditDraft = {
  readonly action: AuditAction;
  readonly about?: Readonly<Record<string, string | number | boolean | null | undefined>>;
};

type AuditRow = typeof schema.auditEntry.$inferInsert;

/** Continues the customer's hash chain: each entry's hash covers its body and the hash before it. */
export function chain(
  { customer, now }: CustomerRecord,
  actor: Actor,
  drafts: readonly AuditDraft[],
): { rows: AuditRow[]; head: Pick<CustomerRow, 'auditHead' | 'auditPosition'> } {
  let previous = customer.auditHead;
  let position = customer.auditPosition;
  const rows = drafts.map((draft): AuditRow => {
    position += 1;
    const body = JSON.stringify({
      customer: customer.id,
      position,
      action: draft.action,
      actor: { kind: actor.kind, id: actorId(actor) },
      at: now.toISOString(),
      ...draft.about,
    });
    const row = {
      tenantId: customer.tenantId,
      id: newId(),
      customerId: customer.id,
      position,
      action: draft.action,
      actorKind: actor.kind,
      actorId: actorId(actor),
      body,
      previous,
      hash: link(previous, body),
      at: now,
    };
    previous = row.hash;
    return row;
  });
  return { rows, head: { auditHead: previous, auditPosition: position } };
}

/** The hash of one link: SHA-256 over the previous hash and the body's exact bytes. */
export const link = (previous: Uint8Array | null, body: string): Buffer =>
  createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(body)
    .digest();

/** The first broken position of a chain, or null when it is valid. */
export function brokenAt(
  entries: readonly { position: number; body: string; previous: Uint8Array | null; hash: Uint8Array }[],
  head: Uint8Array | null,
): number | null {
  let previous: Uint8Array | null = null;
  for (const [index, entry] of entries.entries()) {
    const holds =
      entry.position === index + 1 && same(entry.previous, previous) && same(entry.hash, link(previous, entry.body));
    if (!holds) return entry.position;
    previous = entry.hash;
  }
  return same(previous, head) ? null : entries.length + 1;
}

const same = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
