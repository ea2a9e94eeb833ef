import { expect, test } from 'vitest';
import { WebhookEvent } from './body.ts';
import { EventType, PLANNED_EVENT_TYPES } from './events.ts';

/** Exactly the event types of the specification. */
const RAISED = `
  customer.created customer.updated customer.status_changed customer.archived
  verification.submitted verification.check_completed verification.information_requested
  verification.information_answered verification.delayed verification.completed
  document.uploaded webhook_endpoint.disabled webhook.test`;
const PLANNED = `
  customer.cancellation_requested verification.reminder
  document.accepted document.rejected document.expiring document.expired
  change_request.created change_request.decided appeal.opened appeal.decided
  end_customer.created end_customer.status_changed end_customer.secret_rotated`;
const listOf = (text: string) => text.trim().split(/\s+/);

test('the catalogue has exactly these events', () => {
  expect(EventType.options).toEqual(listOf(RAISED));
  expect(PLANNED_EVENT_TYPES).toEqual(listOf(PLANNED));
});

const event = {
  id: 'evt_01h455vb4pex5vsknk084sn02q',
  type: 'customer.status_changed',
  apiVersion: '2026-11-21',
  mode: 'TEST',
  occurredAt: '2026-11-21T02:00:00.000Z',
  sequence: 3,
  data: {
    customerId: 'cus_01h455vb4pex5vsknk084sn02q',
    externalId: null,
    customerType: 'INDIVIDUAL',
    customerStatus: 'NEEDS_ADDITIONAL_INFORMATION',
    previousStatus: 'UNDER_REVIEW',
    requirements: [
      {
        id: 'req_01h455vb4pex5vsknk084sn02q',
        code: 'ADDRESS_PO_BOX',
        target: { field: 'address' },
        message: 'We need the address where you live, not a PO box.',
        status: 'OPEN',
        dueAt: null,
      },
    ],
    access: ['viewProfile', 'updateProfile', 'uploadDocuments'],
  },
};

test('a body is read back unchanged', () => {
  expect(WebhookEvent.parse(event)).toEqual(event);
});

test('a current receiver reads a body with a later field', () => {
  expect(WebhookEvent.safeParse({ ...event, added: 1, data: { ...event.data, added: 1 } }).success).toBe(true);
});

test.each([
  ['an unknown type', { type: 'customer.exploded' }],
  ['a type that is planned', { type: 'appeal.opened' }],
  ['a sequence below zero', { sequence: -1 }],
  ['an unknown status', { data: { ...event.data, customerStatus: 'VERIFIED' } }],
  ['no data', { data: undefined }],
])('a body with %s is refused', (_name, change) => {
  expect(WebhookEvent.safeParse({ ...event, ...change }).success).toBe(false);
});
