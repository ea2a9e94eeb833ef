import { type Actor, ROLES, SCOPES, type StaffRole, showId } from '@gatehouse/domain';
import { createWorld, customerIn, heldDocument, idOf, portalOf, type World } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from './errors.ts';
import { CASES, type Callers, type Ids, unknownIds } from './procedure-cases.testing.ts';
import { PROCEDURES } from './procedures.ts';
import { appRouter, callerFor } from './root.ts';

const PATHS = Object.keys(appRouter._def.procedures);
let world: World;
/** TEST records of the first partner, which must stay hidden from all others. */
let theirs: Ids;
let theirCustomer: string;

beforeAll(async () => {
  world = await createWorld();
  const customer = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  theirCustomer = customer;
  const document = await heldDocument(world, customer, { kind: 'PASSPORT' });
  const [requirement] = await world.engine.requirements.list(world.app, customer);
  const endpoint = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
  const sent = await world.engine.webhookEndpoints.sendTest(world.app, idOf('endpoint', endpoint.id));
  const link = await world.engine.portalLinks.create(world.app, { customerId: customer });
  const { staffId } = world.staff.reviewer;
  const proposed = await world.engine.desk.decide(world.staff.reviewer, {
    customerId: customer,
    event: 'reject',
    reasonCode: 'FRAUD',
    note: staffId,
  });
  theirs = {
    customer: showId('customer', customer),
    document: showId('document', document),
    requirement: requirement?.id ?? '',
    endpoint: endpoint.id,
    delivery: sent.deliveryId,
    event: sent.eventId,
    portalLink: link.id,
    proposal: proposed.proposalId ?? '',
    staff: showId('staff', staffId),
  };
});
afterAll(() => world.close());

type Who = Partial<{
  app: Extract<Actor, { kind: 'app' }>;
  customer: Extract<Actor, { kind: 'customer' }>;
  staff: Extract<Actor, { kind: 'staff' }>;
}>;

/** Calls a procedure by its path and returns the refusal's code and message, or `answered`. */
async function call(who: Who, path: string, input: unknown): Promise<string> {
  const caller = callerFor({
    engine: world.engine,
    identities: {
      app: async () => who.app ?? null,
      customer: async () => who.customer ?? null,
      staff: async () => who.staff ?? null,
    },
    requestId: 'req_test',
    network: 'test',
    language: 'en',
  });
  const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller as unknown) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure(input).then(
    () => 'answered',
    (error: unknown) => `${refusalOf(error).code} ${refusalOf(error).message}`,
  );
}

test('every procedure has a case, and every case a procedure', () => {
  expect(Object.keys(CASES).sort()).toEqual([...PATHS].sort());
});

const isDesk = (callers: Callers): boolean => callers in ROLES;

describe('a foreign id gets the same answer as an unknown one', () => {
  const named = PATHS.filter((path) => CASES[path]?.input && !isDesk(CASES[path].callers));
  test.each(named)('%s', async (path) => {
    const input = CASES[path]?.input;
    const strangers: Who[] = [{ app: world.foreignApp }, { app: world.liveApp }];
    const isPortal = path.startsWith('portal.');
    const own = isPortal ? await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION') : '';
    for (const stranger of isPortal ? [{ customer: portalOf(world.app, own) }] : strangers) {
      const foreign = await call(stranger, path, input?.(theirs));
      expect(foreign).toBe(await call(stranger, path, input?.(unknownIds())));
      expect(foreign).toMatch(/^NOT_FOUND/);
    }
  });
  test('none of the calls changed the record', async () => {
    const found = await world.engine.customers.get(world.app, theirCustomer);
    expect(found.profile.givenNames).not.toBe('Mallory');
    expect((await world.engine.webhookEndpoints.list(world.app)).map((each) => each.description)).toEqual(['']);
  });
});

const RANK: Record<StaffRole, number> = Object.fromEntries(
  Object.entries(ROLES).map(([role, { rank }]) => [role, rank]),
) as Record<StaffRole, number>;

function mayCall(callers: Callers, who: Who): boolean {
  if (callers === 'anyone') return true;
  if (callers === 'app') return who.app !== undefined;
  if (callers === 'customer') return who.customer !== undefined;
  if (callers === 'appOrStaff') return who.app !== undefined || who.staff !== undefined;
  return who.staff !== undefined && RANK[who.staff.role] >= RANK[callers];
}

/**
 * A known caller without permission is not asked to sign in again; a customer's session counts for nothing at the
 * desk.
 */
function refusalFor(callers: Callers, who: Who): string {
  return Object.keys(who).length === 0 || (isDesk(callers) && who.customer) ? 'UNAUTHENTICATED' : 'NOT_PERMITTED';
}

describe('permitted callers', () => {
  test.each(PATHS)('%s', async (path) => {
    const known = CASES[path];
    if (!known) throw new Error('no case');
    const { auditor, reviewer, approver, admin } = world.staff;
    const everyone: Who[] = [
      {},
      { app: world.app },
      { customer: portalOf(world.app, theirCustomer) },
      { staff: auditor },
      { staff: reviewer },
      { staff: approver },
      { staff: admin },
    ];
    for (const who of everyone) {
      const may = mayCall(known.callers, who);
      // Unknown ids, so that permitted calls change nothing.
      const answer = await call(who, path, known.input ? known.input(unknownIds()) : known.plain);
      const refused = /^(UNAUTHENTICATED|NOT_PERMITTED)/.exec(answer)?.[0] ?? null;
      expect({ who: Object.keys(who), role: who.staff?.role, refused }).toEqual({
        who: Object.keys(who),
        role: who.staff?.role,
        refused: may ? null : refusalFor(known.callers, who),
      });
    }
  });
});

describe('an app needs only the scope of the procedure', () => {
  test.each(PROCEDURES.filter(({ scope }) => scope))('$path needs $scope', async ({ path, scope }) => {
    const { input, plain } = CASES[path] ?? {};
    const withScopes = (has: (each: string) => boolean): Who => ({ app: { ...world.app, scopes: SCOPES.filter(has) } });
    const without = await call(
      withScopes((each) => each !== scope),
      path,
      input ? input(theirs) : plain,
    );
    expect(without).toBe(`NOT_PERMITTED This key does not hold ${scope}.`);
    const alone = await call(
      withScopes((each) => each === scope),
      path,
      input ? input(unknownIds()) : plain,
    );
    expect(alone).not.toMatch(/^(NOT_PERMITTED|INTERNAL)/);
  });
});
