import { schema, update, type Write } from '@gatehouse/db';
import { type DocumentFact, FILE_RULES, Refusal } from '@gatehouse/domain';
import { type DocumentRow, documentFact } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';

type Given = { readonly attach?: readonly string[]; readonly remove?: string };
type Attached = {
  readonly current: DocumentFact[];
  readonly attached: DocumentRow[];
  readonly removed: DocumentRow[];
  readonly writes: Write[];
};

/** Makes uploads the current documents of their kind and side. What they replace is kept, for it was submitted once. */
export function attach(record: CustomerRecord, documents: readonly DocumentRow[], given: Given): Attached {
  const held = [...new Set(given.attach)].map((id) => uploaded(documents, id)).filter((row) => row.state === 'HELD');
  const removed = given.remove ? documents.filter((row) => row.id === given.remove && row.state !== 'REMOVED') : [];
  if (given.remove && removed.length === 0) throw new Refusal('NOT_FOUND');
  const sameSlot = (one: DocumentRow, other: DocumentRow): boolean =>
    one.kind === other.kind && one.side === other.side && one.id !== other.id;
  // Of two uploads for one slot the later one counts; the earlier was replaced before anyone looked at it.
  const attached = held.filter((row, index) => !held.slice(index + 1).some((newer) => sameSlot(newer, row)));
  const replaced = documents.filter(
    (row) =>
      (row.state === 'CURRENT' && attached.some((newer) => sameSlot(newer, row))) ||
      (held.includes(row) && !attached.includes(row)),
  );
  const current = [
    ...documents.filter((row) => row.state === 'CURRENT' && !replaced.includes(row) && !removed.includes(row)),
    ...attached,
  ];
  const ended = record.now;
  return {
    current: current.map(documentFact),
    attached,
    removed,
    writes: [
      update(
        schema.document,
        attached.map(({ tenantId, id }) => ({ tenantId, id, state: 'CURRENT' })),
      ),
      update(
        schema.document,
        replaced.map(({ tenantId, id }) => ({ tenantId, id, state: 'REPLACED', endedAt: ended })),
      ),
      update(
        schema.document,
        removed.map(({ tenantId, id }) => ({ tenantId, id, state: 'REMOVED', endedAt: ended })),
      ),
    ].filter((write) => write.rows.length > 0),
  };
}

/** A document whose bytes have arrived. Attaching one that is current already changes nothing: a second click is harmless. */
function uploaded(documents: readonly DocumentRow[], id: string): DocumentRow {
  const row = documents.find((each) => each.id === id);
  if (!row || row.state === 'REMOVED') throw new Refusal('NOT_FOUND');
  if (row.state === 'EXPECTED')
    throw new Refusal(
      'INVALID_INPUT',
      `Send the file first: between ${FILE_RULES.minBytes / 1024} KB and ${FILE_RULES.maxBytes / 1024 / 1024} MB.`,
    );
  return row;
}
