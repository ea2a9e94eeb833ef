import { showId } from '@gatehouse/domain';
import {
  INSTALLATIONS,
  portalOf,
  type RestoredInstallation,
  readInstallation,
  restoreInstallation,
} from '@gatehouse/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES, type Ids } from './procedure-cases.testing.ts';
import { appRouter, callerFor } from './root.ts';

const PROCEDURES = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const QUERIES = Object.keys(PROCEDURES).filter((path) => PROCEDURES[path]?._def.type === 'query');

/** The table of each kind of id. */
const TABLES = {
  document: 'document',
  requirement: 'requirement',
  endpoint: 'webhook_endpoint',
  delivery: 'delivery',
  event: 'event',
  portalLink: 'portal_link',
  proposal: 'proposal',
} as const satisfies Partial<Record<keyof Ids, string>>;

describe.each(INSTALLATIONS)('an installation whose last migration was %s', async (name) => {
  const stored = await readInstallation(name);
  const { app, kept } = stored.about;

  let restored: RestoredInstallation;
  beforeAll(async () => {
    restored = await restoreInstallation(stored);
  });
  afterAll(() => restored.close());

  /** Calls a procedure by its path as an app, as a customer, or as an admin. */
  function call(path: string, input: unknown, as: 'app' | 'customer' | 'staff', customerId = ''): Promise<unknown> {
    const actors = { app, customer: portalOf(app, customerId), staff: restored.staff('admin', 'admin') };
    const identity = <Kind extends typeof as>(kind: Kind) => Promise.resolve(as === kind ? actors[kind] : null);
    const caller: unknown = callerFor({
      engine: restored.engine,
      identities: { app: () => identity('app'), customer: () => identity('customer'), staff: () => identity('staff') },
      requestId: 'req_test',
      network: 'test',
      language: 'en',
    });
    const procedure = path.split('.').reduce((at, part) => (at as Record<string, unknown>)[part], caller);
    return (procedure as (input: unknown) => Promise<unknown>)(input);
  }

  /** The ids of one customer's records, or of any other record of the same tenant. */
  function idsOf(customerId: string): Ids {
    const own = Object.entries(TABLES).map(([kind, table]) => {
      const rows = (stored.tables[table] ?? []).filter((row) => row.tenant_id === app.tenantId && !row.removed_at);
      const row = rows.find((each) => each.customer_id === customerId) ?? rows[0];
      return [kind, showId(kind as keyof typeof TABLES, String(row?.id))];
    });
    const staff = showId('staff', stored.about.staff.reviewer ?? '');
    return { ...Object.fromEntries(own), customer: showId('customer', customerId), staff };
  }

  test.each(QUERIES)('answers %s', async (path) => {
    const { callers, input, plain } = CASES[path] ?? {};
    const as =
      callers === 'customer' ? 'customer' : callers?.startsWith('app') || callers === 'anyone' ? 'app' : 'staff';
    const mine = (stored.tables.customer ?? []).filter((row) => row.tenant_id === app.tenantId);
    expect(mine.length).toBeGreaterThan(10);
    // Queries without a customer have the same answer for all.
    for (const { id } of input || as === 'customer' ? mine : mine.slice(0, 1)) {
      const customerId = String(id);
      expect(await call(path, input ? input(idsOf(customerId)) : plain, as, customerId)).toBeDefined();
    }
  });

  test.each(kept)('gives a repeated $procedure the answer that was kept', async ({ procedure, input, answer }) => {
    expect(await call(procedure, input, 'app')).toEqual(answer);
  });
});
