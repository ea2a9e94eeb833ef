import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { connect } from '@gatehouse/db';
import { newId, Refusal } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, type Verbs } from './engine.ts';
import { codeOf } from './testing/refusals.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

const request = (key: string, input: unknown = { a: 1 }, procedure = 'customers.create') => ({
  tenantId: world.app.tenantId,
  key,
  procedure,
  input,
});

test.each([1, 2, 20])(
  'two hundred simultaneous requests with one key over %i connections make one record and get one answer',
  async (max) => {
    const key = newId();
    const input = { type: 'INDIVIDUAL', email: `${key}@customer.example` } as const;
    const { sql, db, close } = connect(world.databaseUrl, { max });
    const engine = createEngine({ ...world.deps, sql, db });
    let ran = 0;
    const create = (verbs: Verbs) => {
      ran += 1;
      return verbs.customers.create(world.app, input);
    };
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => engine.idempotent(request(key, input), create)),
    );
    await close();
    expect(ran).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.sql`select from customer where email = ${input.email}`).toHaveLength(1);
  },
);

test('a repeat with the profile in another order is the same request, and one with other data is not', async () => {
  const key = newId();
  const ask = (profile: object) =>
    world.engine.idempotent(request(key, { type: 'INDIVIDUAL', profile }), async () => newId());
  const first = await ask({ familyName: 'Specimen', givenNames: 'Anna', nationality: 'GB' });
  expect(await ask({ nationality: 'GB', givenNames: ' Anna', familyName: 'Specimen' })).toBe(first);
  expect(await codeOf(ask({ familyName: 'Specimen', givenNames: 'Berta', nationality: 'GB' }))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
});

test('a change is announced after its commit, and not without one', async () => {
  const announced: boolean[] = [];
  const engine = createEngine({
    ...world.deps,
    announce: ({ customerId }) =>
      void world.sql`select from customer where id = ${customerId}`.then((rows) => announced.push(rows.length === 1)),
  });
  const email = `${newId()}@customer.example`;
  const create = (verbs: Verbs) => verbs.customers.create(world.app, { type: 'INDIVIDUAL', email });
  await engine.idempotent(request(newId()), create);
  await expect.poll(() => announced).toEqual([true]);
  expect(await codeOf(engine.idempotent(request(newId()), create))).toBe('EMAIL_TAKEN');
  expect(announced).toEqual([true]);
});

test('a refusal rolls back the writes before it', async () => {
  const [key, email] = [newId(), `${newId()}@customer.example`];
  const run = async ({ customers }: Verbs) => {
    await customers.create(world.app, { type: 'INDIVIDUAL', email });
    return customers.create(world.app, { type: 'INDIVIDUAL', email });
  };
  expect(await codeOf(world.engine.idempotent(request(key), run))).toBe('EMAIL_TAKEN');
  expect(await world.sql`select from customer where email = ${email}`).toHaveLength(0);
  await world.engine.idempotent(request(key), ({ customers }) =>
    customers.create(world.app, { type: 'INDIVIDUAL', email }),
  );
});

test('a process killed before storing the answer leaves no writes, and its key is free', async () => {
  const [key, url] = [newId(), `http://localhost:9/${newId()}`];
  const dying = join(import.meta.dirname, 'testing/die-before-answering.ts');
  const { DATABASE_URL: _, ...env } = process.env;
  const died = spawnSync(process.execPath, [dying, JSON.stringify({ app: world.app, key, url })], {
    env: { ...env, DYING_DATABASE_URL: world.databaseUrl },
    encoding: 'utf8',
  });
  expect(died).toMatchObject({ signal: 'SIGKILL', stderr: '', stdout: 'written\n' });
  const create = (verbs: Verbs) => verbs.webhookEndpoints.create(world.app, { url });
  const made = await world.engine.idempotent(request(key, { url }, 'webhookEndpoints.create'), create);
  expect(await world.engine.idempotent(request(key, { url }, 'webhookEndpoints.create'), create)).toEqual(made);
  expect(await world.sql`select from webhook_endpoint where url = ${url}`).toHaveLength(1);
});

test('a key used for another request is refused with IDEMPOTENCY_MISMATCH', async () => {
  const key = newId();
  await world.engine.idempotent(request(key), async () => 'first');
  expect(await codeOf(world.engine.idempotent(request(key, { a: 2 }), async () => 'second'))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
  expect(await codeOf(world.engine.idempotent(request(key, { a: 1 }, 'customers.update'), async () => 'third'))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
  expect(await world.engine.idempotent(request(key), async () => 'fourth')).toBe('first');
});

test('a key belongs to its tenant', async () => {
  const key = newId();
  await world.engine.idempotent(request(key), async () => 'ours');
  expect(
    await world.engine.idempotent({ ...request(key), tenantId: world.liveApp.tenantId }, async () => 'theirs'),
  ).toBe('theirs');
});

test('a refusal is not stored, and a waiting repeat runs the request again', async () => {
  const key = newId();
  let tries = 0;
  const run = async () => {
    tries += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (tries === 1) throw new Refusal('EMAIL_TAKEN');
    return 'made';
  };
  const settled = await Promise.allSettled(Array.from({ length: 5 }, () => world.engine.idempotent(request(key), run)));
  expect(settled.filter((each) => each.status === 'rejected')).toHaveLength(1);
  expect(settled.filter((each) => each.status === 'fulfilled').map((each) => each.value)).toEqual([
    'made',
    'made',
    'made',
    'made',
  ]);
  expect(tries).toBe(2);
});

test('an undefined answer is stored too', async () => {
  const key = newId();
  let ran = 0;
  const run = async () => {
    ran += 1;
  };
  await world.engine.idempotent(request(key, undefined), run);
  expect(await world.engine.idempotent(request(key, undefined), run)).toBeUndefined();
  expect(ran).toBe(1);
});

test('a key is new again after a day', async () => {
  const key = newId();
  await world.engine.idempotent(request(key), async () => 'first');
  world.clock.advance(24 * 3600_000 + 1);
  expect(await world.engine.idempotent(request(key), async () => 'second')).toBe('second');
});

test('answers stored by version 0.1.0 are returned, and its unanswered requests count as running for a minute', async () => {
  const [kept, left] = [newId(), newId()];
  const hash = createHash('sha256')
    .update('customers.create')
    .update(JSON.stringify({ a: 1 }))
    .digest();
  const answer = world.deps.vault.own().seal('answer', { answer: 'of before' });
  for (const [key, sealed] of [
    [kept, answer],
    [left, null],
  ] as const)
    await world.sql`insert into idempotency_key (tenant_id, key, procedure, request_hash, answer, key_id, created_at)
      values (${world.app.tenantId}, ${key}, 'customers.create', ${hash}, ${sealed}, ${sealed && world.deps.vault.keyId}, ${world.clock.now()})`;
  expect(await world.engine.idempotent(request(kept), async () => 'anew')).toBe('of before');
  let answered: string | undefined;
  const waiting = world.engine
    .idempotent(request(left), async () => 'taken over')
    .then((value) => {
      answered = value;
    });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(answered).toBeUndefined();
  world.clock.advance(60_001);
  await waiting;
  expect(answered).toBe('taken over');
});

test('the stored answer is encrypted', async () => {
  const key = newId();
  await world.engine.idempotent(request(key), async () => ({ secret: 'zxcanaryzx' }));
  const [row] = await world.owner`select answer from idempotency_key where key = ${key}`;
  expect(row?.answer.toString('latin1')).not.toContain('zxcanaryzx');
});
