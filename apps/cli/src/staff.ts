import { newId, type StaffEvent, type StaffRole } from '@gatehouse/domain';
import { realClock, recordStaffEvents } from '@gatehouse/engine';
import { hashPassword } from 'better-auth/crypto';
import type { Sql } from 'postgres';

export type NewStaff = {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly password: string;
};

/** The minimum length of a password at sign-in. */
export const SHORTEST_PASSWORD = 12;

/**
 * Creates a staff account in the form of the sign-in library: the person, and a credential with the library's own hash. If
 * the address has an account already, that account gets this name, password and role, and its sessions end. The history of
 * the account records what the command line changed.
 *
 * @returns the id of the member of staff.
 */
export async function putStaff(sql: Sql, { email, name, role, password }: NewStaff): Promise<string> {
  const hash = await hashPassword(password);
  const now = realClock();
  return sql.begin(async (tx) => {
    const [before] = await tx<{ id: string; name: string; role: StaffRole }[]>`
      select id, name, role from staff where email = ${email.toLowerCase()} for update`;
    const [row] = await tx<{ id: string }[]>`
      insert into staff (id, name, email, email_verified, role) values (${newId()}, ${name}, ${email.toLowerCase()}, true, ${role})
      on conflict (email) do update set name = excluded.name, role = excluded.role, updated_at = now()
      returning id`;
    const id = row?.id ?? '';
    await tx`delete from staff_account where staff_id = ${id} and provider_id = 'credential'`;
    await tx`delete from staff_session where staff_id = ${id}`;
    await tx`insert into staff_account (id, account_id, provider_id, staff_id, password)
      values (${newId()}, ${id}, 'credential', ${id}, ${hash})`;
    const by = { kind: 'engine', id: null } as const;
    const note = (action: StaffEvent, about = {}) => recordStaffEvents(tx, by, [{ staffId: id, action, about }], now);
    if (!before) await note('created', { to: role });
    else await note('passwordSet');
    if (before && before.name !== name) await note('renamed');
    if (before && before.role !== role) await note('roleChanged', { from: before.role, to: role });
    return id;
  });
}

/** Removes a second factor, for when there is no other admin who could do it at the desk. */
export async function removeSecondFactor(sql: Sql, staffId: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from staff_two_factor where staff_id = ${staffId}`;
    await tx`update staff set two_factor_enabled = false, updated_at = now() where id = ${staffId}`;
    await recordStaffEvents(tx, { kind: 'engine', id: null }, [{ staffId, action: 'factorReset' }], realClock());
  });
}
