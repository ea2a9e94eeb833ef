import { schema, update, type Write } from '@gatehouse/db';
import {
  type DocumentFact,
  documentLifecycle,
  FILE_RULES,
  isCurrent,
  isHeld,
  message,
  Refusal,
  type TenantTime,
} from '@gatehouse/domain';
import { type DocumentRow, documentFact } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';

type Given = { readonly attach?: readonly string[]; readonly remove?: string };
type Attached = {
  readonly current: DocumentFact[];
  readonly attached: DocumentRow[];
  readonly removed: DocumentRow[];
  readonly writes: Write[];
};

/**
 * Makes uploads the current documents of their kind and side. Replaced documents are kept, because they were submitted
 * once.
 */
export function attach(record: CustomerRecord, documents: readonly DocumentRow[], given: Given): Attached {
  const held = [...new Set(given.attach)].map((id) => uploaded(documents, id)).filter(isHeld);
  const removed = given.remove
    ? documents.filter((row) => row.id === given.remove && documentLifecycle.may(row.state, 'remove'))
    : [];
  if (given.remove && removed.length === 0) throw new Refusal('NOT_FOUND');
  const sameSlot = (one: DocumentRow, other: DocumentRow): boolean =>
    one.kind === other.kind && one.side === other.side && one.id !== other.id;
  // The later of two uploads for one slot counts; the earlier one was replaced before anyone looked at it.
  const attached = held.filter((row, index) => !held.slice(index + 1).some((newer) => sameSlot(newer, row)));
  const replaced = documents.filter(
    (row) =>
      (isCurrent(row) && attached.some((newer) => sameSlot(newer, row))) ||
      (held.includes(row) && !attached.includes(row)),
  );
  const current = [
    ...documents.filter((row) => isCurrent(row) && !replaced.includes(row) && !removed.includes(row)),
    ...attached,
  ];
  return {
    current: current.map(documentFact),
    attached,
    removed,
    writes: [
      stepped(attached, 'attach', null),
      stepped(replaced, 'replace', record.now),
      stepped(removed, 'remove', record.now),
    ].filter((write) => write.rows.length > 0),
  };
}

const stepped = (
  rows: readonly DocumentRow[],
  event: 'attach' | 'replace' | 'remove',
  endedAt: TenantTime | null,
): Write =>
  update(
    schema.document,
    rows.map(({ tenantId, id, state }) => ({ tenantId, id, state: documentLifecycle.step(state, event), endedAt })),
  );

/** A document whose bytes have arrived. Attaching a current one changes nothing, so a double click is harmless. */
function uploaded(documents: readonly DocumentRow[], id: string): DocumentRow {
  const row = documents.find((each) => each.id === id);
  if (!row || documentLifecycle.isFinal(row.state)) throw new Refusal('NOT_FOUND');
  if (row.state === documentLifecycle.initial)
    throw new Refusal('INVALID_INPUT', {
      says: message('refusals.documents.sendFirst', {
        kilobytes: FILE_RULES.minBytes / 1024,
        megabytes: FILE_RULES.maxBytes / 1024 / 1024,
      }),
    });
  return row;
}
