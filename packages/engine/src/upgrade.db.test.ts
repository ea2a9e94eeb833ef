import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAll } from './audit/verify.ts';
import { brokenAt } from './record/audit-chain.ts';
import { idOf, specimenBytes } from './testing/customers.ts';
import {
  INSTALLATIONS,
  type RestoredInstallation,
  readInstallation,
  restoreInstallation,
} from './testing/installation.ts';
import { collectingQueue, workOff } from './testing/queue.ts';
import { portalOf } from './testing/world.ts';
import type { Post, Poster } from './webhook/post.ts';

const byId = (one: object, other: object): number => JSON.stringify(one).localeCompare(JSON.stringify(other));

/*
 * Older versions made these databases and file stores with their own engines. An installation of such a version migrates,
 * and everything in it goes on working.
 */
describe.each(INSTALLATIONS)('an installation whose last migration was %s', async (name) => {
  const stored = await readInstallation(name);
  const { app, liveApp, customers, endpoint, proposals } = stored.about;
  const customer = (known: string): string => customers[known] ?? '';
  const rows = (table: string) => stored.tables[table] ?? [];

  let restored: RestoredInstallation;
  beforeAll(async () => {
    restored = await restoreInstallation(stored);
  });
  afterAll(() => restored.close());

  /** The queue is not part of a dump: the jobs of its rows are lost, and made again a minute later. */
  async function recoverJobs(): Promise<void> {
    restored.clock.advance(61_000);
    await restored.engine.work.reconcile();
  }

  test('opens every customer at the desk, through the API and in the portal, with the status it had', async () => {
    const { engine, staff } = restored;
    let opened = 0;
    for (const actor of [app, liveApp]) {
      const before = rows('customer').filter((row) => row.tenant_id === actor.tenantId);
      const { items } = await engine.customers.list(actor, { limit: 100 });
      expect(items).toHaveLength(before.filter((row) => row.archived_at === null).length);
      for (const { id, customer_status: customerStatus, version } of before) {
        const { customer } = await engine.desk.case(staff('auditor', 'auditor'), String(id));
        expect(customer).toMatchObject({ customerStatus, version });
        expect(await engine.customers.get(actor, String(id))).toMatchObject({ id: customer.id, customerStatus });
        const page = await engine.portal.session(portalOf(actor, String(id)));
        expect(page.customer.customerStatus).toBe(customerStatus);
        opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(10);
  });

  test('keeps every chain of the audit log', async () => {
    for (const { id, audit_head: head } of rows('customer')) {
      const entries = await restored.deps.sql<Parameters<typeof brokenAt>[0][number][]>`
        select position, body, previous, hash from audit_entry where customer_id = ${String(id)} order by position`;
      expect(brokenAt(entries, Buffer.from(String(head).slice(2), 'hex'))).toBeNull();
    }
  });

  test('verifies its records and its seals', async () => {
    const found = { records: 0, seals: 0, breaks: [] as unknown[] };
    await verifyAll(restored.deps, (piece) => {
      found.records += piece.records;
      found.seals += piece.seals;
      found.breaks.push(...piece.breaks);
    });
    expect(found).toEqual({ records: rows('customer').length, seals: rows('audit_seal').length, breaks: [] });
  });

  test('knows of every check whom it was asked, about whom, and what it found', async () => {
    const { engine, deps, staff } = restored;
    const checks = await deps.sql`select id, kind, provider, subject_kind, subject_id from verification_check`;
    const expected = rows('verification_check').map(({ id, kind, customer_id }) => ({
      ...{ id, provider: kind, kind: kind === 'sandbox' ? 'identity' : kind },
      ...{ subject_kind: 'CUSTOMER', subject_id: customer_id },
    }));
    expect([...checks].sort(byId)).toEqual(expected.sort(byId));
    const { runs } = await engine.desk.case(staff('auditor', 'auditor'), customer('UNDER_REVIEW'));
    expect(runs[0]?.checks.find(({ kind }) => kind === 'identity')).toMatchObject({
      label: 'Sandbox vendor',
      status: 'FLAGGED',
      findings: [{ about: {}, ok: false, text: 'The sandbox vendor wants a person to look.' }],
    });
    const asked = await engine.desk.case(staff('auditor', 'auditor'), customer('NEEDS_ADDITIONAL_INFORMATION'));
    expect(new Set(asked.requirements.map(({ askedBy }) => askedBy))).toEqual(new Set(['Sandbox vendor']));
  });

  test('opens every file that was sealed', async () => {
    const { engine, staff } = restored;
    for (const { id, bytes } of rows('document').filter((row) => row.file_key !== null)) {
      const file = await engine.documents.download(staff('auditor', 'auditor'), String(id));
      expect(file.bytes.length).toBe(bytes);
    }
  });

  test('delivers the next event to every subscription, signed with the secret it was given', async () => {
    const { engine, staff } = restored;
    const posts: Post[] = [];
    const poster: Poster = {
      post: async (post) => {
        posts.push(post);
        return { status: 204, answer: '', durationMs: 1 };
      },
      close: async () => {},
    };
    const endpoints = await engine.webhookEndpoints.list(app);
    const customerId = customer('UNDER_REVIEW');
    const decision = { customerId, event: 'approve', note: 'Looked at.' } as const;
    await engine.desk.decide(staff('approver', 'approver'), decision);
    await recoverJobs();
    await workOff(restored, poster);

    const [moved] = (await engine.events.list(app, { customerId, limit: 100 })).items
      .filter(({ type }) => type === 'customer.status_changed')
      .sort((one, other) => one.id.localeCompare(other.id))
      .slice(-1);
    const told = posts.filter(({ headers }) => headers['webhook-id'] === moved?.id).map(({ url }) => url);
    const listening = endpoints.filter(
      ({ status, eventTypes }) =>
        status === 'ENABLED' && (eventTypes.length === 0 || eventTypes.includes('customer.status_changed')),
    );
    expect(told.sort()).toEqual(listening.map(({ url }) => url).sort());
    const own = posts.filter(({ url }) => url.endsWith('/hook'));
    expect(own.length).toBeGreaterThan(0);
    // The library's own check compares with today's clock, and this installation lives at the time of its dump.
    for (const { body, headers } of own) {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      const signature = new Webhook(endpoint.secret).sign(headers['webhook-id'] ?? '', at, body);
      expect(headers['webhook-signature']).toContain(signature);
    }
    expect(await engine.webhookEndpoints.list(app)).toMatchObject(
      endpoints.map(({ id, status, eventTypes }) => ({ id, status, eventTypes })),
    );
  });

  test('keeps portal sessions and links', async () => {
    const { engine } = restored;
    const { session, link } = stored.about;
    expect(await engine.portal.authenticate(session)).toMatchObject({ customerId: customer('asked') });
    const opened = await engine.portal.open(link.split('/').at(-1) ?? '');
    expect(await engine.portal.authenticate(opened.token)).toMatchObject({ customerId: customer('CREATED') });
  });

  test('takes the answers to an open request for information', async () => {
    const { engine } = restored;
    const customerId = customer('asked');
    const open = (await engine.requirements.list(app, customerId)).filter(({ status }) => status === 'OPEN');
    expect(open.map(({ code }) => code).slice(0, 2)).toEqual(['DOCUMENT_BLURRED', 'SOURCE_OF_FUNDS_UNCLEAR']);
    const begun = await engine.documents.create(app, { customerId, kind: 'PASSPORT', side: 'FRONT' });
    await engine.documents.receive(app, idOf('document', begun.id), await specimenBytes());
    await engine.documents.complete(app, idOf('document', begun.id));
    if (open.some(({ code }) => code === 'CLARIFICATION'))
      await engine.customers.update(app, { customerId, profile: { familyName: 'Clarified' } });
    const after = await engine.requirements.answer(app, {
      requirementId: idOf('requirement', open[1]?.id ?? null),
      text: 'My salary.',
    });
    expect(after.customerStatus).toBe('UNDER_REVIEW');
  });

  test('lets a second person confirm what a first one proposed', async () => {
    const ends: Record<string, string> = { deactivate: 'DEACTIVATED', reactivate: 'ACTIVE', overFailure: 'ACTIVE' };
    for (const [proposed, id] of Object.entries(proposals)) {
      const admin = restored.staff('secondAdmin', 'admin');
      const confirmed = await restored.engine.desk.confirm(admin, idOf('proposal', id));
      expect({ [proposed]: confirmed.customerStatus }).toEqual({ [proposed]: ends[proposed] });
    }
  });

  test.runIf(customers.interrupted)('carries interrupted submissions on to ACTIVE', async () => {
    const { engine, deps } = restored;
    await recoverJobs();
    const { queue, jobs } = collectingQueue();
    while ((await engine.work.relayOnce(queue)) > 0);
    for (const job of jobs['check.run']) await engine.work.runCheck(job);
    const ids = ['interrupted', 'lost', 'interruptedLater'].map(customer);
    const after = await deps.sql<{ status: string }[]>`
      select customer_status as status from customer where id in ${deps.sql(ids)}`;
    expect(after.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
  });

  test.runIf(customers.reopened)('carries a check over whose input is unchanged', async () => {
    const { engine, deps, staff } = restored;
    const customerId = customer('reopened');
    await engine.desk.decide(staff('reviewer', 'reviewer'), {
      customerId,
      event: 'requestInformation',
      items: [{ code: 'CLARIFICATION', target: {} }],
    });
    const [open] = (await engine.requirements.list(app, customerId)).filter(({ status }) => status === 'OPEN');
    await engine.requirements.answer(app, { requirementId: idOf('requirement', open?.id ?? null), text: 'Because.' });
    const checks = await deps.sql<{ kind: string; carried: boolean }[]>`
      select c.kind, c.carried_from is not null as carried from verification_check c
      join customer k on k.open_run_id = c.run_id where k.id = ${customerId} order by c.kind`;
    expect(checks).toEqual([
      { kind: 'document', carried: true },
      { kind: 'identity', carried: true },
      { kind: 'manual', carried: false },
      { kind: 'profile', carried: true },
    ]);
  });

  test.runIf(stored.about.apiKey)('knows an API key', async () => {
    expect(await restored.engine.apiKeys.authenticate(stored.about.apiKey ?? '')).toMatchObject({
      tenantId: app.tenantId,
      mode: 'TEST',
    });
  });

  test('verifies what was added since', async () => {
    const breaks: unknown[] = [];
    await verifyAll(restored.deps, (piece) => breaks.push(...piece.breaks));
    expect(breaks).toEqual([]);
  });
});
