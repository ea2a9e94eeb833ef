import { newId, showId } from '@gatehouse/domain';
import {
  createdCustomer,
  createWorld,
  customerIn,
  drain,
  heldDocument,
  idOf,
  portalOf,
  uploadDocument,
  type World,
} from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from './answer.ts';
import { PROCEDURES } from './procedures.ts';
import { callerFor } from './root.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Who = { readonly customer?: string; readonly staff?: keyof World['staff'] };

const answered = new Set<string>();

/** Calls a procedure by its path. An answer that does not match its schema is a fault. */
async function call(path: string, input: unknown, { customer, staff }: Who = {}): Promise<unknown> {
  const alone = customer === undefined && staff === undefined;
  const identities = {
    app: async () => (alone ? world.app : null),
    customer: async () => (customer === undefined ? null : portalOf(world.app, customer)),
    staff: async () => (staff ? world.staff[staff] : null),
  };
  const caller: unknown = callerFor({
    engine: world.engine,
    identities,
    requestId: 'req_test',
    network: newId(),
    language: 'en',
  });
  const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  const answer = await (procedure as (given: unknown) => Promise<unknown>)(input);
  answered.add(path);
  return answer;
}

const shown = (id: string) => ({ customerId: showId('customer', id) });
const note = 'Looked at it.';
const items = [
  { code: 'CLARIFICATION', target: { field: 'employment' }, customerMessage: 'Which?', internalNote: note },
];
const version = async (id: string) => (await world.engine.customers.get(world.app, id)).version;
const looked = async (id: string) => ({ ...shown(id), expectedVersion: await version(id) });

async function endpoint() {
  const made = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
  const { deliveryId, eventId } = await world.engine.webhookEndpoints.sendTest(world.app, idOf('endpoint', made.id));
  return { endpointId: made.id, deliveryId, eventId };
}

/** The procedures by caller, with records that fill every part of their answers. */
const STORIES: Readonly<Record<string, () => Promise<[path: string, input: unknown, who?: Who][]>>> = {
  'an app reads a customer of whom something is asked': async () => {
    const id = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
    await uploadDocument(world, id);
    await world.engine.customers.setMetadata(world.app, { customerId: id, metadata: { colour: 'red' } });
    return [
      ['access.check', { ...shown(id), capability: 'transact' }],
      ['customers.get', shown(id)],
      ['customers.list', {}],
      ['customers.timeline', shown(id)],
      ['customers.availableActions', shown(id)],
      ['customers.availableActions', shown(id), { staff: 'auditor' }],
      ['documents.list', shown(id)],
      ['requirements.list', shown(id)],
      ['events.list', { ...shown(id) }],
      ['events.list', { limit: 100 }],
    ];
  },
  'and everything of every status': async () => {
    const all = ['CREATED', 'UNDER_REVIEW', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const;
    const ids = await Promise.all(all.map((status) => customerIn(world, status)));
    return ids.flatMap((id) => [
      ['customers.get', shown(id)],
      ['customers.timeline', shown(id)],
      ['customers.availableActions', shown(id)],
      ['desk.cases.get', shown(id), { staff: 'auditor' }],
      ['portal.session', undefined, { customer: id }],
    ]);
  },
  'an app reads webhooks': async () => {
    const { endpointId, deliveryId, eventId } = await endpoint();
    return [
      ['webhookEndpoints.list', undefined],
      ['webhookEndpoints.get', { endpointId }],
      ['deliveries.list', {}],
      ['deliveries.get', { deliveryId }],
      ['events.get', { eventId }],
      ['events.list', {}],
      ['desk.webhooks.list', {}, { staff: 'admin' }],
      ['desk.webhooks.get', { endpointId }, { staff: 'admin' }],
      ['desk.webhooks.resend', { endpointId, deliveryId }, { staff: 'admin' }],
      ['desk.webhooks.enable', { endpointId }, { staff: 'admin' }],
    ];
  },
  'anyone reads the lifecycles': async () => [
    ['lifecycle.describe', {}],
    ['lifecycle.describe', { lifecycle: 'enablement' }],
    ['lifecycle.reasonCodes', undefined],
    ['lifecycle.requirementCodes', undefined],
    ['portal.requestLink', { email: `${newId()}@customer.example` }],
  ],
  'a customer fills the portal in': async () => {
    const customer = await createdCustomer(world);
    const documentId = showId('document', await heldDocument(world, customer));
    return [
      ['portal.beginUpload', { kind: 'PASSPORT', side: 'FRONT' }, { customer }],
      ['portal.completeUpload', { documentId }, { customer }],
      ['portal.save', { subject: 'name', values: { givenNames: 'B', ticked: true } }, { customer }],
      ['portal.session', undefined, { customer }],
      ['portal.continue', { subject: 'name', profile: { givenNames: 'Berta' } }, { customer }],
      ['portal.handOver', undefined, { customer }],
      ['portal.removeDocument', { documentId }, { customer }],
      ['portal.submit', {}, { customer }],
    ];
  },
  'a customer is asked and answers': async () => {
    const customer = await customerIn(world, 'UNDER_REVIEW');
    await call(
      'desk.decisions.requestInformation',
      { ...(await looked(customer)), items, note },
      { staff: 'reviewer' },
    );
    const [asked] = await world.engine.requirements.list(world.app, customer);
    const answers = [{ requirementId: asked?.id, text: 'A comment.' }];
    return [
      ['desk.cases.get', shown(customer), { staff: 'auditor' }],
      ['portal.answer', { answers }, { customer }],
      ['portal.session', undefined, { customer }],
      ['desk.cases.get', shown(customer), { staff: 'auditor' }],
      ['desk.decisions.withdrawRequirement', { requirementId: asked?.id }, { staff: 'reviewer' }],
    ];
  },
  'the desk works on a case': async () => {
    const id = await customerIn(world, 'UNDER_REVIEW');
    const { staffId } = world.staff.approver;
    return [
      ['desk.queue.claim', shown(id), { staff: 'reviewer' }],
      ['desk.queue.assign', { ...shown(id), staffId: showId('staff', staffId), takeOver: true }, { staff: 'reviewer' }],
      ['desk.queue.expedite', { ...shown(id), expedited: true }, { staff: 'reviewer' }],
      ['desk.queue.list', { view: 'all' }, { staff: 'auditor' }],
      ['desk.queue.counts', undefined, { staff: 'auditor' }],
      ['desk.cases.note', { ...shown(id), text: note }, { staff: 'reviewer' }],
      ['desk.cases.get', shown(id), { staff: 'auditor' }],
      ['desk.decisions.approve', { ...(await looked(id)), note }, { staff: 'approver' }],
      ['desk.audit.verify', shown(id), { staff: 'auditor' }],
      ['desk.audit.export', shown(id), { staff: 'auditor' }],
    ];
  },
  'two people decide': async () => {
    const id = await customerIn(world, 'UNDER_REVIEW');
    const rejecting = { ...(await looked(id)), reasonCode: 'FRAUD', note, message: 'Sorry.' };
    const propose = async () => {
      const proposed = await call('desk.decisions.reject', rejecting, { staff: 'reviewer' });
      return { proposalId: (proposed as { proposalId: string }).proposalId };
    };
    const first = await propose();
    await call('desk.proposals.list', undefined, { staff: 'secondAdmin' });
    await call('desk.cases.get', shown(id), { staff: 'secondAdmin' });
    await call('desk.proposals.decline', first, { staff: 'secondAdmin' });
    const second = { ...(await propose()), expectedVersion: await version(id) };
    await call('desk.proposals.confirm', second, { staff: 'secondAdmin' });
    const active = await customerIn(world, 'ACTIVE');
    const holding = { ...(await looked(active)), reasonCode: 'COMPLIANCE_HOLD', temporary: true, note };
    await call('desk.decisions.deactivate', holding, { staff: 'admin' });
    await drain(world);
    return [
      ['desk.cases.get', shown(id), { staff: 'auditor' }],
      [
        'desk.decisions.reopen',
        { ...(await looked(id)), reasonCode: 'APPEAL_UPHELD', items, note },
        { staff: 'approver' },
      ],
      [
        'desk.decisions.reactivate',
        { ...(await looked(active)), reasonCode: 'HOLD_CLEARED', note },
        { staff: 'admin' },
      ],
      ['desk.cases.get', shown(active), { staff: 'auditor' }],
      ['portal.session', undefined, { customer: active }],
    ];
  },
  'auditors and admins look after the rest': async () => {
    await world.engine.work.sealHeads();
    await world.engine.work.verifyNext();
    const staffId = showId('staff', world.staff.auditor.staffId);
    const admin = { staff: 'admin' } as const;
    return [
      ['desk.audit.report', undefined, { staff: 'auditor' }],
      ['desk.audit.seals', {}, { staff: 'auditor' }],
      ['desk.audit.verify', { limit: 100 }, { staff: 'auditor' }],
      ['desk.staff.me', undefined, { staff: 'auditor' }],
      ['desk.staff.colleagues', undefined, { staff: 'auditor' }],
      ['desk.staff.rename', { staffId, name: 'Another' }, admin],
      ['desk.staff.setRole', { staffId, role: 'reviewer' }, admin],
      ['desk.staff.disable', { staffId }, admin],
      ['desk.staff.enable', { staffId }, admin],
      ['desk.staff.resetFactor', { staffId }, admin],
      ['desk.staff.endSessions', { staffId }, admin],
      ['desk.staff.list', undefined, admin],
      ['desk.staff.history', undefined, admin],
    ];
  },
};

test.each(Object.keys(STORIES))('%s', async (story) => {
  for (const [path, input, who] of (await STORIES[story]?.()) ?? [])
    await expect(call(path, input, who), path).resolves.toBeDefined();
});

test('every procedure is covered here, or is a mutation that idempotent.db.test.ts covers', () => {
  expect(
    PROCEDURES.filter(({ path, idempotent }) => !idempotent && !answered.has(path)).map(({ path }) => path),
  ).toEqual([]);
});

test('an answer with an undeclared field is refused and leaks nothing', async () => {
  const schema = PROCEDURES.find(({ path }) => path === 'customers.get')?.output;
  const customer = await world.engine.customers.get(world.app, await createdCustomer(world));
  const verify = answer(schema ?? expect.fail('no schema'));
  expect(verify(customer)).toBe(customer);
  for (const leak of [{ dataKey: 'x' }, { missing: [{ ...customer.missing[0], note: 'x' }] }])
    expect(() => verify({ ...customer, ...leak })).toThrow('unrecognized_keys');
});
