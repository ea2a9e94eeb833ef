import { type Head, insert, schema, type Write } from '@gatehouse/db';
import { type Actor, actorId, newId } from '@gatehouse/domain';
import { type AuditDraft, chain } from './audit/chain.ts';
import { type EventDraft, writeEvents } from './events/write.ts';
import { applyMove, type Move } from './move.ts';
import type { CustomerRecord, CustomerRow } from './record.ts';

/** Everything that shall stand or fall together. Verbs say what changed; counters, history, audit and events follow from it. */
export type Change = {
  readonly actor: Actor;
  /** Columns of the customer that change besides the status and the counters. They count over what a transition resets. */
  readonly set?: Partial<CustomerRow>;
  /** A transition, already allowed by the lifecycle. */
  readonly move?: Move;
  /** The customer's data in full, when it changed: it becomes the next version. */
  readonly profile?: unknown;
  readonly events?: readonly EventDraft[];
  readonly audit: readonly AuditDraft[];
  readonly writes?: readonly Write[];
};

export type Prepared = { readonly head: Head; readonly writes: readonly Write[]; readonly after: CustomerRow };

/** Works a change out into rows. Pure but for the new ids: nothing is written here. */
export function prepare(record: CustomerRecord, change: Change): Prepared {
  const before = record.customer;
  const moved = change.move ? applyMove(record, change.move, change.actor) : null;
  const hasProfile = change.profile !== undefined;
  const events = [...(change.events ?? []), ...(moved?.events ?? [])];
  const after: CustomerRow = {
    ...before,
    ...moved?.set,
    ...change.set,
    version: before.version + (moved || hasProfile ? 1 : 0),
    profileVersion: before.profileVersion + (hasProfile ? 1 : 0),
    sequence: before.sequence + events.length,
    revision: before.revision + 1,
  };
  const audited = chain(record, change.actor, [...(moved?.audit ?? []), ...change.audit]);
  Object.assign(after, audited.head);
  const writes: Write[] = [
    ...(moved ? [insert(schema.statusChange, [moved.row])] : []),
    ...(moved?.writes ?? []),
    ...(hasProfile ? [insert(schema.profile, [profileRow(record, change, after)])] : []),
    insert(schema.auditEntry, audited.rows),
    insert(schema.event, writeEvents(record, before.sequence, after, events)),
    ...(change.writes ?? []),
  ];
  return { head: { op: 'update', row: changedColumns(before, after) }, writes: merge(writes), after };
}

function profileRow(record: CustomerRecord, change: Change, after: CustomerRow): typeof schema.profile.$inferInsert {
  return {
    tenantId: after.tenantId,
    id: newId(),
    customerId: after.id,
    version: after.profileVersion,
    sealed: record.key.seal('profile', change.profile),
    actorKind: change.actor.kind,
    actorId: actorId(change.actor),
    createdAt: record.now,
  };
}

/** Only what differs is written, so that an index nobody touched is not written either. */
function changedColumns(before: CustomerRow, after: CustomerRow): CustomerRow {
  const row: Record<string, unknown> = { tenantId: after.tenantId, id: after.id, revision: after.revision };
  for (const key in after)
    if (after[key as keyof CustomerRow] !== before[key as keyof CustomerRow])
      row[key] = after[key as keyof CustomerRow];
  return row as CustomerRow;
}

/** Writes of one kind to one table with the same columns become one part of the statement. */
function merge(writes: readonly Write[]): Write[] {
  const merged: Write[] = [];
  for (const write of writes) {
    if (write.rows.length === 0) continue;
    const at = merged.findIndex(
      (other) => other.op === write.op && other.table === write.table && columns(other) === columns(write),
    );
    const known = merged[at];
    if (known) merged[at] = { ...known, rows: [...known.rows, ...write.rows] };
    else merged.push(write);
  }
  return merged;
}

const columns = (write: Write): string => Object.keys(write.rows[0] ?? {}).join();
