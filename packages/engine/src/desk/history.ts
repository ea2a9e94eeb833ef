import { schema } from '@gatehouse/db';
import { type CaseHistory, type CustomerEvent, ENGLISH, reasonOf, say, showId } from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record/load.ts';

const ACTORS = { engine: 'Gatehouse', customer: 'The customer', app: 'The partner’s app' } as const;

/** The history of a case, oldest first, with names and labels. */
export async function history(deps: Deps, record: CustomerRecord, names: Map<string, string>): Promise<CaseHistory> {
  const { tenantId, id } = record.customer;
  const [changes, notes] = await Promise.all([
    deps.db
      .select()
      .from(schema.statusChange)
      .where(and(eq(schema.statusChange.tenantId, tenantId), eq(schema.statusChange.customerId, id)))
      .orderBy(schema.statusChange.version),
    deps.db
      .select()
      .from(schema.note)
      .where(and(eq(schema.note.tenantId, tenantId), eq(schema.note.customerId, id)))
      .orderBy(schema.note.createdAt),
  ]);
  return {
    changes: changes.map((row) => {
      const words = row.sealed ? record.key.open<{ note?: string; message?: string }>('status-change', row.sealed) : {};
      return {
        id: showId('statusChange', row.id),
        at: row.occurredAt.toISOString(),
        version: row.version,
        event: row.event,
        from: row.fromStatus,
        to: row.toStatus,
        actor:
          row.actorKind === 'staff'
            ? (names.get(row.actorId ?? '') ?? 'Staff')
            : ACTORS[row.actorKind as keyof typeof ACTORS],
        reason: row.reasonCode ? reasonLabel(row.event, row.reasonCode) : null,
        note: words.note ?? null,
        message: words.message ?? null,
        temporary: row.temporary,
      };
    }),
    notes: notes.map((row) => ({
      id: showId('note', row.id),
      at: row.createdAt.toISOString(),
      author: names.get(row.staffId) ?? 'Staff',
      text: record.key.open<{ text: string }>('note', row.sealed).text,
    })),
  };
}

/** The label of a reason at the desk. */
export function reasonLabel(event: CustomerEvent, code: string): string | null {
  const reason = reasonOf(event, code);
  return reason ? say(ENGLISH, reason.label) : null;
}

/** The names of all staff, by id. History stores ids, and names are looked up for display. */
export async function staffNames(deps: Deps): Promise<Map<string, string>> {
  const rows = await deps.sql<{ id: string; name: string }[]>`select id, name from staff`;
  return new Map(rows.map((row) => [row.id, row.name]));
}
