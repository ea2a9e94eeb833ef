import { withConnection } from './connect.ts';
import { type Credentials, DATABASE, ROLES, superuserUrl } from './credentials.ts';

/**
 * Creates or updates the two roles and the database. The admin owns and migrates the database. The application's role
 * owns nothing, so that it can neither alter tables nor rewrite history.
 */
export async function ensureRoles(credentials: Credentials, port: number): Promise<void> {
  await withConnection(superuserUrl(credentials, port), async (sql) => {
    const wanted = [
      { role: ROLES.admin, password: credentials.adminPassword, rights: 'CREATEDB CREATEROLE' },
      { role: ROLES.app, password: credentials.appPassword, rights: 'NOCREATEDB NOCREATEROLE' },
    ];
    for (const { role, password, rights } of wanted) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
      const verb = known ? 'ALTER' : 'CREATE';
      await sql.unsafe(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOREPLICATION ${rights} PASSWORD '${password}'`);
    }
    // The right to end sessions lets the admin drop a database that still has connections.
    await sql.unsafe(`GRANT pg_signal_backend TO ${ROLES.admin}`);
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`CREATE DATABASE ${DATABASE} OWNER ${ROLES.admin}`);
  });
}
