import type { AuditBreak } from '@gatehouse/domain';
import { beforeEach, expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { liftGuards } from '../testing/tampering.ts';
import { createWorld, type World } from '../testing/world.ts';
import { auditReport } from './report.ts';
import { sealAllHeads } from './seal.ts';
import { verifyAll } from './verify.ts';

let world: World;
/** Two seals over one record each, not verified yet. */
beforeEach(async () => {
  world = await createWorld();
  for (let n = 0; n < 2; n += 1) {
    await createdCustomer(world);
    await sealAllHeads(world.deps);
  }
  await liftGuards(world);
  return () => world.close();
});

async function everythingFound(): Promise<readonly AuditBreak[]> {
  const breaks: AuditBreak[] = [];
  await verifyAll(world.deps, (piece) => breaks.push(...piece.breaks));
  return breaks;
}
async function forgetSealsFrom(seal: number): Promise<void> {
  await world.owner`delete from audit_seal_leaf where seal >= ${seal}`;
  await world.owner`delete from audit_seal where number >= ${seal}`;
}

test.each([1, 2])('removed seals from %s on are reported at once and by every later verification', async (seal) => {
  expect(await auditReport(world.deps)).toMatchObject({ broken: 0 });
  await forgetSealsFrom(seal);
  const missed = { broken: 1, breaks: [{ what: 'SEAL', seal }] };
  expect(await auditReport(world.deps)).toMatchObject(missed);
  for (let round = 0; round < 2; round += 1) {
    expect(await everythingFound()).toEqual(missed.breaks);
    expect(await auditReport(world.deps)).toMatchObject(missed);
  }
});

test('removed seals are found when only a verification run refers to them', async () => {
  expect(await everythingFound()).toEqual([]);
  await world.owner`delete from audit_run where kind = 'SEAL'`;
  await forgetSealsFrom(1);
  expect(await everythingFound()).toEqual([{ what: 'SEAL', seal: 1 }]);
});

test('removed seals are found when only leaves refer to them', async () => {
  await world.owner`delete from audit_run`;
  await world.owner`delete from audit_seal`;
  expect(await everythingFound()).toEqual([{ what: 'SEAL', seal: 1 }]);
});

test('removed seals are found when as many new ones were made', async () => {
  await forgetSealsFrom(1);
  await sealAllHeads(world.deps);
  await createdCustomer(world);
  expect(await sealAllHeads(world.deps)).toMatchObject({ seal: 2 });
  expect(await everythingFound()).toEqual([{ what: 'SEAL', seal: 1 }]);
  // Removing every row that refers to the seals leaves no trace in the database. Only exported seals can show it.
  await world.owner`delete from audit_break`;
  await world.owner`delete from audit_run`;
  expect(await everythingFound()).toEqual([]);
});
