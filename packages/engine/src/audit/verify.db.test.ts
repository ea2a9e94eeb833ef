import { newId } from '@gatehouse/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { link } from '../record/audit-chain.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { liftGuards, rewriteChain, withoutDigest } from '../testing/tampering.ts';
import { createWorld, type World } from '../testing/world.ts';
import { verifyOne } from './verify.ts';

let world: World;
/** A record with every kind of entry: rejected by two people, with a note. */
let id: string;
let last: number;
/** The same record as older versions wrote it, without digests. */
let old: string;

async function storied(): Promise<string> {
  const customerId = await customerIn(world, 'ACTIVE');
  await world.engine.desk.note(world.staff.reviewer, { customerId, text: 'Seen before.' });
  await together(world, { customerId, event: 'reject', reasonCode: 'FRAUD', note: 'n' });
  return customerId;
}
beforeAll(async () => {
  world = await createWorld();
  id = await storied();
  old = await storied();
  await liftGuards(world);
  await rewriteChain(world.owner, old, withoutDigest);
  const [row] = await world.sql<{ last: number }[]>`select audit_position as last from customer where id = ${id}`;
  last = row?.last ?? 0;
});
afterAll(() => world.close());

const found = async (customerId: string): Promise<string | null> => {
  const broken = await verifyOne(world.deps, { tenantId: world.app.tenantId, customerId });
  return broken && 'position' in broken ? `${broken.what} ${broken.position}` : null;
};

/** Changes one column of one row, returns the break that is found, and restores the column. */
async function foundWith(customerId: string, table: string, where: string, edit: [string, string]): Promise<unknown> {
  const [column, value] = edit;
  const [row] = await world.owner.unsafe<{ ctid: string; before: string }[]>(
    `select ${column}::text as before from ${table} where ${where}`,
  );
  const key =
    column === 'id' ? value : `'${(await world.owner.unsafe(`select id from ${table} where ${where}`))[0]?.id}'`;
  await world.owner.unsafe(`update ${table} set ${column} = ${value} where ${where}`);
  const answer = await found(customerId);
  await world.owner.unsafe(
    `update ${table} set ${column} = ${row?.before ? `'${row.before}'` : 'null'} where id = ${key}`,
  );
  expect(await found(customerId), 'put back').toBeNull();
  return answer;
}

test.each(['CREATED', 'UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const)(
  'an untouched customer in %s verifies',
  async (status) => expect(await found(await customerIn(world, status))).toBeNull(),
);

test('untouched records verify, with digests and without', async () => {
  expect(last).toBeGreaterThan(6);
  expect(await found(id)).toBeNull();
  expect(await found(old)).toBeNull();
});

test('declined, confirmed and superseded proposals verify', async () => {
  const customerId = await customerIn(world, 'UNDER_REVIEW');
  const reject = { customerId, event: 'reject', reasonCode: 'FRAUD', note: 'n' } as const;
  await world.engine.desk.decide(world.staff.reviewer, reject);
  const [open] = await world.sql<{ id: string }[]>`select id from proposal where customer_id = ${customerId}`;
  await world.engine.desk.decline(world.staff.approver, open?.id ?? '');
  await world.engine.desk.decide(world.staff.reviewer, reject);
  await world.engine.desk.decide(world.staff.approver, { customerId, event: 'approve' });
  const rows = await world.sql`select status from proposal where customer_id = ${customerId} order by created_at`;
  expect(rows.map((row) => row.status)).toEqual(['DECLINED', 'STALE']);
  expect(await found(customerId)).toBeNull();
});

describe('an edited column of an entry is found at its position', () => {
  test.each([
    ['body', `replace(body, 'submit', 'approve')`, 'CHAIN 3'],
    ['action', `'customer.approve'`, 'COLUMNS 3'],
    ['actor_kind', `'engine'`, 'COLUMNS 3'],
    ['actor_id', `'${newId()}'`, 'COLUMNS 3'],
    ['at', `at - interval '1 day'`, 'COLUMNS 3'],
    ['hash', `sha256('')`, 'CHAIN 3'],
    ['previous', `sha256('')`, 'CHAIN 3'],
    ['position', '300', 'CHAIN 4'],
    ['customer_id', `'${newId()}'`, 'CHAIN 4'],
  ])('%s', async (column, value, expected) => {
    const where = `customer_id = '${id}' and position = 3`;
    expect(await foundWith(id, 'audit_entry', where, [column, value])).toBe(expected);
  });
});

/** Every column of a status change with a different value. */
const CHANGE_EDITS: Readonly<Record<string, string>> = {
  tenant_id: `'${newId()}'`,
  id: `'${newId()}'`,
  customer_id: `'${newId()}'`,
  version: '77',
  from_status: `'UNDER_REVIEW'`,
  event: `'deactivate'`,
  to_status: `'DEACTIVATED'`,
  people: '1',
  actor_kind: `'engine'`,
  actor_id: `'${newId()}'`,
  reason_code: `'COMPLIANCE'`,
  temporary: 'true',
  sealed: `sealed || '\\x00'`,
  run_id: `'${newId()}'`,
  proposal_id: `'${newId()}'`,
  proposal_status: `'DECLINED'`,
  occurred_at: `occurred_at - interval '1 day'`,
};
/** The columns that entries without digests do not cover. */
const UNTOLD = ['id', 'version', 'people', 'sealed', 'proposal_status'];

describe('an edited column of a status change is found', () => {
  const rejected = async (customerId: string): Promise<{ where: string; position: number }> => {
    const [entry] = await world.sql<{ position: number }[]>`
      select position from audit_entry where customer_id = ${customerId} and action = 'customer.reject'`;
    return { where: `customer_id = '${customerId}' and event = 'reject'`, position: entry?.position ?? 0 };
  };

  test('the list names every column of the table', async () => {
    const rows = await world.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = 'status_change'`;
    expect(Object.keys(CHANGE_EDITS).sort()).toEqual(rows.map((row) => row.name).sort());
  });

  test.each(Object.entries(CHANGE_EDITS))('%s', async (column, value) => {
    const { where, position } = await rejected(id);
    expect(await foundWith(id, 'status_change', where, [column, value])).toBe(`HISTORY ${position}`);
  });

  test.each(Object.entries(CHANGE_EDITS).filter(([column]) => !UNTOLD.includes(column)))(
    'in a record without digests: %s',
    async (column, value) => {
      const { where, position } = await rejected(old);
      expect(await foundWith(old, 'status_change', where, [column, value])).toBe(`HISTORY ${position}`);
    },
  );
});

describe('missing rows and rows without an entry are found', () => {
  const positionOf = async (action: string): Promise<number> => {
    const [entry] = await world.sql<{ position: number }[]>`
      select position from audit_entry where customer_id = ${id} and action = ${action}`;
    return entry?.position ?? 0;
  };

  test.each([
    ['status_change', `event = 'reject'`, 'HISTORY', 'customer.reject'],
    ['proposal', 'true', 'PROPOSAL', 'proposal.opened'],
    ['note', 'true', 'NOTE', 'case.noted'],
  ])('a row of %s', async (table, which, what, action) => {
    const [row] = await world.owner.unsafe(`delete from ${table} where customer_id = '${id}' and ${which} returning *`);
    const missing = await found(id);
    await world.owner`insert into ${world.owner(table)} ${world.owner({ ...row })}`;
    expect(missing).toBe(`${what} ${await positionOf(action)}`);
    const more = { ...row, id: newId(), ...(table === 'status_change' ? { version: 99 } : {}) };
    await world.owner`insert into ${world.owner(table)} ${world.owner(more)}`;
    const untold = await found(id);
    await world.owner`delete from ${world.owner(table)} where id = ${more.id}`;
    expect(untold).toBe(table === 'status_change' ? `STATUS ${await positionOf(action)}` : `${what} ${last + 1}`);
    expect(await found(id)).toBeNull();
  });

  test.each([
    ['proposed_by', `'${newId()}'`, 'proposal.opened'],
    ['proposed_by_kind', `'engine'`, 'proposal.opened'],
    ['decision', `'deactivate'`, 'proposal.opened'],
    ['reason_code', `'COMPLIANCE'`, 'proposal.opened'],
    ['temporary', 'true', 'proposal.opened'],
    ['sealed', `sealed || '\\x00'`, 'proposal.opened'],
    ['based_on_version', '0', 'proposal.opened'],
    ['based_on_revision', '0', 'proposal.opened'],
    ['created_at', `created_at - interval '1 day'`, 'proposal.opened'],
    ['decided_by', `'${newId()}'`, 'proposal.confirmed'],
    ['decided_at', `decided_at - interval '1 day'`, 'proposal.confirmed'],
    ['status', `'STALE'`, 'proposal.confirmed'],
  ])('an edited proposal is found: %s', async (column, value, action) => {
    const answer = await foundWith(id, 'proposal', `customer_id = '${id}'`, [column, value]);
    expect(answer).toBe(`PROPOSAL ${await positionOf(action)}`);
  });

  test.each([
    ['staff_id', `'${newId()}'`],
    ['sealed', `sealed || '\\x00'`],
    ['created_at', `created_at - interval '1 day'`],
  ])('an edited note is found: %s', async (column, value) => {
    const answer = await foundWith(id, 'note', `customer_id = '${id}'`, [column, value]);
    expect(answer).toBe(`NOTE ${await positionOf('case.noted')}`);
  });

  test.each([
    ['customer_status', `'ACTIVE'`],
    ['status_change_id', 'null'],
  ])('a status that does not follow from the history is found: %s', async (column, value) => {
    const answer = await foundWith(id, 'customer', `id = '${id}'`, [column, value]);
    expect(answer).toBe(`STATUS ${await positionOf('customer.reject')}`);
  });

  test.each([
    ['audit_head', `sha256('')`],
    ['audit_position', 'audit_position - 1'],
  ])('a moved head is found: %s', async (column, value) => {
    expect(await foundWith(id, 'customer', `id = '${id}'`, [column, value])).toBe(`HEAD ${last + 1}`);
  });
});

describe('a second entry with a valid chain does not hide an edited row', () => {
  /** Appends a second entry about the same row to a record's chain. @returns its position. */
  async function toldAgain(customerId: string, action: string, other: object): Promise<number> {
    const [entry] = await world.owner`
      select * from audit_entry where customer_id = ${customerId} and action = ${action}`;
    const [head] = await world.owner<{ position: number; hash: Buffer }[]>`
      select position, hash from audit_entry where customer_id = ${customerId} order by position desc limit 1`;
    const position = (head?.position ?? 0) + 1;
    const body = JSON.stringify({ ...JSON.parse(entry?.body), position, ...other });
    const hash = link(head?.hash ?? null, body);
    const more = { ...entry, id: newId(), position, body, previous: head?.hash ?? null, hash };
    await world.owner`insert into audit_entry ${world.owner(more)}`;
    await world.owner`update customer set audit_head = ${hash}, audit_position = ${position} where id = ${customerId}`;
    return position;
  }

  test.each([
    ['case.noted', 'NOTE', 'note'],
    ['proposal.opened', 'PROPOSAL', 'proposal'],
  ])('%s', async (action, what, table) => {
    const customerId = await storied();
    const [first] = await world.sql<{ position: number }[]>`
      select position from audit_entry where customer_id = ${customerId} and action = ${action}`;
    const position = await toldAgain(customerId, action, { digest: undefined });
    expect(await found(customerId)).toBe(`${what} ${position}`);
    await world.owner`update ${world.owner(table)} set sealed = sealed || '\\x00'::bytea where customer_id = ${customerId}`;
    expect(await found(customerId)).toBe(`${what} ${first?.position}`);
  });

  test.each(['proposal.confirmed', 'proposal.opened', 'case.noted'])(
    'a second entry about an unedited row is found: %s',
    async (action) => {
      const customerId = await storied();
      const position = await toldAgain(customerId, action, {});
      expect(await found(customerId)).toMatch(new RegExp(`^(PROPOSAL|NOTE) ${position}$`));
    },
  );

  test.each([
    ['case.noted', 'NOTE'],
    ['proposal.opened', 'PROPOSAL'],
    ['customer.reject', 'HISTORY'],
  ])('an entry without a digest after one with a digest is found: %s', async (action, what) => {
    const customerId = await storied();
    let at = 0;
    await rewriteChain(world.owner, customerId, (body, position) => {
      if (JSON.parse(body).action !== action) return body;
      at = position;
      return withoutDigest(body);
    });
    expect(await found(customerId)).toBe(`${what} ${at}`);
  });
});
