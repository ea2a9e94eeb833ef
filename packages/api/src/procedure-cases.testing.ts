import type { IdKind } from '@gatehouse/domain';
import { newId, showId } from '@gatehouse/domain';

/** The permitted callers of a procedure. A role includes those above it. */
export type Callers = 'anyone' | 'app' | 'appOrStaff' | 'customer' | 'auditor' | 'reviewer' | 'admin';

export type Case = {
  readonly callers: Callers;
  /** An input with `ids`, or none if the procedure names no record. */
  readonly input?: (ids: Ids) => unknown;
  /** The input of a procedure that names no record, for the test of permitted callers. */
  readonly plain?: unknown;
};

/** The ids of another tenant's records, or unknown ones of the same form. */
export type Ids = Readonly<
  Record<
    'customer' | 'document' | 'requirement' | 'endpoint' | 'delivery' | 'event' | 'portalLink' | 'proposal' | 'staff',
    string
  >
>;

export const unknownIds = (): Ids => {
  const kinds: IdKind[] = [
    'customer',
    'document',
    'requirement',
    'endpoint',
    'delivery',
    'event',
    'portalLink',
    'proposal',
    'staff',
  ];
  return Object.fromEntries(kinds.map((kind) => [kind, showId(kind, newId())])) as Ids;
};

const note = 'Looked at it.';
const ask = [{ code: 'CLARIFICATION' }];

/** Every procedure by its path. A new one without a row here fails the test. */
export const CASES: Readonly<Record<string, Case>> = {
  'access.check': { callers: 'app', input: (ids) => ({ customerId: ids.customer, capability: 'transact' }) },
  'customers.create': { callers: 'app', plain: { type: 'INDIVIDUAL' } },
  'customers.get': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'customers.list': { callers: 'app', plain: {} },
  'customers.update': {
    callers: 'app',
    input: (ids) => ({ customerId: ids.customer, profile: { givenNames: 'Mallory' } }),
  },
  'customers.submit': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'customers.archive': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'customers.setMetadata': { callers: 'app', input: (ids) => ({ customerId: ids.customer, metadata: {} }) },
  'customers.timeline': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'customers.availableActions': { callers: 'appOrStaff', input: (ids) => ({ customerId: ids.customer }) },
  'documents.create': { callers: 'app', input: (ids) => ({ customerId: ids.customer, kind: 'PASSPORT' }) },
  'documents.complete': { callers: 'app', input: (ids) => ({ documentId: ids.document }) },
  'documents.list': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'documents.remove': { callers: 'app', input: (ids) => ({ documentId: ids.document }) },
  'requirements.list': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'requirements.answer': { callers: 'app', input: (ids) => ({ requirementId: ids.requirement, text: 'Because.' }) },
  'portalLinks.create': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'portalLinks.revoke': { callers: 'app', input: (ids) => ({ portalLinkId: ids.portalLink }) },
  'lifecycle.describe': { callers: 'anyone', plain: {} },
  'lifecycle.reasonCodes': { callers: 'anyone' },
  'lifecycle.requirementCodes': { callers: 'anyone' },
  'events.list': { callers: 'app', input: (ids) => ({ customerId: ids.customer }) },
  'events.get': { callers: 'app', input: (ids) => ({ eventId: ids.event }) },
  'webhookEndpoints.create': { callers: 'app', plain: { url: 'http://localhost:9/hook' } },
  'webhookEndpoints.list': { callers: 'app' },
  'webhookEndpoints.get': { callers: 'app', input: (ids) => ({ endpointId: ids.endpoint }) },
  'webhookEndpoints.update': {
    callers: 'app',
    input: (ids) => ({ endpointId: ids.endpoint, description: 'Taken over' }),
  },
  'webhookEndpoints.remove': { callers: 'app', input: (ids) => ({ endpointId: ids.endpoint }) },
  'webhookEndpoints.rotateSecret': { callers: 'app', input: (ids) => ({ endpointId: ids.endpoint }) },
  'webhookEndpoints.sendTest': { callers: 'app', input: (ids) => ({ endpointId: ids.endpoint }) },
  'deliveries.list': { callers: 'app', input: (ids) => ({ endpointId: ids.endpoint }) },
  'deliveries.get': { callers: 'app', input: (ids) => ({ deliveryId: ids.delivery }) },
  'deliveries.resend': { callers: 'app', input: (ids) => ({ deliveryId: ids.delivery }) },
  'deliveries.replay': {
    callers: 'app',
    input: (ids) => ({ endpointId: ids.endpoint, since: '2020-01-01T00:00:00Z' }),
  },
  'portal.session': { callers: 'customer' },
  'portal.save': { callers: 'customer', plain: { subject: 'name', values: {} } },
  'portal.continue': { callers: 'customer', plain: { subject: 'name', profile: {} } },
  'portal.beginUpload': { callers: 'customer', plain: { kind: 'PASSPORT', side: 'FRONT' } },
  'portal.completeUpload': { callers: 'customer', input: (ids) => ({ documentId: ids.document }) },
  'portal.removeDocument': { callers: 'customer', input: (ids) => ({ documentId: ids.document }) },
  'portal.handOver': { callers: 'customer' },
  'portal.submit': { callers: 'customer', plain: {} },
  'portal.answer': { callers: 'customer', input: (ids) => ({ documents: [ids.document] }) },
  'portal.requestLink': { callers: 'anyone', plain: { email: 'nobody@example.com' } },
  'desk.queue.list': { callers: 'auditor', plain: {} },
  'desk.queue.counts': { callers: 'auditor' },
  'desk.queue.claim': { callers: 'reviewer', input: (ids) => ({ customerId: ids.customer }) },
  'desk.queue.assign': { callers: 'reviewer', input: (ids) => ({ customerId: ids.customer, staffId: null }) },
  'desk.queue.expedite': { callers: 'reviewer', input: (ids) => ({ customerId: ids.customer, expedited: true }) },
  'desk.cases.get': { callers: 'auditor', input: (ids) => ({ customerId: ids.customer }) },
  'desk.cases.note': { callers: 'reviewer', input: (ids) => ({ customerId: ids.customer, text: note }) },
  'desk.decisions.approve': { callers: 'reviewer', input: (ids) => ({ customerId: ids.customer, expectedVersion: 0 }) },
  'desk.decisions.requestInformation': {
    callers: 'reviewer',
    input: (ids) => ({ customerId: ids.customer, expectedVersion: 0, items: ask }),
  },
  'desk.decisions.reject': {
    callers: 'reviewer',
    input: (ids) => ({ customerId: ids.customer, expectedVersion: 0, reasonCode: 'FRAUD', note }),
  },
  'desk.decisions.deactivate': {
    callers: 'reviewer',
    input: (ids) => ({ customerId: ids.customer, expectedVersion: 0, reasonCode: 'INACTIVITY', temporary: true, note }),
  },
  'desk.decisions.reactivate': {
    callers: 'reviewer',
    input: (ids) => ({ customerId: ids.customer, expectedVersion: 0, reasonCode: 'HOLD_CLEARED', note }),
  },
  'desk.decisions.reopen': {
    callers: 'reviewer',
    input: (ids) => ({ customerId: ids.customer, expectedVersion: 0, reasonCode: 'APPEAL_UPHELD', items: ask, note }),
  },
  'desk.decisions.withdrawRequirement': { callers: 'reviewer', input: (ids) => ({ requirementId: ids.requirement }) },
  'desk.webhooks.list': { callers: 'admin', plain: {} },
  'desk.webhooks.get': { callers: 'admin', input: (ids) => ({ endpointId: ids.endpoint }) },
  'desk.webhooks.resend': {
    callers: 'admin',
    input: (ids) => ({ endpointId: ids.endpoint, deliveryId: ids.delivery }),
  },
  'desk.webhooks.enable': { callers: 'admin', input: (ids) => ({ endpointId: ids.endpoint }) },
  'desk.proposals.list': { callers: 'auditor' },
  'desk.proposals.confirm': { callers: 'reviewer', input: (ids) => ({ proposalId: ids.proposal, expectedVersion: 0 }) },
  'desk.proposals.decline': { callers: 'reviewer', input: (ids) => ({ proposalId: ids.proposal }) },
  'desk.audit.verify': { callers: 'auditor', input: (ids) => ({ customerId: ids.customer }) },
  'desk.audit.report': { callers: 'auditor' },
  'desk.audit.seals': { callers: 'auditor', plain: {} },
  'desk.audit.export': { callers: 'auditor', input: (ids) => ({ customerId: ids.customer }) },
  'desk.staff.me': { callers: 'auditor' },
  'desk.staff.colleagues': { callers: 'auditor' },
  'desk.staff.list': { callers: 'admin' },
  'desk.staff.history': { callers: 'admin' },
  'desk.staff.rename': { callers: 'admin', input: (ids) => ({ staffId: ids.staff, name: 'Mallory' }) },
  'desk.staff.setRole': { callers: 'admin', input: (ids) => ({ staffId: ids.staff, role: 'admin' }) },
  'desk.staff.disable': { callers: 'admin', input: (ids) => ({ staffId: ids.staff }) },
  'desk.staff.enable': { callers: 'admin', input: (ids) => ({ staffId: ids.staff }) },
  'desk.staff.resetFactor': { callers: 'admin', input: (ids) => ({ staffId: ids.staff }) },
  'desk.staff.endSessions': { callers: 'admin', input: (ids) => ({ staffId: ids.staff }) },
};
