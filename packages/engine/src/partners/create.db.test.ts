import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PARTNER = { name: 'Acme', supportEmail: 'help@acme.example', accountManager: 'Ada' };

test('a partner has two tenants, and omitted fields have their defaults', async () => {
  const { id, tenants } = await world.engine.partners.create(PARTNER);
  const [row] = await world.sql`
    select name, support_email, account_manager, return_url, writes_letters, review_policy from partner where id = ${id}`;
  expect(row).toEqual({
    name: 'Acme',
    support_email: 'help@acme.example',
    account_manager: 'Ada',
    return_url: null,
    writes_letters: true,
    review_policy: 'WHEN_FLAGGED',
  });
  const sides = await world.sql`select mode, id from tenant where partner_id = ${id}`;
  expect(Object.fromEntries(sides.map((side) => [side.mode, side.id]))).toEqual(tenants);
});

test('given fields are stored', async () => {
  const said = { returnUrl: 'https://acme.example/back', sendsEmails: false, reviewPolicy: 'ALWAYS' } as const;
  const { id } = await world.engine.partners.create({ ...PARTNER, ...said });
  const [row] = await world.sql`select return_url, writes_letters, review_policy from partner where id = ${id}`;
  expect(row).toEqual({ return_url: said.returnUrl, writes_letters: false, review_policy: 'ALWAYS' });
});

test('a partner is created with both tenants or not at all, and the application cannot delete it', async () => {
  const before = await world.sql`select count(*) from partner`;
  await world.owner`alter table tenant add constraint no_live check (mode <> 'LIVE') not valid`;
  await expect(world.engine.partners.create(PARTNER)).rejects.toThrow('no_live');
  await world.owner`alter table tenant drop constraint no_live`;
  expect(await world.sql`select count(*) from partner`).toEqual(before);
  await expect(world.sql`delete from partner`).rejects.toThrow('permission denied');
});
