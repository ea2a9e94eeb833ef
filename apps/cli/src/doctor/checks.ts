import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { guardBypasses } from '@gatehouse/db';
import { JOBS } from '@gatehouse/domain';
import { auditReport, createVault, lateWork, readKeys, realClock, unknownProviders } from '@gatehouse/engine';
import { automaticProviders } from '@gatehouse/providers';
import postgres, { type Sql } from 'postgres';
import { ROOT } from '../checkout.ts';
import { type CliEnv, readEnv } from '../env.ts';
import { findRunning } from '../running.ts';
import { loadSecrets } from '../secrets.ts';
import { refuseTakenPort } from '../starting/port.ts';
import { auditFinding } from './audit.ts';
import { filesCheck, malwareCheck } from './files.ts';
import { bad, type Finding, ok } from './finding.ts';

type Addresses = { readonly appUrl: string; readonly adminUrl: string };

const OLDEST_NODE = 24;
const OLDEST_POSTGRES = 15;

/** Checks that need no data. */
export const MACHINE_CHECKS = {
  node: async () =>
    Number(process.versions.node.split('.')[0]) >= OLDEST_NODE
      ? ok(process.versions.node)
      : bad(process.versions.node, `Run it as \`npm run gatehouse -- doctor\`, which brings Node ${OLDEST_NODE}.`),
  settings: async ({ production }) => {
    readEnv(process.env, 'everything');
    return ok(production ? 'production, and everything that it needs is given.' : 'evaluation, which needs none.');
  },
  malware: malwareCheck,
  port: async ({ host, port, dataFolder }) => {
    const running = await findRunning(dataFolder);
    if (running) return { state: 'note', found: `Gatehouse runs at ${running.url} (process ${running.pid}).` };
    return refuseTakenPort(port, host, false).then(
      () => ok(`${port} is free.`),
      (error: Error) => bad(error.message, ''),
    );
  },
} as const satisfies Record<string, (env: CliEnv) => Promise<Finding>>;

/** Checks of the data outside the database. */
export const FOLDER_CHECKS = {
  keys: async (env) => {
    const { keys } = await loadSecrets(env);
    const { keyId } = createVault(readKeys(keys));
    return ok(`readable; ${keyId} seals.`);
  },
  files: filesCheck,
} as const satisfies Record<string, (env: CliEnv) => Promise<Finding>>;

/** Checks of the database, each on its own connection. */
export const DATABASE_CHECKS = {
  database: ({ appUrl }) =>
    withConnection(appUrl, async (sql) => {
      const [row] = await sql<{ number: string; name: string }[]>`
        select current_setting('server_version_num') as number, current_setting('server_version') as name`;
      return Number(row?.number) / 10_000 >= OLDEST_POSTGRES
        ? ok(`PostgreSQL ${row?.name} answers.`)
        : bad(`PostgreSQL ${row?.name}`, `is too old: version ${OLDEST_POSTGRES} or later is needed.`);
    }),
  migrations: ({ adminUrl }) =>
    withConnection(adminUrl, async (sql) => {
      const [applied, known] = [await appliedMigrations(sql), await knownMigrations()];
      if (applied === known) return ok(`all ${known} are applied.`);
      return applied < known
        ? bad(`${applied} of ${known} are applied.`, 'Run `npm run gatehouse -- migrate`.')
        : bad(`${applied} are applied, and this version knows ${known}.`, 'Run the version that migrated it.');
    }),
  roles: ({ appUrl, adminUrl }) => {
    if (appUrl === adminUrl)
      return Promise.resolve<Finding>({
        state: 'note',
        found: 'one role owns and uses the database, so history is not protected from the application.',
        remedy: 'Set DATABASE_ADMIN_URL to the owner, and DATABASE_URL to a role of its own.',
      });
    return withConnection(appUrl, async (sql) => {
      const [row] = await sql<{ rewrites: boolean }[]>`
        select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'delete') as rewrites`;
      return row?.rewrites
        ? bad('the application’s role may rewrite history.', 'Run `npm run gatehouse -- migrate`.')
        : ok('the application’s role cannot rewrite history.');
    });
  },
  guards: ({ appUrl, adminUrl }) =>
    withConnection(appUrl, async (sql) => {
      const [row] = await sql<{ role: string }[]>`select current_user as role`;
      const bypasses = await guardBypasses(sql, appUrl === adminUrl || !row ? null : row.role);
      return bypasses.length === 0
        ? ok('every guard is enabled and cannot be bypassed.')
        : bad(
            `they can be bypassed: ${bypasses.map(({ found }) => found).join('; ')}.`,
            `The owner of the database closes it with: ${bypasses.map(({ remedy }) => remedy).join(' ')}`,
          );
    }),
  queue: ({ appUrl }) =>
    withConnection(appUrl, async (sql) => {
      const names = (await sql<{ name: string }[]>`select name from pgboss.queue`).map((row) => row.name);
      const missing = Object.keys(JOBS).filter((name) => !names.includes(name));
      if (missing.length > 0) return bad(`${missing.join(', ')} is missing.`, 'Run `npm run gatehouse -- migrate`.');
      return ok(`all ${Object.keys(JOBS).length} queues are there.`);
    }),
  work: ({ appUrl }) =>
    withConnection(appUrl, async (sql) => {
      const late = await lateWork({ sql, now: realClock });
      if (late.length === 0) return ok('nothing waits.');
      const counts = late.map(({ what, late: count }) => `${count} for ${what}`).join(', ');
      return bad(`what has waited for more than a minute: ${counts}.`, 'Is a worker running?');
    }),
  providers: ({ appUrl }) =>
    withConnection(appUrl, async (sql) => {
      const unknown = await unknownProviders({ sql, providers: automaticProviders() });
      if (unknown.length === 0) return ok('every configured provider is installed.');
      const missing = unknown.map(
        ({ partner, mode, kind, provider }) => `${kind} of ${partner}, ${mode}, by ${provider}`,
      );
      return bad(
        `not installed: ${missing.join('; ')}.`,
        'A person looks at each of these cases instead. Correct check_providers of that partner, or add the provider.',
      );
    }),
  audit: ({ appUrl }) =>
    withConnection(appUrl, async (sql) => auditFinding(await auditReport({ sql, now: realClock }), realClock())),
} as const satisfies Record<string, (addresses: Addresses) => Promise<Finding>>;

async function withConnection(url: string, question: (sql: Sql) => Promise<Finding>): Promise<Finding> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function knownMigrations(): Promise<number> {
  const names = await readdir(join(ROOT, 'packages', 'db', 'src', 'migrations'));
  return names.filter((name) => name.endsWith('.sql')).length;
}

/** How many migrations the database records. Zero without their table. */
async function appliedMigrations(sql: Sql): Promise<number> {
  const [found] = await sql<{ table: string | null }[]>`select to_regclass('drizzle.__drizzle_migrations') as table`;
  if (!found?.table) return 0;
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}
