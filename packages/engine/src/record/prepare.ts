import { type Head, insert, schema, type Write } from '@gatehouse/db';
import { type Actor, actorId, newId } from '@gatehouse/domain';
import { chain } from './audit-chain.ts';
import type { Change } from './change.ts';
import { writeEvents } from './events.ts';
import type { CustomerRecord, CustomerRow } from './load.ts';
import { effectsOf } from './moves.ts';

export type Prepared = { readonly head: Head; readonly writes: readonly Write[]; readonly after: CustomerRow };

/**
 * Turns a change of a customer into rows, or a new customer with `insert`. It writes nothing and is pure except for
 * new ids.
 */
export function prepare(record: CustomerRecord, actor: Actor, change: Change, op: Head['op'] = 'update'): Prepared {
  const before = record.customer;
  const moved = effectsOf(record, change.moves ?? [], actor);
  const events = [...(change.events ?? []), ...(moved.events ?? [])];
  const audited = chain(record, actor, [...(moved.audit ?? []), ...(change.audit ?? [])]);
  const hasProfile = change.profile !== undefined;
  const steps = hasProfile || moved.set?.customerStatus !== undefined;
  const after: CustomerRow = {
    ...before,
    ...moved.set,
    ...change.set,
    ...audited.head,
    version: before.version + (op === 'update' && steps ? 1 : 0),
    profileVersion: before.profileVersion + (hasProfile ? 1 : 0),
    sequence: before.sequence + events.length,
    revision: before.revision + (op === 'update' ? 1 : 0),
  };
  const writes: Write[] = [
    ...(moved.writes ?? []),
    ...(hasProfile ? [insert(schema.profile, [profileRow(record, actor, change.profile, after)])] : []),
    insert(schema.auditEntry, audited.rows),
    insert(schema.event, writeEvents(record, before.sequence, after, events)),
    ...(change.writes ?? []),
  ];
  const head: Head = op === 'insert' ? { op, row: after } : { op, row: changedColumns(before, after) };
  return { head, writes: merge(writes), after };
}

function profileRow(
  record: CustomerRecord,
  actor: Actor,
  profile: unknown,
  after: CustomerRow,
): typeof schema.profile.$inferInsert {
  return {
    tenantId: after.tenantId,
    id: newId(),
    customerId: after.id,
    version: after.profileVersion,
    sealed: record.key.seal('profile', profile),
    actorKind: actor.kind,
    actorId: actorId(actor),
    createdAt: record.now,
  };
}

/** Writes only changed columns, so that other indexes are not updated. */
function changedColumns(before: CustomerRow, after: CustomerRow): CustomerRow {
  const row: Record<string, unknown> = { tenantId: after.tenantId, id: after.id, revision: after.revision };
  for (const key in after)
    if (after[key as keyof CustomerRow] !== before[key as keyof CustomerRow])
      row[key] = after[key as keyof CustomerRow];
  return row as CustomerRow;
}

/** Writes of one kind to one table with the same columns are merged into one part of the statement. */
function merge(writes: readonly Write[]): Write[] {
  const merged: Write[] = [];
  for (const write of writes) {
    if (write.rows.length === 0) continue;
    const at = merged.findIndex(
      (other) =>
        other.op === write.op &&
        other.table === write.table &&
        columns(other) === columns(write) &&
        !(other.stands || write.stands),
    );
    const known = merged[at];
    if (known) merged[at] = { ...known, rows: [...known.rows, ...write.rows] };
    else merged.push(write);
  }
  return merged;
}

const columns = (write: Write): string => Object.keys(write.rows[0] ?? {}).join();
