import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from './client.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('a connection that the server ends fails the statements that run on it, and no later ones', async () => {
  const { sql, close } = connect(database.appUrl, { max: 4 });
  const outcome = (query: PromiseLike<unknown>) => Promise.resolve(query).then(Boolean, String);
  const waiting = owner`select pid from pg_locks where not granted and locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`;
  await owner`select pg_advisory_lock(7)`;
  // One round for the first connections, and one for those that replaced them.
  for (let round = 0; round < 2; round += 1) {
    const running = Array.from({ length: 4 }, () => outcome(sql`select pg_advisory_lock(7)`));
    await expect.poll(() => owner`select pid from (${waiting}) w`).toHaveLength(4);
    await owner`select pg_terminate_backend(pid, 5000) from (${waiting}) w`;
    for (const each of await Promise.all(running)) expect(each).toMatch(/CONNECTION_CLOSED|terminating connection/);
    const later = await Promise.all(Array.from({ length: 20 }, () => outcome(sql`select 1`)));
    expect(later.filter((each) => each !== true)).toEqual([]);
  }
  await close();
});
