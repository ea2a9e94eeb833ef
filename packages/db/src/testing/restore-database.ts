import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { migrate } from '../migrate.ts';
import { emptyDatabase, type TestDatabase } from './clone-database.ts';

/** The database of an older version: how many migrations it had applied, and the rows of every table as JSON. */
export type DatabaseDump = {
  readonly migrations: number;
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>;
};

/** Restores the database as that version had it, and then migrates it as every start does. */
export async function restoreDatabase(dump: DatabaseDump): Promise<TestDatabase> {
  const database = await emptyDatabase(inject('testServer'));
  const owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await migrateTo(owner, dump.migrations);
    await fill(owner, dump.tables);
  } finally {
    await owner.end({ timeout: 5 });
  }
  await migrate(database);
  return database;
}

/** Applies the first migrations only, from a copy of their folder whose journal ends there. */
async function migrateTo(owner: Sql, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-migrations-'));
  try {
    await cp(join(import.meta.dirname, '../migrations'), folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] };
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await runMigrations(drizzle(owner), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Inserts the rows with the guards switched off, because guards judge changes. A table follows those it references. */
async function fill(owner: Sql, tables: DatabaseDump['tables']): Promise<void> {
  const references = await owner<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`;
  const waiting = new Set(Object.keys(tables));
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) => !references.some(({ from, to }) => from === name && waiting.has(to)));
    if (ready.length === 0) throw new Error(`These tables reference each other: ${[...waiting].join(', ')}`);
    for (const name of ready) {
      await owner`alter table ${owner(name)} disable trigger user`;
      await owner`insert into ${owner(name)} select * from json_populate_recordset(null::${owner(name)}, ${JSON.stringify(tables[name])}::text::json)`;
      await owner`alter table ${owner(name)} enable trigger user`;
      waiting.delete(name);
    }
  }
}
