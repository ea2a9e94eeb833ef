import { type Actor, newId, type StaffHappening } from '@gatehouse/domain';
import type { ISql, JSONValue } from 'postgres';

/** What happened to whose account, through whom. `about` holds ids, codes and hashes: never a name or an address. */
export type StaffNote = {
  readonly staffId: string;
  readonly action: StaffHappening;
  readonly about?: Readonly<Record<string, string>>;
};

/** Who did it: a member of staff, or with `engine` the command line. */
export type StaffNoteBy = { readonly kind: Extract<Actor['kind'], 'staff' | 'engine'>; readonly id: string | null };

/**
 * Adds to the history of accounts, in the transaction of the change itself. The application's role can add to it and
 * rewrite nothing.
 */
export async function noteStaff(tx: ISql, by: StaffNoteBy, notes: readonly StaffNote[], at: Date): Promise<void> {
  for (const { staffId, action, about = {} } of notes)
    await tx`insert into staff_audit (id, staff_id, action, about, actor_kind, actor_id, created_at)
      values (${newId()}, ${staffId}, ${action}, ${JSON.stringify(about satisfies JSONValue)}::text::jsonb, ${by.kind}, ${by.id}, ${at})`;
}
