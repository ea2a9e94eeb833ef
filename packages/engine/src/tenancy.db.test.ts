import { isRefusal, newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppActor, CustomerActor } from './tenancy.ts';
import { createdCustomer, heldDocument, idOf, rowOf, specimenBytes, uploadDocument } from './testing/customers.ts';
import { customerIn } from './testing/statuses.ts';
import { createWorld, portalOf, type World } from './testing/world.ts';

let world: World;
let victim: Ids;
beforeAll(async () => {
  world = await createWorld();
  victim = await everything();
});
afterAll(() => world.close());

/** The ids of one record of each kind, all of one customer of our own tenant. */
type Ids = Record<
  'customer' | 'current' | 'held' | 'requirement' | 'event' | 'endpoint' | 'delivery' | 'link' | 'proposal',
  string
>;

async function everything(): Promise<Ids> {
  const { engine, app } = world;
  const endpoint = await engine.webhookEndpoints.create(app, { url: 'http://localhost:9/hook' });
  const customer = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  const { proposalId } = await engine.desk.decide(world.staff.reviewer, {
    customerId: customer,
    event: 'reject',
    reasonCode: 'FRAUD',
    note: 'n',
  });
  const test = await engine.webhookEndpoints.sendTest(app, idOf('endpoint', endpoint.id));
  const [item] = await engine.requirements.list(app, customer);
  const link = await engine.portalLinks.create(app, { customerId: customer });
  return {
    customer,
    current: await uploadDocument(world, customer, { kind: 'OTHER' }),
    held: await heldDocument(world, customer, { kind: 'OTHER' }),
    requirement: idOf('requirement', item?.id ?? null),
    event: idOf('event', test.eventId),
    endpoint: idOf('endpoint', endpoint.id),
    delivery: idOf('delivery', test.deliveryId),
    link: idOf('portalLink', link.id),
    proposal: idOf('proposal', proposalId),
  };
}

const unknown = (): Ids => Object.fromEntries(Object.keys(victim).map((key) => [key, newId()])) as Ids;

type Asker = { readonly app: AppActor; readonly portal: CustomerActor; readonly own: string };
type Ask = (ids: Ids, asker: Asker) => Promise<unknown>;
type Verb = { app?: Ask; portal?: Ask; why?: string };

/** A verb without a record's id, and the reason why it is not tested here. */
const none = (why: string): Verb => ({ why });
/** Several such verbs of one noun with one reason. */
const allOf = (noun: string, verbs: string, why: string): Record<string, Verb> =>
  Object.fromEntries(verbs.split(' ').map((verb) => [`${noun}.${verb}`, none(why)]));
const everyone = (ask: (ids: Ids, actor: AppActor | CustomerActor) => Promise<unknown>): Verb => ({
  app: (ids, { app }) => ask(ids, app),
  portal: (ids, { portal }) => ask(ids, portal),
});
const apps = (ask: (ids: Ids, actor: AppActor) => Promise<unknown>): Verb => ({ app: (ids, { app }) => ask(ids, app) });
const desk = 'Staff work across tenants; anyone else is refused whatever the id (see the roles’ test).';
const page = { limit: 10 };
const since = '2020-01-01T00:00:00.000Z';

/** Every verb of the engine with an id of each kind that it takes. A new verb without a line here fails the test. */
const VERBS: Record<string, Verb> = {
  'customers.create': none('A customer is created in the actor’s own tenant.'),
  'customers.get': everyone((ids, actor) => world.engine.customers.get(actor, ids.customer)),
  'customers.list': none('Lists the actor’s own tenant.'),
  'customers.update': everyone((ids, actor) =>
    world.engine.customers.update(actor, { customerId: ids.customer, profile: { employment: 'STUDENT' } }),
  ),
  'customers.change': everyone((ids, actor) =>
    world.engine.customers.change(actor, ids.customer, { attach: [ids.held] }),
  ),
  'customers.change of a document': {
    app: (ids, { app, own }) => world.engine.customers.change(app, own, { attach: [ids.held] }),
    portal: (ids, { portal, own }) => world.engine.customers.change(portal, own, { remove: ids.current }),
  },
  'customers.change of an item': {
    app: (ids, { app, own }) =>
      world.engine.customers.change(app, own, { answers: [{ requirementId: ids.requirement, text: 'x' }] }),
  },
  'customers.archive': everyone((ids, actor) => world.engine.customers.archive(actor, { customerId: ids.customer })),
  'customers.setMetadata': everyone((ids, actor) =>
    world.engine.customers.setMetadata(actor, { customerId: ids.customer, metadata: { x: 'y' } }),
  ),
  'customers.timeline': everyone((ids, actor) => world.engine.customers.timeline(actor, ids.customer)),
  'customers.availableActions': everyone((ids, actor) => world.engine.customers.availableActions(actor, ids.customer)),
  'documents.create': everyone((ids, actor) =>
    world.engine.documents.create(actor, { customerId: ids.customer, kind: 'OTHER', side: 'FRONT' }),
  ),
  'documents.admit': everyone((ids, actor) => world.engine.documents.admit(actor, ids.held, 1)),
  'documents.receive': everyone(async (ids, actor) =>
    world.engine.documents.receive(actor, ids.held, await specimenBytes()),
  ),
  'documents.complete': everyone((ids, actor) => world.engine.documents.complete(actor, ids.held)),
  'documents.list': everyone((ids, actor) => world.engine.documents.list(actor, ids.customer)),
  'documents.remove': everyone((ids, actor) => world.engine.documents.remove(actor, ids.current)),
  'documents.download': everyone((ids, actor) => world.engine.documents.download(actor, ids.current)),
  'documents.picture': everyone((ids, actor) => world.engine.documents.picture(actor, ids.current)),
  'requirements.list': everyone((ids, actor) => world.engine.requirements.list(actor, ids.customer)),
  'requirements.answer': everyone((ids, actor) =>
    world.engine.requirements.answer(actor, { requirementId: ids.requirement, text: 'x' }),
  ),
  'access.check': apps((ids, app) =>
    world.engine.access.check(app, { customerId: ids.customer, capability: 'transact' }),
  ),
  'apiKeys.create': none('The command line names the tenant; no actor is behind it.'),
  'apiKeys.authenticate': none('A key is its own proof.'),
  'portalLinks.create': everyone((ids, actor) => world.engine.portalLinks.create(actor, { customerId: ids.customer })),
  'portalLinks.revoke': apps((ids, app) => world.engine.portalLinks.revoke(app, ids.link)),
  'portalLinks.request': none('Answers the same to everyone (see the links’ test).'),
  'portal.peek': none('A link’s secret is its own proof.'),
  'portal.handOver': none('Makes a link to the actor’s own case.'),
  'portal.open': none('A link’s secret is its own proof.'),
  'portal.authenticate': none('A session’s secret is its own proof.'),
  'portal.close': none('Ends the actor’s own session.'),
  'portal.session': none('Shows the actor’s own case.'),
  'portal.save': none('Keeps the actor’s own draft.'),
  'portal.continue': none('Changes the actor’s own data.'),
  'portal.submit': none('Submits the actor’s own data.'),
  'portal.answer': {
    portal: (ids, { portal }) => world.engine.portal.answer(portal, { documents: [ids.held], answers: [] }),
  },
  'portal.answer in words': {
    portal: (ids, { portal }) =>
      world.engine.portal.answer(portal, { documents: [], answers: [{ requirementId: ids.requirement, text: 'x' }] }),
  },
  'events.list': apps((ids, app) => world.engine.events.list(app, { customerId: ids.customer, ...page })),
  'events.get': apps((ids, app) => world.engine.events.get(app, ids.event)),
  'webhookEndpoints.create': none('An endpoint is created in the actor’s own tenant.'),
  'webhookEndpoints.list': none('Lists the actor’s own tenant.'),
  'webhookEndpoints.get': apps((ids, app) => world.engine.webhookEndpoints.get(app, ids.endpoint)),
  'webhookEndpoints.update': apps((ids, app) =>
    world.engine.webhookEndpoints.update(app, { endpointId: ids.endpoint, description: 'mine now' }),
  ),
  'webhookEndpoints.remove': apps((ids, app) => world.engine.webhookEndpoints.remove(app, ids.endpoint)),
  'webhookEndpoints.rotateSecret': apps((ids, app) => world.engine.webhookEndpoints.rotateSecret(app, ids.endpoint)),
  'webhookEndpoints.sendTest': apps((ids, app) => world.engine.webhookEndpoints.sendTest(app, ids.endpoint)),
  'deliveries.list': apps((ids, app) => world.engine.deliveries.list(app, { endpointId: ids.endpoint, ...page })),
  'deliveries.get': apps((ids, app) => world.engine.deliveries.get(app, ids.delivery)),
  'deliveries.resend': apps((ids, app) => world.engine.deliveries.resend(app, ids.delivery)),
  'deliveries.replay': apps((ids, app) =>
    world.engine.deliveries.replay(app, { endpointId: ids.endpoint, since, includeDelivered: true }),
  ),
  ...allOf(
    'desk',
    'queue counts case assign expedite note colleagues decide withdrawRequirement proposals confirm decline',
    desk,
  ),
  ...allOf('desk', 'webhooks verifyAudit reportAudit listSeals exportAudit', desk),
  'partners.create': none('An operator makes partners, on the command line.'),
  ...allOf('staff', 'list history rename setRole disable enable resetFactor endSessions', desk),
  ...allOf('signIn', 'countAttempt takeCode', 'Nobody is signed in yet.'),
  'signIn.signedIn': none('Notes the actor’s own network.'),
  ...allOf(
    'work',
    'relayOnce runJob runTask reconcile concludeOverdue announceDelays runCheck deliver sendMail sendRequestedLinks pruneLimits',
    'The worker’s own.',
  ),
  ...allOf('work', 'sealHeads verifyNext', 'The worker’s own.'),
  ...allOf('limits', 'spend refund hold', 'Counts under a key that its caller names.'),
  mailbox: none('Of an evaluation only, and without ids.'),
  health: none('Says nothing about anyone.'),
  idempotent: none('Wraps another verb under the caller’s own tenant.'),
};

const verbsOf = (engine: object): string[] =>
  Object.entries(engine).flatMap(([name, verb]) =>
    typeof verb === 'function' ? [name] : Object.keys(verb).map((each) => `${name}.${each}`),
  );

test('the table contains every verb of the engine', () => {
  const named = new Set(Object.keys(VERBS).map((name) => name.replace(/ .*/, '')));
  expect([...named].sort()).toEqual(verbsOf(world.engine).sort());
});

/** Everything by which a caller could tell a difference. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await call };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { code: error.code, message: error.message, data: error.data };
  }
}

const asked = Object.entries(VERBS).filter(([, verb]) => !verb.why);

/** Rows that any of the verbs could have touched. */
const footprint = async () => ({
  customer: await rowOf(world, victim.customer),
  rows: await world.owner`
    select (select count(*)::int from document where customer_id = ${victim.customer}) as documents,
      (select count(*)::int from portal_link where customer_id = ${victim.customer}) as links,
      (select count(*)::int from portal_link where revoked_at is not null) as revoked,
      (select count(*)::int from delivery) as deliveries, (select count(*)::int from event) as events,
      (select jsonb_agg(w order by w.id) from webhook_endpoint w) as endpoints,
      (select jsonb_agg(d order by d.id) from document d where d.customer_id = ${victim.customer}) as files`,
});

test.each(asked)('%s: another’s id gets the same answer as an unknown id', async (_, verb) => {
  const before = await footprint();
  const strangers = {
    'another partner': world.foreignApp,
    'the other mode': world.liveApp,
    'another customer': world.app,
  };
  for (const [who, app] of Object.entries(strangers)) {
    const own = await createdCustomer(world, { app });
    const asker = { app, portal: portalOf(app, own), own };
    // An app of the same tenant owns the other customer's records, so only the other customer's session asks here.
    const asks = [who === 'another customer' ? undefined : verb.app, verb.portal].filter((ask) => ask !== undefined);
    for (const ask of asks)
      expect(await outcome(ask(victim, asker)), who).toEqual(await outcome(ask(unknown(), asker)));
  }
  const after = await footprint();
  // The strangers' own customers raise events; nothing else may have changed.
  const own = ({ rows, customer }: typeof before) => ({
    customer,
    rows: rows.map(({ events: _events, ...rest }) => rest),
  });
  expect(own(after)).toEqual(own(before));
});

test.each(asked)('%s: the owner gets another answer, which gives the test above its meaning', async (_, verb) => {
  for (const ask of [verb.app, verb.portal].filter((each) => each !== undefined)) {
    const ids = await everything();
    const asker = { app: world.app, portal: portalOf(world.app, ids.customer), own: ids.customer };
    expect(await outcome(ask(ids, asker))).not.toEqual(await outcome(ask(unknown(), asker)));
  }
});

test('only staff may call the verbs of staff, whatever the id', async () => {
  const actors = [world.app, world.liveApp, portalOf(world.app, victim.customer)];
  for (const actor of actors) {
    const someone = actor as never;
    const calls = [victim, unknown()].flatMap((ids) => [
      world.engine.desk.queue(someone, { view: 'all', ...page }),
      world.engine.desk.counts(someone),
      world.engine.desk.case(someone, ids.customer),
      world.engine.desk.assign(someone, { customerId: ids.customer, staffId: null }),
      world.engine.desk.expedite(someone, { customerId: ids.customer, expedited: true }),
      world.engine.desk.note(someone, { customerId: ids.customer, text: 'x' }),
      world.engine.desk.colleagues(someone),
      world.engine.desk.decide(someone, { customerId: ids.customer, event: 'reject', reasonCode: 'FRAUD', note: 'n' }),
      world.engine.desk.withdrawRequirement(someone, ids.requirement),
      world.engine.desk.proposals(someone),
      world.engine.desk.confirm(someone, ids.proposal),
      world.engine.desk.decline(someone, ids.proposal),
      world.engine.staff.list(someone),
      world.engine.staff.history(someone),
      world.engine.staff.setRole(someone, { staffId: world.staff.reviewer.staffId, role: 'admin' }),
    ]);
    for (const each of await Promise.all(calls.map(outcome))) expect(each).toMatchObject({ code: 'NOT_PERMITTED' });
  }
});

test('only apps may call the verbs of apps; a customer’s session sees nothing of its tenant', async () => {
  const someone = portalOf(world.app, victim.customer) as never;
  const calls = [
    world.engine.customers.create(someone, { type: 'INDIVIDUAL' }),
    world.engine.customers.list(someone, page),
    world.engine.access.check(someone, { customerId: victim.customer, capability: 'transact' }),
    world.engine.portalLinks.revoke(someone, victim.link),
    world.engine.events.list(someone, page),
    world.engine.events.get(someone, victim.event),
    world.engine.webhookEndpoints.create(someone, { url: 'http://localhost:9/' }),
    world.engine.webhookEndpoints.list(someone),
    world.engine.webhookEndpoints.get(someone, victim.endpoint),
    world.engine.webhookEndpoints.rotateSecret(someone, victim.endpoint),
    world.engine.deliveries.list(someone, page),
    world.engine.deliveries.get(someone, victim.delivery),
    world.engine.deliveries.resend(someone, victim.delivery),
    world.engine.deliveries.replay(someone, { endpointId: victim.endpoint, since }),
  ];
  for (const each of await Promise.all(calls.map(outcome))) expect(each).toMatchObject({ code: 'NOT_PERMITTED' });
});

test('a key may do only what its scopes allow', async () => {
  const nobody: AppActor = { ...world.app, scopes: [] };
  for (const [name, { app }] of asked) {
    if (!app) continue;
    const answer = await outcome(
      app(victim, { app: nobody, portal: portalOf(world.app, victim.customer), own: victim.customer }),
    );
    expect(answer, name).toMatchObject({ code: 'NOT_PERMITTED' });
  }
});
