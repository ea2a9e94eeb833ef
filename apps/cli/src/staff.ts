import { newId, type StaffRole } from '@gatehouse/domain';
import { hashPassword } from 'better-auth/crypto';
import type { Sql } from 'postgres';

export type NewStaff = {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly password: string;
};

/** The shortest password that signing in accepts. */
export const SHORTEST_PASSWORD = 12;

/**
 * Makes an account at the desk, in the form that the sign-in library reads: the person, and a credential with a hash of
 * its own making. An address that is known already keeps its account, and gets this password and this role; its sessions end.
 *
 * @returns the id of the member of staff.
 */
export async function putStaff(sql: Sql, { email, name, role, password }: NewStaff): Promise<string> {
  const hash = await hashPassword(password);
  return sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into staff (id, name, email, email_verified, role) values (${newId()}, ${name}, ${email.toLowerCase()}, true, ${role})
      on conflict (email) do update set name = excluded.name, role = excluded.role, updated_at = now()
      returning id`;
    const id = row?.id ?? '';
    await tx`delete from staff_account where staff_id = ${id} and provider_id = 'credential'`;
    await tx`delete from staff_session where staff_id = ${id}`;
    await tx`insert into staff_account (id, account_id, provider_id, staff_id, password)
      values (${newId()}, ${id}, 'credential', ${id}, ${hash})`;
    return id;
  });
}
