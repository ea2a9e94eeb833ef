import type { CheckProviders, KnownPatch, Mode, Provider } from '@gatehouse/domain';
import { automaticProviders } from '@gatehouse/providers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unknownProviders } from '../partners/unknown-providers.ts';
import { completeCustomer, rowOf, statusOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

/** A vendor of this test: it looks only at the name, and finds a match in a register. */
const register = {
  name: 'register',
  answers: ['identity'],
  meaning: { label: 'The register', verifies: ['familyName'] },
  input: ({ profile }, subject) => [profile.familyName, subject.kind],
  ask: async ({ snapshot, kind, subject }) => ({
    kind: 'verdict',
    verdict: 'PASSED',
    asks: [],
    evidence: [
      {
        type: 'candidate',
        ok: true,
        text: 'One entry agrees.',
        source: 'register',
        reference: `${kind} ${subject.kind} ${subject.id}`,
        score: 0.97,
        agrees: ['familyName'],
      },
      {
        type: 'field',
        field: 'familyName',
        ok: true,
        text: 'It stands in the register.',
        read: String(snapshot.profile.familyName),
      },
    ],
  }),
} as const satisfies Provider;

/** Another vendor, whose evidence cannot be stored. */
const garbled: Provider = {
  ...register,
  name: 'garbled',
  ask: async () => ({ kind: 'verdict', verdict: 'PASSED', asks: [], evidence: [{} as never] }),
};

const twin: Provider = { ...register, name: 'twin' };

let world: World;
beforeAll(async () => {
  world = await createWorld({ providers: { ...automaticProviders(), register, garbled, twin } });
});
afterAll(() => world.close());

/** Configures the providers of one mode of the partner. */
const configure = (providers: CheckProviders, mode: Mode = 'TEST') =>
  world.sql`update partner set check_providers = ${JSON.stringify({ [mode]: providers })}::text::jsonb,
    policy_version = policy_version + 1 where id = ${world.partnerId}`;
beforeEach(() => configure({}));

type Row = { kind: string; provider: string; status: string; carried_from: boolean };
const checksOf = (id: string, attempt = 1) => world.sql<Row[]>`
  select c.kind, c.provider, c.status, c.attempt, c.subject_kind, c.subject_id, c.carried_from is not null as carried_from
  from verification_check c join run r on r.tenant_id = c.tenant_id and r.id = c.run_id
  where c.customer_id = ${id} and r.attempt = ${attempt} order by c.kind`;
const identityOf = async (id: string, attempt?: number) =>
  (await checksOf(id, attempt)).find(({ kind }) => kind === 'identity');

test('the default provider of a kind answers without configuration', async () => {
  const id = await completeCustomer(world);
  const about = { subject_kind: 'CUSTOMER', subject_id: id, status: 'PENDING', attempt: 1, carried_from: false };
  expect(await checksOf(id)).toEqual([
    { kind: 'document', provider: 'document', ...about },
    { kind: 'identity', provider: 'sandbox', ...about },
    { kind: 'profile', provider: 'profile', ...about },
  ]);
});

test('a configured provider answers a kind, and its evidence is stored unchanged', async () => {
  await configure({ identity: 'register' });
  const id = await completeCustomer(world);
  await configure({});
  // The run was planned before, and keeps its provider.
  await drain(world);
  expect(await identityOf(id)).toMatchObject({ provider: 'register', status: 'PASSED' });
  expect(await statusOf(world, id)).toBe('ACTIVE');

  const [run] = (await world.engine.desk.case(world.staff.auditor, id)).runs;
  expect(run?.checks.find(({ kind }) => kind === 'identity')).toMatchObject({
    label: 'The register',
    findings: [
      { about: {}, ok: true, text: 'One entry agrees.' },
      { about: { field: 'familyName' }, ok: true, text: 'It stands in the register.' },
    ],
  });
  expect((await world.engine.portal.session(portalOf(world.app, id))).verified).toEqual(['familyName']);
});

test('a kind without a default provider is asked in LIVE with a configured one', async () => {
  await configure({ identity: 'register' }, 'LIVE');
  const id = await completeCustomer(world, { app: world.liveApp });
  expect((await checksOf(id)).map(({ kind }) => kind)).toEqual(['document', 'identity', 'manual', 'profile']);
  expect(await identityOf(await completeCustomer(world))).toMatchObject({ provider: 'sandbox' });
});

/** The profile check asks about the first name; other passes may carry over to the next run. */
async function answered(profile: KnownPatch, then: string) {
  await configure({ identity: 'register' });
  const id = await completeCustomer(world, { profile: { givenNames: '4711' } });
  await drain(world);
  expect(await identityOf(id)).toMatchObject({ provider: 'register', status: 'PASSED' });
  await configure({ identity: then });
  await world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Anna', ...profile } });
  return identityOf(id, 2);
}

test('a pass carries over while the provider and its input are unchanged', async () => {
  expect(await answered({ employment: 'RETIRED' }, 'register')).toMatchObject({ status: 'PASSED', carried_from: true });
});

test.each([
  ['what it looks at has changed', { familyName: 'Changed' }, 'register'],
  ['another provider would be asked', {}, 'twin'],
  ['the provider is no longer here', {}, 'gone'],
])('and is asked again where %s', async (_why, profile, then) => {
  expect(await answered(profile, then)).toMatchObject({ provider: then, status: 'PENDING', carried_from: false });
});

test.each([
  ['is not part of this installation', 'nobody'],
  ['does not answer that kind', 'document'],
])('a check whose provider %s goes to manual review, and the operator is told', async (_why, provider) => {
  await configure({ identity: provider });
  expect(await unknownProviders(world.deps)).toMatchObject([{ mode: 'TEST', kind: 'identity', provider }]);
  const id = await completeCustomer(world);
  await drain(world);
  expect(await identityOf(id)).toMatchObject({ provider, status: 'ERRORED', attempt: 1 });
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true });
  const { why } = await world.engine.desk.case(world.staff.auditor, id);
  const found = [`This installation has no provider called ${provider} that answers it.`];
  expect(why).toEqual([{ kind: 'unreachable', check: 'Identity records', found }]);
  await world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve', note: 'Known to us.' });
  expect(await statusOf(world, id)).toBe('ACTIVE');
});

test('a provider that is available is not reported', async () => {
  await configure({ identity: 'register' });
  expect(await unknownProviders(world.deps)).toEqual([]);
});

test('an answer that cannot be read back is not a pass', async () => {
  await configure({ identity: 'garbled' });
  const id = await completeCustomer(world);
  await drain(world);
  expect(await identityOf(id)).toMatchObject({ status: 'ERRORED', attempt: 4 });
  expect(await rowOf(world, id)).toMatchObject({ customerStatus: 'UNDER_REVIEW', needsPerson: true });
});

test('a policy version is immutable', async () => {
  const same = world.sql`update partner set check_providers = '{"LIVE": {"identity": "x"}}' where id = ${world.partnerId}`;
  await expect(same).rejects.toThrow(/a policy changes with its version/);
});
